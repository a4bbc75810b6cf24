import { expect, test } from 'vitest'
import { dependencyKey } from '../../src/cache/key.js'
import type { Source } from '../../src/catalog/types.js'
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
