import { expect, test } from 'vitest'
import type { Source } from '../../src/catalog/types.js'
import { dependencyKey } from '../../src/recipe/dependencies.js'
import { parseBuildInfo } from '../../src/recipe/psycopg2.js'
import { scriptError } from '../../src/recipe/script.js'
import type { Sandbox } from '../../src/sandbox/sandbox.js'
import { libpqVersionNumber } from '../../src/verify/import.js'
import { planFor } from '../plans.js'

const [first, second] = [await planFor('3.12'), await planFor('3.13')]

/** The same version from another tarball. */
const replaced = (source: Source): Source => ({
  ...source,
  files: [{ ...source.files[0], sha256: '0'.repeat(64) }],
})

test('Pythons of one toolchain share OpenSSL and libpq; everything that shapes the bytes parts them', async () => {
  const key = await dependencyKey('f'.repeat(64), first)
  expect(await dependencyKey('f'.repeat(64), second)).toBe(key)
  const others = [
    dependencyKey('e'.repeat(64), first),
    dependencyKey('f'.repeat(64), { ...first, architecture: 'arm64' }),
    dependencyKey('f'.repeat(64), { ...first, openssl: replaced(first.openssl) }),
    dependencyKey('f'.repeat(64), { ...first, postgresql: replaced(first.postgresql) }),
  ]
  expect(new Set([key, ...(await Promise.all(others))]).size).toBe(5)
})

test('what the scripts say of themselves is read by key', () => {
  const text =
    'flags=openssl: no-shared\nedit=libpq: one change\ncompiler=gcc (GCC) 11\nlinker=ld\nflags=link: -s\n'
  expect(parseBuildInfo(text)).toEqual({
    compiler: 'gcc (GCC) 11',
    flags: ['openssl: no-shared', 'link: -s'],
    edits: ['libpq: one change'],
  })
})

test.each([
  ['18.6', '180006'],
  ['17.11', '170011'],
])('libpq %s calls itself %s', (version, number) => {
  expect(libpqVersionNumber(version)).toBe(number)
})

test.each([
  ['tar: write error: No space left on device', /disk is full/],
  ['gcc: fatal error: Killed signal terminated program cc1', /memory/],
  ['psycopg2: Python 3.13 has no headers: /x/Python.h does not exist', /build-image/],
  ["toolchain: make is 'GNU Make 3.80', but …", /build-image.*docs\/amazon-linux\.md/],
  ['something else', /by hand/],
])('a script that ends with "%s" gets advice', (line, hint) => {
  const sandbox = { title: 'container x of image y' } as Sandbox
  const error = scriptError(sandbox, 'openssl.sh', {
    exitCode: 4,
    stdout: 'compiling\n',
    stderr: `${line}\n`,
  })
  expect(error.message).toBe(`scripts/openssl.sh failed with exit code 4 in container x of image y: ${line}`)
  expect(error.hint).toMatch(hint)
  expect(error.details).toEqual(['compiling', line])
})
