import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Architecture } from '../../src/catalog/architecture.js'
import { initFunctionOf, moduleFileName } from '../../src/catalog/python.js'
import { readZip } from '../../src/package/unzip.js'
import type { Stage } from '../../src/verify/types.js'
import { whyOldGlibcRefuses } from '../../stand-ins/old-glibc.js'
import type { Origin } from '../../stand-ins/origins.js'
import { type ActionRun, errors, runAction, temporary } from '../runner.js'
import { AT_HAND, psycopg2For, SOURCES } from '../versions.js'
import type { Cell, Column, Row } from './rows.js'

/** What a runtime is tried in. */
export interface Place {
  python: string
  architecture: Architecture
  /** Where its CPython comes from; without one the module is built all the same, and a loader tries it. */
  origin?: Origin | undefined
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
  return { built: cell, audited: cell, loaded: cell, imported: cell, connected: cell, suite: cell }
}

/**
 * Builds for a Python, has the zip audited by the runtime's own limits, its module loaded by glibc 2.17's loader, and
 * imports and connects it.
 *
 * @throws when that is refused
 */
export async function prove(place: Place): Promise<Proven> {
  const { python, architecture, origin } = place
  const run = await buildIn(place)
  const [failure] = errors(run.output)
  if (failure !== undefined) throw new Error(`Python ${python}: ${failure}`)
  const zip = run.outputs.zip ?? ''
  const record = JSON.parse(readFileSync(`${zip}.verified.json`, 'utf8')) as {
    finished: string
    versions: { psycopg2: string; postgresql: string; openssl: string }
    built: { toolchain: string }
    stages: Stage[]
  }
  const untried: Cell = {
    result: 'not run',
    detail:
      `There is no CPython ${python} for ${architecture} where this was run: glibc 2.17's loader tried the module, ` +
      "with stand-ins for Python's functions.",
  }
  const stage = (name: Stage['stage']): Cell => {
    const checks = record.stages.find((one) => one.stage === name)?.checks
    if (checks === undefined) return untried
    const count = (result: string) => checks.filter((check) => check.result === result).length
    const skipped = count('skipped') === 0 ? '' : `, ${count('skipped')} skipped`
    return { result: 'passed', detail: `${count('passed')} checks${skipped}` }
  }
  const interpreter = record.stages.flatMap(({ checks }) => checks).find(({ name }) => name === 'Python')
  // An old Python cannot name its libc, which then says nothing to the reader.
  const named = interpreter?.detail.replace(', unknown libc', '')
  const tried = named === undefined ? 'No CPython' : `CPython ${named}, from ${origin?.from}`
  const row: Row = {
    python,
    architecture,
    date: record.finished.slice(0, 10),
    versions: record.versions,
    place: `${tried}; compiled with ${record.built.toolchain}.`,
    cells: {
      built: { result: 'passed', detail: '' },
      audited: stage('audit'),
      loaded: await loadedCell(place, zip),
      imported: stage('import'),
      connected: stage('connect'),
      suite: origin === undefined ? untried : { result: 'not run', detail: 'The suite was not asked for.' },
    },
  }
  return { row, zip, tarball: join(SOURCES, `psycopg2-${psycopg2For(python)}.tar.gz`) }
}

async function loadedCell({ python, architecture }: Place, zip: string): Promise<Cell> {
  const path = `psycopg2/${moduleFileName(python, architecture)}`
  const module = readZip(readFileSync(zip), zip).find((entry) => entry.path === path)?.data
  if (module === undefined) throw new Error(`${zip} has no ${path}`)
  const refusal = await whyOldGlibcRefuses({ module, initFunction: initFunctionOf(python) })
  return refusal === undefined
    ? { result: 'passed', detail: '' }
    : { result: 'failed', detail: `${refusal}.` }
}

function buildIn({ python, architecture, origin }: Place): Promise<ActionRun> {
  const images = origin?.images
  const inputs = {
    'python-version': python,
    architecture,
    ...AT_HAND,
    'output-dir': join(temporary(), 'dist'),
    // Without a CPython of that architecture: with the headers of the one that this machine has.
    ...(origin === undefined ? { 'container-engine': 'none', verify: 'none' } : { verify: 'connect' }),
    ...(images === undefined ? {} : { 'build-image': images.build, 'runtime-image': images.runtime }),
  }
  return runAction(inputs)
}
