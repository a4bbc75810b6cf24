import { expect, test } from 'vitest'
import type { Built } from '../../src/build/build.js'
import { parseBuildInfo } from '../../src/build/compile.js'
import { dependencyKey } from '../../src/build/dependencies.js'
import { outputsOf, rowOf } from '../../src/build/outputs.js'
import { scriptError } from '../../src/build/script.js'
import { loadCatalog } from '../../src/catalog/catalog.js'
import { type BuildPlan, planBuilds } from '../../src/catalog/plan.js'
import type { Sandbox } from '../../src/container/sandbox.js'
import { libpqVersionNumber } from '../../src/verify/import.js'

const catalog = await loadCatalog()
const request = {
  pythons: ['3.12', '3.13'],
  architecture: 'x86_64',
  psycopg2Version: 'default',
  postgresqlVersion: 'default',
  opensslVersion: 'default',
} as const
const [first, second] = planBuilds({ ...request, pythons: [...request.pythons] }, catalog) as [
  BuildPlan,
  BuildPlan,
]

test('Pythons of one toolchain share OpenSSL and libpq; everything that shapes the bytes parts them', async () => {
  const key = await dependencyKey('f'.repeat(64), first)
  expect(await dependencyKey('f'.repeat(64), second)).toBe(key)
  const others = [
    dependencyKey('e'.repeat(64), first),
    dependencyKey('f'.repeat(64), { ...first, architecture: 'arm64' }),
    dependencyKey('f'.repeat(64), { ...first, openssl: { ...first.openssl, sha256: '0'.repeat(64) } }),
    dependencyKey('f'.repeat(64), { ...first, postgresql: { ...first.postgresql, sha256: '0'.repeat(64) } }),
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

test('outputs speak of the first zip, lists of all', () => {
  const built = (plan: BuildPlan, cacheHit: boolean): Built => ({
    plan,
    artefact: {
      name: `${plan.python}.zip`,
      path: `/out/${plan.python}.zip`,
      size: 10,
      sha256: plan.python,
      md5: 'm',
      files: [`/out/${plan.python}.zip`, `/out/${plan.python}.zip.sha256`],
    },
    audit: { passed: true, violations: [], checked: ['a', 'b'], highestGlibc: '2.17', needed: [], size: 5 },
    proof: { checks: ['c'] },
    cacheHit,
    seconds: 1,
  })
  const all = [built(first, true), built(second, false)] as const
  const outputs = outputsOf([...all], { id: 7, url: 'https://github.example/r/7' })
  expect(outputs).toMatchObject({ 'release-id': '7', 'release-url': 'https://github.example/r/7' })
  expect(outputsOf([...all], undefined)).not.toHaveProperty('release-id')
  expect(outputs).toMatchObject({ zip: '/out/3.12.zip', sha256: '3.12', md5: 'm', 'cache-hit': 'false' })
  expect(outputs.files).toBe('/out/3.12.zip\n/out/3.12.zip.sha256\n/out/3.13.zip\n/out/3.13.zip.sha256')
  expect(JSON.parse(outputs.artifacts ?? '')).toEqual([
    expect.objectContaining({ name: '3.12.zip', python: '3.12', glibc: '2.17', architecture: 'x86_64' }),
    expect.objectContaining({
      name: '3.13.zip',
      versions: { psycopg2: '2.9.13', postgresql: '18.6', openssl: '3.5.7' },
    }),
  ])
  expect(rowOf(all[0])).toMatchObject({ checks: 3, glibcCeiling: '2.34', libpq: '18.6' })
})
