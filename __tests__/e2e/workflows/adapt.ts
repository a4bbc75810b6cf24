import { RUNNERS } from '../../../src/catalog/architecture.js'
import { thisArchitecture } from '../../../src/machine/this-machine.js'
import { builds, type Job, type Step, type Workflow } from './shown.js'

/** What this machine can run of a workflow. */
export interface Adapted {
  workflow: Workflow
  /** The jobs as they will run, one for each row of a matrix. */
  rows: Row[]
  /** What cannot be run here, in words. */
  leftOut: string[]
}

/** The steps of a job for one row of its matrix, whose values are filled in where the steps name them. */
export type Row = Step[]

type Values = Record<string, string>

/** The Pythons that a building step names. */
export function pythonsOf({ with: given }: Step): string[] {
  return String(given?.['python-version']).split(/[\s,]+/)
}

/**
 * A workflow of the documentation for this machine. All that is changed is changed here:
 *
 * - jobs and rows of a matrix for a runner of another architecture are left out, and no job needs them any more;
 * - so are rows for a Python that cannot be built for here; where none is left, and where a step names a Python
 *   itself, the newest that can be built for takes its place;
 * - the rows of a matrix run one after the other: act keeps the local actions in a map that two jobs may not fill at once;
 * - steps that build are given `inputs`: versions that can be had, and where their tarballs are.
 *
 * @param pythons those that can be built for here, the newest last
 */
export function adapt(whole: Workflow, pythons: readonly string[], inputs: Record<string, string>): Adapted {
  const adapted = Object.entries(whole.jobs).map(([name, job]) => ({
    name,
    ...adaptJob(name, job, pythons, inputs),
  }))
  const names = adapted.filter(({ job }) => job !== undefined).map(({ name }) => name)
  const jobs = adapted.flatMap(({ name, job }): [string, Job][] => {
    if (job === undefined) return []
    const { needs = [], ...rest } = job
    const kept = [needs].flat().filter((other) => names.includes(other))
    return [[name, kept.length === 0 ? rest : { ...rest, needs: kept }]]
  })
  return {
    workflow: { ...whole, jobs: Object.fromEntries(jobs) },
    rows: adapted.flatMap(({ rows }) => rows),
    leftOut: adapted.flatMap(({ leftOut }) => leftOut),
  }
}

function adaptJob(
  name: string,
  job: Job,
  pythons: readonly string[],
  inputs: Record<string, string>,
): { job?: Job; rows: Row[]; leftOut: string[] } {
  const steps = job.steps.map((step) =>
    builds(step)
      ? { ...step, with: { ...step.with, 'python-version': pythonsHere(step, pythons), ...inputs } }
      : step,
  )
  const all = expand(job.strategy?.matrix ?? {})
  const here = all.filter((row) => fill(job['runs-on'], row) === RUNNERS[thisArchitecture()])
  const able = here.filter((row) =>
    fill(steps, row)
      .filter(builds)
      .every((step) => pythonsOf(step).every((python) => pythons.includes(python))),
  )
  const leftOut = all
    .filter((row) => !able.includes(row))
    .map((row) => {
      const values = Object.entries(row).map(([key, value]) => `${key} ${value}`)
      return `${name} (${values.join(', ') || job['runs-on']})`
    })
  if (here.length === 0) return { rows: [], leftOut }
  for (const step of job.steps.filter(builds)) {
    const named = step.with?.['python-version']
    const built = pythonsHere(step, pythons)
    if (named !== built) leftOut.push(`${name}: Python ${named}, for which ${built} stands`)
  }
  if (able.length === 0) leftOut.push(`${name}: all its Pythons, for which ${newest(pythons)} stands`)
  const kept = able.length > 0 ? able : here.slice(0, 1).map((row) => withNewest(row, steps, pythons))
  const strategy = { ...job.strategy, matrix: { include: kept }, 'max-parallel': 1 }
  return {
    job: { ...job, steps, ...(job.strategy?.matrix === undefined ? {} : { strategy }) },
    rows: kept.map((row) => fill(steps, row)),
    leftOut,
  }
}

/** What a building step names, without what cannot be built for; a name from the matrix stays. */
function pythonsHere(step: Step, pythons: readonly string[]): string {
  const named = String(step.with?.['python-version'])
  if (keysIn(named).length > 0) return named
  const kept = pythonsOf(step).filter((python) => pythons.includes(python))
  return kept.join(' ') || newest(pythons)
}

/** A row whose Python is the newest that can be built for. */
function withNewest(row: Values, steps: readonly Step[], pythons: readonly string[]): Values {
  const keys = steps.filter(builds).flatMap((step) => keysIn(String(step.with?.['python-version'])))
  return { ...row, ...Object.fromEntries(keys.map((key) => [key, newest(pythons)])) }
}

function newest(pythons: readonly string[]): string {
  const last = pythons.at(-1)
  if (last === undefined) throw new Error('there is no Python here that a zip for Lambda can be built for')
  return last
}

/** The rows of a matrix of lists, each with each. */
function expand(matrix: Record<string, unknown>): Values[] {
  return Object.entries(matrix).reduce<Values[]>(
    (rows, [key, list]) => {
      if (!Array.isArray(list) || key === 'include' || key === 'exclude') {
        throw new Error(`a matrix with ${key}: ${JSON.stringify(list)} cannot be run here yet`)
      }
      return rows.flatMap((row) => list.map((value) => ({ ...row, [key]: String(value) })))
    },
    [{}],
  )
}

const MATRIX = /\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g

function keysIn(text: string): string[] {
  return [...text.matchAll(MATRIX)].map(([, key = '']) => key)
}

/** A value with the row's in place of `${{ matrix.… }}`. */
function fill<T>(value: T, row: Values): T {
  // In JSON the values, which have neither quotes nor backslashes, stand for themselves.
  return JSON.parse(JSON.stringify(value).replace(MATRIX, (_, key: string) => row[key] ?? '')) as T
}
