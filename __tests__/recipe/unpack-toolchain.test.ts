import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { contentHash } from '../../src/cache/file-list.js'
import { loadCatalog } from '../../src/catalog/catalog.js'
import { forHost, pinnedToolchain } from '../../src/catalog/toolchain.js'
import { sha256 } from '../../src/package/checksums.js'
import { Tarballs } from '../../src/recipe/tarballs.js'
import { provideToolchain } from '../../src/recipe/unpack-toolchain.js'
import { pythonZip } from '../package/python-zip.js'
import { collectingLog } from '../report/collecting-log.js'

/** The wheel's files that are kept. */
const KEPT = {
  'ziglang/LICENSE': 'MIT',
  'ziglang/lib/c.zig': 'c',
  'ziglang/lib/include/stdarg.h': 'a header',
  'ziglang/lib/libc/glibc/abilists': 'names',
  'ziglang/lib/libc/include/aarch64-linux-any/asm/x.h': 'arm64',
  'ziglang/lib/libc/include/x86-linux-gnu/bits/x.h': 'x86',
  'ziglang/zig': '#!/bin/sh\n',
}
const KEPT_PATHS = Object.keys(KEPT).map((name) => name.slice('ziglang/'.length))

const locked = pinnedToolchain(await loadCatalog())
const unpacked = contentHash(
  Object.values(KEPT).map((text, index) => [`${KEPT_PATHS[index]}`, sha256(Buffer.from(text))]),
)
/** The lock's row, as if its wheels unpacked to what is above. */
const toolchain = {
  ...locked,
  files: locked.files.map((file) => ({ ...file, unpacked })) as typeof locked.files,
}
const LEFT = { 'ziglang/lib/libcxx/x.cpp': 'C++', 'ziglang/lib/libc/include/x86_64-linux-musl/x.h': 'musl' }

let top: string

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'toolchain-'))
  vi.stubEnv('RUNNER_TOOL_CACHE', join(top, 'cache'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(top, { recursive: true, force: true })
})

function wheel(files: Record<string, string>): string {
  const path = join(top, 'a.whl')
  const entries = JSON.stringify(Object.entries(files))
  writeFileSync(path, pythonZip(`for path, text in ${entries}: z.writestr(path, text)`))
  return path
}

function provide(path: string) {
  const { log, lines } = collectingLog()
  const tarballs = new Tarballs(async (sources) => {
    return new Map(sources.map((source) => [source, { path, file: source.files[0] }]))
  })
  return { provided: provideToolchain(toolchain, 'x86_64', { tarballs, log }), lines }
}

const filesIn = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(directory, name)).isFile())
    .sort()

test('what C for Linux takes is unpacked, the compiler can be run, and the rest of the wheel is not there', async () => {
  const { directory, files, host, source } = await provide(wheel({ ...KEPT, ...LEFT })).provided
  expect(filesIn(directory)).toEqual(KEPT_PATHS)
  expect(files.map(([name]) => name)).toEqual(KEPT_PATHS)
  expect(statSync(join(directory, 'zig')).mode & 0o777).toBe(0o755)
  expect({ host, source }).toEqual({ host: 'x86_64', source: forHost(toolchain, 'x86_64') })
})

test('it is unpacked once, and used again as long as every file is as it was', async () => {
  const path = wheel(KEPT)
  const { directory } = await provide(path).provided
  const before = statSync(join(directory, 'zig')).ino
  // Its wheel is not needed any more.
  rmSync(path)
  expect((await provide(path).provided).directory).toBe(directory)
  expect(statSync(join(directory, 'zig')).ino).toBe(before)
})

test.each([
  ['was changed', (zig: string) => writeFileSync(zig, 'another'), /is not as it was unpacked;/],
  ['is missing', (zig: string) => rmSync(zig), /is not as it was unpacked;/],
  ['was added', (zig: string) => writeFileSync(`${zig}.h`, ''), /is not as it was unpacked;/],
  ['is a link', (zig: string) => symlinkSync(zig, `${zig}.h`), /\(zig\.h is a symbolic link\)/],
])('a file that %s is noticed, and all is unpacked anew', async (_, spoil, said) => {
  const path = wheel(KEPT)
  const { directory } = await provide(path).provided
  spoil(join(directory, 'zig'))
  const again = provide(path)
  await again.provided
  expect(again.lines.join('\n')).toMatch(said)
  expect(readFileSync(join(directory, 'zig'), 'utf8')).toBe(KEPT['ziglang/zig'])
  expect(filesIn(directory)).toEqual(KEPT_PATHS)
})

test('several jobs at once end with one that is whole, and nothing half there', async () => {
  const path = wheel(KEPT)
  const all = await Promise.all([1, 2, 3, 4].map(() => provide(path).provided))
  const [directory = '', ...others] = new Set(all.map((one) => one.directory))
  expect(others).toEqual([])
  expect(readdirSync(join(directory, '..'))).toEqual(['x86_64'])
  expect(filesIn(directory)).toEqual(KEPT_PATHS)
})

test('a wheel of something else is refused', async () => {
  const { provided } = provide(wheel({ 'other/file': 'x' }))
  await expect(provided).rejects.toThrow(/a\.whl has no compiler in it that this recipe knows/)
})

test('a wheel that unpacks to other files than the lock says is refused', async () => {
  const { provided } = provide(wheel({ ...KEPT, 'ziglang/zig': 'another' }))
  await expect(provided).rejects.toThrow(new RegExp(`has the content hash [0-9a-f]{64}, not ${unpacked}`))
})

test('a cache that cannot be written is said, and nothing is left', async () => {
  mkdirSync(join(top, 'cache'))
  writeFileSync(join(top, 'cache', 'psycopg2-lambda-toolchain'), 'a file')
  await expect(provide(wheel(KEPT)).provided).rejects.toThrow(
    /psycopg2-lambda-toolchain.* could not be written/,
  )
  expect(readdirSync(join(top, 'cache'))).toEqual(['psycopg2-lambda-toolchain'])
})

test('for a host that the lock has no file for, the error says so', () => {
  const files = toolchain.files.filter(({ host }) => host === 'x86_64') as typeof toolchain.files
  expect(() => forHost({ ...toolchain, files }, 'arm64')).toThrow(/has no zig .* that runs on arm64/)
})
