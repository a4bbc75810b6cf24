import { expect, test } from 'vitest'
import { parseBuildInfo } from '../../src/recipe/psycopg2.js'

test('what the scripts say of themselves is read by key', () => {
  const text = 'flags=openssl: no-shared\nedit=libpq: one change\ncompiler=gcc (GCC) 11\nflags=link: -s\n'
  expect(parseBuildInfo(text)).toEqual({
    compiler: 'gcc (GCC) 11',
    flags: ['openssl: no-shared', 'link: -s'],
    edits: ['libpq: one change'],
  })
})
