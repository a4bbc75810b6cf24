import { delimiter } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isSupported, loadCatalog, today } from '../../src/catalog/catalog.js'
import { planBuilds } from '../../src/catalog/plan.js'
import { readBuildRequest } from '../../src/inputs/build-inputs.js'
import { leaveOutMissing } from '../../src/jobs/left-out.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import type { Engine } from '../../src/sandbox/engine.js'
import { ImageUnavailableError } from '../../src/sandbox/images.js'
import { LaidOut, version } from '../machine/laid-out.js'
import { planFor } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'
import { placeDocker } from './docker.js'

const catalog = await loadCatalog()
const HOST = thisArchitecture()
const OTHER = HOST === 'arm64' ? 'x86_64' : 'arm64'
const supported = catalog.runtimes
  .filter((runtime) => isSupported(runtime, today()))
  .map(({ python }) => python)
const [FIRST = '', SECOND = '', ...REST] = supported

const path = process.env.PATH
let machine: LaidOut
beforeEach(() => {
  machine = new LaidOut()
  process.env.PATH = [machine.at('engines'), '/usr/bin', '/bin'].join(delimiter)
})
afterEach(() => {
  process.env.PATH = path
})

interface Call {
  engine: Engine
  fallBack?: boolean
  inputs?: Record<string, string>
}

/** What becomes of a request for everything that AWS supports. */
async function leaveOut({ engine, fallBack = true, inputs = {} }: Call) {
  const { log, lines } = collectingLog()
  const asked: Record<string, string> = { 'python-version': 'supported', ...inputs }
  const request = readBuildRequest((name) => asked[name])
  const result = await leaveOutMissing({ request, engine, catalog, fallBack, log, system: machine })
  const plans = planBuilds(result.request, catalog)
  return {
    made: plans.map(({ python, architecture }) => `${python} ${architecture}`),
    engine: result.engine,
    said: lines.join('\n'),
  }
}

function interpreters(...pythons: string[]): void {
  for (const python of pythons) machine.pretender(`usr/bin/python${python}`, ...version(python))
}

async function images(
  targets: [python: string, architecture: typeof HOST][] = [],
  reason?: string,
): Promise<() => string[]> {
  const names: Record<typeof HOST, string[]> = { x86_64: [], arm64: [] }
  for (const [python, architecture] of targets) {
    const { buildImage, runtimeImage } = await planFor(python, { architectures: [architecture] })
    names[architecture].push(buildImage, runtimeImage)
  }
  return placeDocker(machine, names, reason)
}

test('with everything at hand nothing is left out, and nothing said', async () => {
  interpreters(...supported)
  const { made, engine, said } = await leaveOut({ engine: 'none', fallBack: false })
  expect(made).toEqual(supported.map((python) => `${python} ${HOST}`))
  expect([engine, said]).toEqual(['none', ''])
})

test('without a container, what this machine does not have is left out, with a warning that names it', async () => {
  interpreters(FIRST)
  const { made, said } = await leaveOut({ engine: 'none' })
  expect(made).toEqual([`${FIRST} ${HOST}`])
  expect(said).toContain(`Python ${new Intl.ListFormat('en-GB').format([SECOND, ...REST])} is left out`)
  expect(said).toContain(`This machine has no CPython ${SECOND}`)
  expect(said).not.toContain('Of no use')
})

test('in a workflow every one that this machine does not have is missed at once', async () => {
  interpreters(FIRST)
  const or = new Intl.ListFormat('en-GB', { type: 'disjunction' })
  await expect(leaveOut({ engine: 'none', fallBack: false })).rejects.toThrow(
    `This machine has no CPython ${or.format([SECOND, ...REST])} with headers`,
  )
})

test('a machine that has none of them', async () => {
  await expect(leaveOut({ engine: 'none' })).rejects.toThrow(`This machine has no CPython ${FIRST}, `)
})

test('what was named is never left out', async () => {
  interpreters(FIRST)
  await expect(
    leaveOut({ engine: 'none', inputs: { 'python-version': `supported ${SECOND}` } }),
  ).rejects.toThrow(`This machine has no CPython ${SECOND} with headers`)
})

test('a Python alone is left to whoever builds it', async () => {
  const { made, said } = await leaveOut({ engine: 'none', inputs: { 'python-version': FIRST } })
  expect(made).toEqual([`${FIRST} ${HOST}`])
  expect(said).toBe('')
})

test('an image that cannot be had is left out on its architecture, and the others are made', async () => {
  const pulls = await images([
    [FIRST, HOST],
    [FIRST, OTHER],
    [SECOND, OTHER],
  ])
  const { made, engine, said } = await leaveOut({
    engine: 'docker',
    inputs: { architecture: `${HOST} ${OTHER}`, 'python-version': 'supported', toolchain: 'image' },
  })
  expect(made).toEqual([`${FIRST} ${HOST}`, `${FIRST} ${OTHER}`, `${SECOND} ${OTHER}`])
  expect(engine).toBe('docker')
  expect(said).toMatch(
    new RegExp(`Python ${SECOND} on ${HOST} is left out\\. runtime-image: .* cannot be pulled`),
  )
  // A registry that cannot be reached is asked once, for one image.
  expect(pulls()).toEqual([(await planFor(SECOND, { architectures: [HOST] })).runtimeImage])
  for (const python of REST)
    expect(said).toMatch(new RegExp(`Left out as well, .*: .*Python ${python} on ${HOST}`))
})

test('a registry that does not have an image is asked for the others', async () => {
  const pulls = await images([[SECOND, HOST]], 'manifest unknown')
  const { made, said } = await leaveOut({ engine: 'docker' })
  expect(made).toEqual([`${SECOND} ${HOST}`])
  const missing = await Promise.all([FIRST, ...REST].map((python) => planFor(python)))
  expect(pulls()).toEqual(missing.map(({ runtimeImage }) => runtimeImage))
  for (const { python } of missing) expect(said).toContain(`Python ${python} on ${HOST} is left out. `)
})

test('in a workflow no image is asked for beforehand: a missing one ends the build', async () => {
  await images()
  const { made, said } = await leaveOut({ engine: 'docker', fallBack: false })
  expect(made).toEqual(supported.map((python) => `${python} ${HOST}`))
  expect(said).toBe('')
})

test('without any image, the Pythons of this machine', async () => {
  await images()
  interpreters(SECOND)
  const { made, engine, said } = await leaveOut({ engine: 'docker' })
  expect([made, engine]).toEqual([[`${SECOND} ${HOST}`], 'none'])
  expect(said).toMatch(/cannot be pulled/)
})

test('without any image an engine that was named is an error', async () => {
  await images()
  interpreters(SECOND)
  const inputs = { 'container-engine': 'docker' }
  await expect(leaveOut({ engine: 'docker', inputs })).rejects.toThrow(ImageUnavailableError)
})
