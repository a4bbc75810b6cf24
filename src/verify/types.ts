import type { Log } from '../report/log.js'
import type { Engine } from '../sandbox/engine.js'

/** What every check needs: where to run it, for which run, and where to tell. */
export interface Context {
  engine: Engine
  runId: string
  log: Log
}

/** One thing that was tried, or the reason why it was not. */
export interface Check {
  /** Short and stable: programs may look for it. */
  name: string
  result: 'passed' | 'skipped'
  /** What was seen, or why it was skipped. */
  detail: string
}

/** Where something was tried: an image by name and content, or a machine that stood in for one. */
export type Where = { image: string; id: string } | { machine: string }

/** A group of checks that ran in one place. */
export interface Stage {
  stage: 'audit' | 'import' | 'connect'
  where: Where
  /** The PostgreSQL that was connected to. */
  server?: { where: Where; version: string }
  /** When the last check ended, ISO 8601 in UTC. */
  finished: string
  checks: Check[]
}

/** `NAME (ID)`, or what the machine is called. */
export function describeWhere(where: Where): string {
  return 'machine' in where ? where.machine : `${where.image} (${where.id})`
}

export const VERIFICATIONS = ['none', 'import', 'connect'] as const

export type Verification = (typeof VERIFICATIONS)[number]
