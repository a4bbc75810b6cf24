import { join } from 'node:path'
import { type Figure, type Spread, spreadOf } from '../part.js'
import { alternate } from './alternate.js'
import { filesOf, must, type Side, type Sides } from './sides.js'
import type { Cost } from './worker.js'

const ROUNDS = 21

/** Nothing of the user's, and no bytecode written, as on a read-only file system; the environment is always given whole. */
export const PYTHON_FLAGS = ['-s', '-B']

/** What importing.py prints. */
interface Import extends Cost {
  /** What the module imported before it took. */
  before?: Cost
  /** In kB; of memory only. */
  rss: number
  dirty: number
  /** Whether `ssl` is loaded afterwards. */
  ssl: boolean
  psycopg2: string
  libpq: number
}

/** Versions that a side tells itself, and whether importing it imports Python's `ssl`, too. */
export type Told = Pick<Import, 'psycopg2' | 'libpq' | 'ssl'>

type Each<T> = Record<'ours' | 'theirs' | 'compiled', T>

/**
 * The time of the import in a fresh interpreter, and what stays in memory.
 *
 * @throws {Error} when an import has written anything
 */
export async function measureImports(sides: Sides): Promise<Figure[]> {
  const before = await countFiles(sides)
  const figures = [...(await timed(sides)), ...(await resident(sides))]
  // Lambda's file system is read-only: bytecode that a run left behind would spare the next one the compiling.
  if ((await countFiles(sides)) !== before) throw new Error('Importing has written files')
  return figures
}

/** What a side says about itself. */
export async function tell(python: string, side: Side): Promise<Told> {
  return importOnce(python, side, 'time')
}

/** Cold is mostly waiting for the disk, which only the clock sees; warm is computing. */
const JUDGED = {
  cold: { kind: 'wall', target: 0.32 },
  warm: { kind: 'cpu', target: 0.31 },
} as const

interface Condition {
  id: string
  name: string
  /** Of the package's files alone. */
  cache: keyof typeof JUDGED
  /** Imported before, and not counted. */
  module: 'ssl' | ''
}

/** The target where somebody else has imported `ssl` already, cold and warm. */
const WITH_SSL = 0.5

const CONDITIONS: Condition[] = [
  { id: 'import-cold', name: 'import, cold', cache: 'cold', module: '' },
  { id: 'import-cold-ssl', name: 'import, cold, ssl imported before', cache: 'cold', module: 'ssl' },
  { id: 'import-warm', name: 'import, warm', cache: 'warm', module: '' },
  { id: 'import-warm-ssl', name: 'import, warm, ssl imported before', cache: 'warm', module: 'ssl' },
]

async function timed(sides: Sides): Promise<Figure[]> {
  const figures: Figure[] = []
  let last: Each<Import[]> | undefined
  for (const condition of CONDITIONS) {
    last = await alternate(
      ROUNDS,
      mapEach(sides, (side) => async () => {
        await setCache(sides.python, side, condition.cache)
        return importOnce(sides.python, side, 'time', condition.module)
      }),
    )
    figures.push(...timesOf(condition, last))
  }
  if (last === undefined) return figures
  const { ours, theirs } = pick(last, (one) => one.before?.cpu ?? Number.NaN)
  return [...figures, { id: 'ssl', name: 'the import of ssl itself, warm: CPU', unit: 'ms', ours, theirs }]
}

function timesOf({ id, name, cache, module }: Condition, found: Each<Import[]>): Figure[] {
  const { kind } = JUDGED[cache]
  const target = module === '' ? JUDGED[cache].target : WITH_SSL
  const wall = pick(found, (one) => one.wall)
  const cpu = pick(found, (one) => one.cpu)
  const judged = kind === 'wall' ? wall : cpu
  const figure = (what: string, head: string, ours: Spread, theirs: Spread, aim = {}): Figure => ({
    id: `${id}-${what}`,
    name: `${name}: ${head}`,
    unit: 'ms',
    ours,
    theirs,
    ...aim,
  })
  const word = kind === 'wall' ? 'wall' : 'CPU'
  return [
    figure('wall', 'wall', wall.ours, wall.theirs, kind === 'wall' ? { target } : {}),
    figure('cpu', 'CPU', cpu.ours, cpu.theirs, kind === 'cpu' ? { target } : {}),
    figure('compiled', `${word}, against a wheel with bytecode`, judged.ours, judged.compiled),
  ]
}

async function resident(sides: Sides): Promise<Figure[]> {
  const found = await alternate(
    ROUNDS,
    mapEach(sides, (side) => () => importOnce(sides.python, side, 'memory')),
  )
  const figure = (id: 'rss' | 'dirty', name: string, target: number): Figure => {
    const { ours, theirs } = pick(found, (one) => one[id])
    return { id, name, unit: 'kB', ours, theirs, target }
  }
  return [
    figure('rss', 'resident memory that the import adds', 0.24),
    figure('dirty', 'private dirty memory that the import adds', 1),
  ]
}

async function importOnce(python: string, side: Side, what: 'time' | 'memory', module = ''): Promise<Import> {
  const argv = [...PYTHON_FLAGS, join(import.meta.dirname, 'importing.py'), side.directory, what]
  if (module !== '') argv.push(module)
  return JSON.parse(await must(python, argv, { env: { LC_ALL: 'C.UTF-8' } })) as Import
}

async function setCache(python: string, side: Side, wanted: 'cold' | 'warm'): Promise<void> {
  await must(python, ['-B', join(import.meta.dirname, 'dropping.py'), wanted, side.directory])
}

async function countFiles(sides: Sides): Promise<number> {
  const files = await Promise.all(each(sides, filesOf))
  return files.flat().length
}

function each<T>({ ours, theirs, compiled }: Sides, work: (side: Side) => T): T[] {
  return [ours, theirs, compiled].map(work)
}

function mapEach<T>({ ours, theirs, compiled }: Sides, work: (side: Side) => T): Each<T> {
  return { ours: work(ours), theirs: work(theirs), compiled: work(compiled) }
}

function pick<T>(found: Each<T[]>, value: (one: T) => number): Each<Spread> {
  const spread = (values: T[]) => spreadOf(values.map(value))
  return { ours: spread(found.ours), theirs: spread(found.theirs), compiled: spread(found.compiled) }
}
