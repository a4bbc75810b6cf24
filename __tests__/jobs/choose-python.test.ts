import { delimiter } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Architecture } from '../../src/catalog/architecture.js'
import { type Catalog, isSupported, loadCatalog, versionsOf } from '../../src/catalog/catalog.js'
import { chooseImages, planBuilds } from '../../src/catalog/plan.js'
import type { Runtime } from '../../src/catalog/types.js'
import { readBuildRequest } from '../../src/inputs/build-inputs.js'
import { choosePython } from '../../src/jobs/choose-python.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { findEngine } from '../../src/recipe/choose-engine.js'
import { ImageUnavailableError } from '../../src/sandbox/images.js'
import { LaidOut, version } from '../machine/laid-out.js'
import { collectingLog } from '../report/collecting-log.js'
import { placeDocker } from './docker.js'

const catalog = await loadCatalog()
const TODAY = '2026-01-01'
const released = catalog.runtimes.filter(({ preview }) => !preview)
const pythonsOf = (supported: boolean) =>
  released.filter((runtime) => isSupported(runtime, TODAY) === supported).map(({ python }) => python)
const [NEWEST = '', NEXT = '', ...OTHERS] = pythonsOf(true).reverse()
const [RETIRED = '', ELDEST = ''] = pythonsOf(false).reverse()

const path = process.env.PATH
let machine: LaidOut
beforeEach(() => {
  machine = new LaidOut()
  // The engine is a program on PATH, so a program on PATH stands in for a daemon without a registry.
  process.env.PATH = [machine.at('engines'), '/usr/bin', '/bin'].join(delimiter)
  docker()
  machine.program('engines/podman', 'exit 1')
})
afterEach(() => {
  process.env.PATH = path
})

/** A docker that has the images of these Pythons and gets no other. */
function docker(...pythons: string[]): void {
  const names = pythons.flatMap((python) => Object.values(imagesOf(python)))
  placeDocker(machine, { [thisArchitecture()]: names })
}

function imagesOf(python: string) {
  const runtime = catalog.runtimes.find((row) => row.python === python) ?? expect.fail(python)
  return chooseImages(runtime, thisArchitecture())
}

/** Interpreters of these versions. */
function pythons(...versions: string[]): void {
  for (const python of versions) machine.pretender(`usr/bin/python${python}`, ...version(python))
}

async function choose(inputs: Record<string, string>, from: Catalog = catalog) {
  const { log, lines } = collectingLog()
  const request = readBuildRequest((name) => inputs[name], { python: 'optional' })
  const engine = await findEngine(request, { ...log, info: () => {}, begin: () => {}, end: () => {} })
  const chosen = await choosePython({ request, engine, catalog: from, log, today: TODAY, system: machine })
  const { pythons } = chosen.request
  return { pythons, engine: chosen.engine, said: lines.join('\n'), request, chosen: chosen.request }
}

const none = { 'container-engine': 'none' }

test('a Python that was named stays, and nothing is asked', async () => {
  const { chosen, request, said } = await choose({ 'python-version': '3.5' })
  expect(chosen).toBe(request)
  expect(said).toBe('')
})

test('without a container: the newest that AWS supports and this machine has', async () => {
  pythons(RETIRED, ...OTHERS, NEXT)
  const { pythons: chosen, engine, said } = await choose(none)
  expect([chosen, engine]).toEqual([[NEXT], 'none'])
  const interpreter = machine.at(`usr/bin/python${NEXT}`)
  expect(said).toContain(`Python ${NEXT}, the newest that AWS supports and this machine has (${interpreter})`)
})

test('what AWS no longer supports comes after, with a warning', async () => {
  pythons(RETIRED, ELDEST)
  const { pythons: chosen, said } = await choose(none)
  expect(chosen).toEqual([RETIRED])
  expect(said).toContain(`Python ${RETIRED}, the newest that this machine has`)
  expect(said).toContain('AWS no longer supports it')
})

/** The catalog with something else said of the newest Python. */
const newestWith = (change: Partial<Runtime>): Catalog => ({
  ...catalog,
  runtimes: catalog.runtimes.map((row) => (row.python === NEWEST ? { ...row, ...change } : row)),
})

test.each<[string, Partial<Runtime>]>([
  ['retired before older ones', { deprecated: TODAY }],
  ["not for this machine's architecture", { architectures: [] }],
  ['a preview', { preview: true }],
])('the newest Python is not taken when it is %s', async (_, change) => {
  pythons(NEWEST, NEXT)
  expect((await choose(none)).pythons).toEqual([NEWEST])
  expect((await choose(none, newestWith(change))).pythons).toEqual([NEXT])
})

test('a preview is for those who name it', async () => {
  pythons(NEWEST)
  await expect(choose(none, newestWith({ preview: true }))).rejects.toThrow(`no CPython ${NEXT}, `)
})

test('a psycopg2 that was named is served', async () => {
  const older = versionsOf(catalog, 'psycopg2').findLast(({ pythons: served }) => !served?.includes(NEWEST))
  if (older === undefined) expect.fail('every psycopg2 serves the newest Python')
  pythons(...released.map(({ python }) => python))
  const { pythons: chosen, said } = await choose({ ...none, 'psycopg2-version': older.version })
  expect(chosen).toEqual([older.pythons?.at(-1)])
  expect(said).toContain(`, psycopg2 ${older.version} serves and this machine has`)
})

test('a psycopg2 that there is not is refused by the plan, in its own words', async () => {
  const { chosen } = await choose({ ...none, 'psycopg2-version': '0.1' })
  expect(() => planBuilds(chosen, catalog)).toThrow(/^psycopg2-version: "0\.1" is not in the lock/)
})

test('with images at hand: the newest that AWS supports, whatever this machine has', async () => {
  docker(NEWEST, NEXT)
  pythons(NEXT)
  const { pythons: chosen, engine, said } = await choose({})
  expect([chosen, engine]).toEqual([[NEWEST], 'docker'])
  expect(said).toBe(`Python ${NEWEST}, the newest that AWS supports`)
})

test('where no registry answers, the newest whose images are at hand, with a warning', async () => {
  docker(...OTHERS, NEXT, RETIRED)
  const { pythons: chosen, engine, said } = await choose({})
  expect([chosen, engine]).toEqual([[NEXT], 'docker'])
  expect(said).toContain(`${imagesOf(NEWEST).runtimeImage} is not present and cannot be pulled`)
  expect(said).toContain(`Python ${NEXT}, the newest that AWS supports and whose images are here`)
})

test('an image that is only half of what is needed does not count', async () => {
  placeDocker(machine, { [thisArchitecture()]: [imagesOf(NEXT).buildImage] })
  pythons(RETIRED)
  expect((await choose({ verify: 'import' })).engine).toBe('none')
  expect((await choose({ verify: 'none' })).pythons).toEqual([NEXT])
})

test.each([
  ['an engine without images', () => docker(), /cannot be pulled.*no such host/],
  ['no engine', () => machine.program('engines/docker', 'exit 1'), /No container engine answers/],
])('%s: this machine, and its images are not asked for again', async (_, prepare, says) => {
  prepare()
  pythons(NEXT)
  const { pythons: chosen, engine, said } = await choose({})
  expect([chosen, engine]).toEqual([[NEXT], 'none'])
  expect(said).toMatch(says)
})

test('an engine that was named must get images', async () => {
  pythons(NEXT)
  await expect(choose({ 'container-engine': 'docker' })).rejects.toThrow(ImageUnavailableError)
})

test('a machine with nothing to build with: what was looked for, and what gets one', async () => {
  const error = await choose(none).catch((thrown) => thrown)
  expect(error.message).toContain(`no CPython ${NEWEST}, ${NEXT}, `)
  const oldest = released.find(({ architectures }) => architectures.includes(thisArchitecture()))
  expect(error.message).toContain(`or ${oldest?.python} with headers`)
  expect(error.hint).toContain(`uv python install ${NEWEST}`)
})

test("another architecture than this machine's is not looked for here", async () => {
  const architecture: Architecture = thisArchitecture() === 'arm64' ? 'x86_64' : 'arm64'
  pythons(NEXT)
  const image = { ...none, architecture, toolchain: 'image' }
  await expect(choose(image)).rejects.toThrow(/builds for this machine, linux on/)
})
