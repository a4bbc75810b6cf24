import type { BuildPlan } from '../catalog/plan.js'
import type { Project, Source } from '../catalog/types.js'
import type { Log } from '../report/log.js'
import type { Engine } from '../sandbox/engine.js'

/** What every check needs: where to run it, for which run, and where to tell. */
export interface Context {
  engine: Engine
  runId: string
  log: Log
}

/** What is tried, and where: a plan, or as much of one as a finished zip tells. */
export interface Candidate
  extends Omit<BuildPlan, Project | 'toolchain' | 'buildImages'>,
    Record<Project, Pick<Source, 'version'>> {}

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

/** What has become of trying a zip. */
export interface Tried {
  /** Those that ran. */
  stages: Stage[]
  /** Why nothing ran of what was asked for, and what to do; undefined where all of it did. */
  unable?: string | undefined
}

/** `NAME (ID)`, or what the machine is called. */
export function describeWhere(where: Where): string {
  return 'machine' in where ? where.machine : `${where.image} (${where.id})`
}

export const VERIFICATIONS = ['none', 'import', 'connect'] as const

export type Verification = (typeof VERIFICATIONS)[number]

/** The stages that each asks for; the audit is part of all. */
export const ASKS: Record<Verification, readonly Stage['stage'][]> = {
  none: [],
  import: ['import'],
  connect: ['import', 'connect'],
}
