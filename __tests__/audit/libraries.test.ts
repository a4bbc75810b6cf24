import { expect, test } from 'vitest'
import libraries from '../../src/audit/image-libraries.json' with { type: 'json' }
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }

const images = Object.entries(libraries.images)

test('every base of the catalog has its libraries, with their source', () => {
  expect(images.map(([base]) => base)).toEqual(Object.keys(runtimes.bases))
  expect(images.every(([, { source }]) => source.startsWith('https://'))).toBe(true)
})

test.each(images)(
  '%s has the parts of glibc and of GCC, and nothing twice',
  (_, { libraries: there, perhaps }) => {
    const parts = [
      'libc.so.6',
      'libm.so.6',
      'libdl.so.2',
      'libpthread.so.0',
      'libgcc_s.so.1',
      'libstdc++.so.6',
    ]
    expect(there).toEqual(expect.arrayContaining(parts))
    expect(new Set([...there, ...perhaps]).size).toBe(there.length + perhaps.length)
  },
)
