import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Architecture } from '../../src/catalog/architecture.js'
import type { Stage } from '../../src/verify/types.js'
import { type ActionRun, errors, runAction, temporary } from '../runner.js'
import { AT_HAND, psycopg2For, SOURCES } from '../versions.js'
import type { Cell, Column, Row } from './rows.js'

/** What a runtime is tried in. */
export interface Place {
  python: string
  architecture: Architecture
  /** The C library of the stand-in. */
  glibc: string
  /** Build and runtime image, where they are not those of the catalog. */
  image?: string
}

/** A finished zip, for whatever else is to be tried with it. */
export interface Proven {
  row: Row
  zip: string
  tarball: string
}

/** The cells of a row of which nothing was tried. */
export function notRun(reason: string): Record<Column, Cell> {
  const cell: Cell = { result: 'not run', detail: reason }
  return { built: cell, audited: cell, imported: cell, connected: cell, suite: cell }
}

/**
 * Builds for a Python, has the zip audited by the runtime's own limits, and imports and connects it. Where the audit
 * refuses it for the stand-in's C library, the rest is done with that one limit lifted.
 */
export async function prove(place: Place): Promise<Proven> {
  const { python, architecture } = place
  const strict = await buildIn(place, {})
  const [refusal] = errors(strict.output)
  const refused = refusal !== undefined && /needs? .*GLIBC_|GLIBC_\S+ /.test(refusal)
  const lifted = refused ? await buildIn(place, { PSYCOPG2_LAMBDA_TEST_GLIBC: place.glibc }) : strict
  const [failure] = errors(lifted.output)
  if (failure !== undefined) throw new Error(`Python ${python}: ${failure}`)
  const zip = lifted.outputs.zip ?? ''
  const record = JSON.parse(readFileSync(`${zip}.verified.json`, 'utf8')) as {
    finished: string
    versions: { psycopg2: string; postgresql: string; openssl: string }
    built: { toolchain: string }
    stages: Stage[]
  }
  const stage = (name: Stage['stage']): Cell => {
    const checks = record.stages.find((one) => one.stage === name)?.checks ?? []
    const count = (result: string) => checks.filter((check) => check.result === result).length
    const skipped = count('skipped') === 0 ? '' : `, ${count('skipped')} skipped`
    return { result: 'passed', detail: `${count('passed')} checks${skipped}` }
  }
  const interpreter = record.stages.flatMap(({ checks }) => checks).find(({ name }) => name === 'Python')
  const audited: Cell = refused
    ? {
        result: 'refused',
        detail: `${firstLine(refusal)} With this limit lifted: ${stage('audit').detail} passed.`,
      }
    : stage('audit')
  const row: Row = {
    python,
    architecture,
    date: record.finished.slice(0, 10),
    versions: record.versions,
    place: `CPython ${interpreter?.detail}, compiled with ${record.built.toolchain}.`,
    cells: {
      built: { result: 'passed', detail: '' },
      audited,
      imported: stage('import'),
      connected: stage('connect'),
      suite: { result: 'not run', detail: 'The suite was not asked for.' },
    },
  }
  return { row, zip, tarball: join(SOURCES, `psycopg2-${psycopg2For(python)}.tar.gz`) }
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n')
  return line.endsWith('.') ? line : `${line}.`
}

function buildIn({ python, architecture, image }: Place, env: Record<string, string>): Promise<ActionRun> {
  const inputs = {
    'python-version': python,
    architecture,
    ...AT_HAND,
    'output-dir': join(temporary(), 'dist'),
    verify: 'connect',
    ...(image === undefined ? {} : { 'build-image': image, 'runtime-image': image }),
  }
  return runAction(inputs, { env })
}
