import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Project } from '../src/catalog/types.js'
import { compareVersions } from '../src/catalog/versions.js'
import { cleanUpOnSignal } from '../src/entries/cancel.js'
import { removeScratch, scratchOf } from '../src/machine/scratch.js'
import { BuildError } from '../src/report/errors.js'
import type { Log } from '../src/report/log.js'
import { install } from '../stand-ins/debian.js'
import { startEngine } from '../stand-ins/engine.js'
import { provideStandIns } from '../stand-ins/images.js'
import { interpretersHere } from '../stand-ins/pythons.js'
import { type Cost, measure } from './build/cost.js'
import { describeMachine, today } from './machine.js'
import { exactly, type Figure, type Part, spreadOf } from './part.js'

export const CLI = join(import.meta.dirname, '..', 'dist', 'cli', 'index.js')
// setup.py needs setuptools, which CPython has not brought along since 3.12.
const SETUPTOOLS_UNTIL = '3.11'

/** How often each is run. */
export interface Runs {
  ours: number
  /** The plain recipe, which takes longer than all the rest. */
  plain: number
}

/**
 * What a zip costs to build, beside the recipe people follow by hand: OpenSSL's default build and install, PostgreSQL's
 * default build and install, `setup.py build`. From the same tarballs, which are downloaded before. Ours is built in
 * containers or on this machine itself, import check included.
 */
export async function benchBuild(log: Log, runs: Runs): Promise<Part> {
  const runId = randomUUID()
  cleanUpOnSignal(runId, log.notice)
  const scratch = join(scratchOf(runId), 'bench')
  mkdirSync(scratch, { recursive: true })
  const { stop, missing } = await startEngine()
  try {
    if (missing !== undefined)
      throw new BuildError(`There is no container engine: ${missing}`, 'Start Docker.')
    await provideStandIns()
    install('bison', 'flex')
    return await compare(await choosePythons(), scratch, runs, log)
  } finally {
    await stop()
    await removeScratch(runId)
  }
}

/** The Pythons that are built for, by role. */
export interface Pythons {
  one: string
  five: string[]
  /** The interpreter of the plain recipe. */
  plain: string
}

/** @throws {BuildError} when this machine has too few */
export async function choosePythons(): Promise<Pythons> {
  const here = [...(await interpretersHere())]
  const five = here.slice(-5).map(([python]) => python)
  const [, plain] = here.findLast(([python]) => compareVersions(python, SETUPTOOLS_UNTIL) <= 0) ?? []
  if (five.length === 5 && plain !== undefined) return { one: five[4] ?? '', five, plain }
  throw new BuildError(
    `The build is measured with five Pythons, one of them ${SETUPTOOLS_UNTIL} or older; here are ${five.join(', ')}`,
    'Install more of them, with their headers: pyenv install.',
  )
}

async function compare(pythons: Pythons, scratch: string, runs: Runs, log: Log): Promise<Part> {
  const five = pythons.five.join(',')
  const tools = join(scratch, 'tools')
  const out = join(scratch, 'out')
  const env = { RUNNER_TOOL_CACHE: tools }
  const build = (pythons: string, more = '', engine = 'docker') =>
    `node "${CLI}" build --container-engine ${engine} --python-version ${pythons} --output-dir "${out}" ${more}`
  const buildHere = (pythons: string, more = '') => build(pythons, more, 'none')
  const time = async (name: string, script: string): Promise<Cost> => {
    const cost = await log.group(name, () => measure(script, env, scratch))
    rmSync(out, { recursive: true, force: true })
    return cost
  }
  await time('preparing: tarballs, tools, cache', build(five))
  const scripts: Record<Scenario, string> = {
    plain: plain(pythons.plain, scratch, tools),
    cold: build(pythons.one, '--cache false'),
    coldFive: build(five, '--cache false'),
    warm: build(pythons.one),
    warmFive: build(five),
    coldHere: buildHere(pythons.one, '--cache false'),
    all: buildHere('all', '--architecture "x86_64 arm64" --cache false'),
  }
  const costs = Object.fromEntries(SCENARIOS.map((name): [Scenario, Cost[]] => [name, []])) as Record<
    Scenario,
    Cost[]
  >
  for (let run = 1; run <= Math.max(runs.ours, runs.plain); run++) {
    for (const name of SCENARIOS) {
      if (run > (name === 'plain' ? runs.plain : runs.ours)) continue
      costs[name].push(await time(`${name}, run ${run}`, scripts[name]))
      rmSync(join(scratch, 'plain'), { recursive: true, force: true })
    }
  }
  const [{ versions }] = JSON.parse(
    execFileSync('sh', ['-c', build(pythons.one, '--json')], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    }),
  ) as [{ versions: Record<Project, string> }]
  const gcc = execFileSync('gcc', ['--version'], { encoding: 'utf8' }).split('\n')[0]
  return {
    ours: 'this project',
    theirs: 'compared with',
    date: today(),
    machine: describeMachine(),
    versions: `psycopg2 ${versions.psycopg2}, libpq ${versions.postgresql}, OpenSSL ${versions.openssl}, ${gcc}`,
    figures: figuresOf(costs),
    notes: [noteOn(pythons, runs)],
  }
}

const SCENARIOS = [
  ...(['plain', 'cold', 'coldFive', 'warm', 'warmFive'] as const),
  ...(['coldHere', 'all'] as const),
]
type Scenario = (typeof SCENARIOS)[number]

const noteOn = ({ one, five }: Pythons, runs: Runs) =>
  'Cold: nothing of OpenSSL and libpq was compiled before; warm: both were, by an earlier run. Tarballs, images and the ' +
  `images’ tools are there in all cases. One Python is ${one}, five are ${five[0]} to ${one} in one call. A further Python is a ` +
  'quarter of what five cost more than one. All is every Python that this machine has, each for both architectures ' +
  'where Lambda has them, in one call. CPU is the whole machine’s, the container engine’s included. Memory is how much ' +
  'more all processes held than before, at worst, without the page cache; disk how much less was free. ' +
  `Runs: the plain recipe ${runs.plain}, which takes long; the others ${runs.ours} (--plain-runs, --runs).`

function figuresOf(costs: Record<Scenario, Cost[]>): Figure[] {
  const of = (scenario: Scenario, kind: keyof Cost) => costs[scenario].map((cost) => cost[kind])
  const compare = (
    title: string,
    ours: Scenario,
    theirs: Scenario,
    kind: keyof Cost,
    target?: number,
  ): Figure => ({
    id: `${ours}-${theirs}-${kind}`,
    name: `${title}: ${kind === 'cpu' ? 'CPU' : kind}`,
    unit: kind === 'cpu' || kind === 'wall' ? 's' : 'B',
    ours: spreadOf(of(ours, kind)),
    theirs: spreadOf(of(theirs, kind)),
    ...(target === undefined ? {} : { target }),
  })
  const within = (id: string, title: string, seconds: number[], limit: number): Figure => ({
    ...{ id, name: `${title}, against ${limit} s: wall`, unit: 's', target: 1 },
    ...{ ours: spreadOf(seconds), theirs: exactly(limit) },
  })
  const timed = (title: string, ours: Scenario, target?: number) => [
    compare(`${title}, against the plain recipe`, ours, 'plain', 'cpu', target),
    compare(`${title}, against the plain recipe`, ours, 'plain', 'wall'),
  ]
  const furtherOf = (five: Scenario, one: Scenario) =>
    of(five, 'wall').map((wall, index) => (wall - (of(one, 'wall')[index] ?? 0)) / 4)
  return [
    ...timed('cold, one Python', 'cold', 0.155),
    ...timed('cold, five Pythons', 'coldFive'),
    ...timed('cold, one Python, without a container', 'coldHere', 0.155),
    ...timed('cold, all Pythons and both architectures, without a container', 'all', 0.5),
    ...timed('warm, one Python', 'warm'),
    ...timed('warm, five Pythons', 'warmFive'),
    compare('cold, five Pythons, against one', 'coldFive', 'cold', 'wall', 1.3),
    compare('cold, five Pythons, against one', 'coldFive', 'cold', 'cpu', 1.3),
    within('warm-limit', 'warm, one Python', of('warm', 'wall'), 10),
    within('further-limit', 'warm, each further Python', furtherOf('warmFive', 'warm'), 3),
    compare('cold, one Python, against the plain recipe', 'cold', 'plain', 'memory'),
    compare('cold, one Python, against the plain recipe', 'cold', 'plain', 'disk'),
  ]
}

function plain(python: string, scratch: string, tools: string): string {
  const files = readdirSync(tools, { recursive: true, encoding: 'utf8' }).map((name) => join(tools, name))
  const tarball = (pattern: RegExp) =>
    files.find((file) => pattern.test(file) && statSync(file).isFile()) ?? ''
  const jobs = availableParallelism()
  const prefix = join(scratch, 'plain')
  return `mkdir -p "${prefix}/src"; cd "${prefix}/src"
    tar xf "${tarball(/openssl-[^/]+\.gz$/)}"; cd openssl-*; ./config --prefix="${prefix}"; make -j${jobs}; make install; cd ..
    tar xf "${tarball(/postgresql-[^/]+\.bz2$/)}"; cd postgresql-*; ./configure --prefix="${prefix}" --with-ssl=openssl --without-readline --without-icu --without-zlib CPPFLAGS="-I${prefix}/include" LDFLAGS="-L${prefix}/lib64 -L${prefix}/lib"; make -j${jobs}; make install; cd ..
    tar xf "${tarball(/psycopg2-[^/]+\.gz$/)}"; cd psycopg2-*; PATH="${prefix}/bin:$PATH" "${python}" setup.py build`
}
