import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ToolchainChoice } from '../../src/catalog/toolchain.js'
import { assertPlaces } from '../../src/jobs/writable-places.js'
import { makeScratch, removeScratch, temporaryToCompileIn } from '../../src/machine/scratch.js'
import { findEngine } from '../../src/recipe/choose-engine.js'
import { BuildError, InputError } from '../../src/report/errors.js'
import { collectingLog } from '../report/collecting-log.js'

const { log } = collectingLog()
let top: string
let file: string
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'places-'))
  file = join(top, 'file')
  writeFileSync(file, '')
  vi.stubEnv('RUNNER_TEMP', join(top, 'temp'))
  vi.stubEnv('RUNNER_TOOL_CACHE', join(top, 'tools'))
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const assert = (sourceDir?: string, toolchain: ToolchainChoice = 'pinned') =>
  assertPlaces({ outputDir: join(top, 'a b', 'dist'), sourceDir, toolchain }, 'none')

test('places that are not there are made', async () => {
  await assert()
  for (const name of ['a b/dist', 'temp', 'tools']) expect(readdirSync(join(top, name))).toEqual([])
})

test.each(['RUNNER_TEMP', 'RUNNER_TOOL_CACHE'])(
  '%s that cannot be written is refused by name',
  async (name) => {
    vi.stubEnv(name, join(file, 'below'))
    const refused = assert()
    await expect(refused).rejects.toThrow(InputError)
    await expect(refused).rejects.toThrow(`${name}: cannot write to ${join(file, 'below')}`)
  },
)

test('a temporary directory that is none does not keep the end of a run from telling why', async () => {
  vi.stubEnv('RUNNER_TEMP', file)
  await removeScratch('places-test')
})

test('without RUNNER_TEMP it is TMPDIR that is named', async () => {
  vi.stubEnv('RUNNER_TEMP', '')
  vi.stubEnv('TMPDIR', file)
  await expect(assert()).rejects.toThrow(`TMPDIR: cannot write to ${file}`)
})

test('a tool cache that cannot be written is one that only the pinned compiler must have, given source-dir', async () => {
  vi.stubEnv('RUNNER_TOOL_CACHE', file)
  await assert(top, 'image')
  await expect(assert(top)).rejects.toThrow(`RUNNER_TOOL_CACHE: cannot write to ${file}`)
  vi.stubEnv('RUNNER_TOOL_CACHE', '')
  await expect(assert(top)).rejects.toThrow('RUNNER_TOOL_CACHE is not set')
})

test.each(['with space', "it's", 'a"b', 'a$b', 'a:b', 'a#b', 'a(b)', 'ä', 'a\\b', 'a%b', 'a,b'])(
  'a temporary directory that configure or make cannot work in (%j) is not compiled in',
  async (name) => {
    const directory = join(top, name)
    mkdirSync(directory)
    vi.stubEnv('RUNNER_TEMP', directory)
    const { path } = temporaryToCompileIn()
    expect(path).toBe('/tmp')
    const made = await makeScratch('places-test', 'sandbox', temporaryToCompileIn())
    const other = await makeScratch('places-test', 'out')
    expect(made).toMatch(/^\/tmp\/psycopg2-lambda-places-test\/sandbox-\w+$/)
    expect(other.startsWith(`${directory}/`)).toBe(true)
    await removeScratch('places-test')
    for (const each of [made, other]) expect(() => readdirSync(each)).toThrow('ENOENT')
  },
)

test('an ordinary temporary directory is compiled in', () => {
  vi.stubEnv('RUNNER_TEMP', '/home/runner/work/_temp-1.2+a')
  expect(temporaryToCompileIn().path).toBe('/home/runner/work/_temp-1.2+a')
})

test.each([
  ['darwin', 'arm64', 'arm64', /needs Linux \(or Docker\): this machine is macOS on arm64/],
  ['darwin', 'x64', 'x86_64', /needs Linux \(or Docker\): this machine is macOS on x64/],
  ['win32', 'x64', 'x86_64', /needs Linux \(or Docker\): this machine is Windows on x64/],
  ['freebsd', 'x64', 'x86_64', /needs Linux \(or Docker\): this machine is freebsd on x64/],
  ['linux', 'x64', 'arm64', /for this machine, linux on x64, not for arm64/],
  ['linux', 'riscv64', 'x86_64', /for this machine, linux on riscv64, not for x86_64/],
] as const)('%s on %s cannot itself build for %s', async (platform, arch, architecture, message) => {
  vi.stubEnv('PATH', top)
  for (const engine of ['none', 'auto'] as const) {
    const request = { engine, architectures: [architecture], toolchain: 'image' } as const
    const refused = findEngine({ ...request, architectures: [architecture] }, log, { platform, arch })
    await expect(refused).rejects.toThrow(BuildError)
    await expect(refused).rejects.toThrow(message)
  }
})

test.each([
  ['x64', 'image', 'x86_64'],
  ['arm64', 'image', 'arm64'],
  ['x64', 'pinned', 'arm64'],
  ['arm64', 'pinned', 'x86_64'],
] as const)('linux on %s can, with toolchain %s for %s', async (arch, toolchain, architecture) => {
  const request = { engine: 'none', toolchain, architectures: [architecture] } as const
  expect(
    await findEngine({ ...request, architectures: [architecture] }, log, { platform: 'linux', arch }),
  ).toBe('none')
})
