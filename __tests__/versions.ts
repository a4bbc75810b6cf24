import { join } from 'node:path'
import { inject } from 'vitest'
import { CACHE } from '../stand-ins/places.js'
import { PYTHON } from './roles.js'

const versions = inject('versions')

/** The versions of libpq that the tests build with: the newest that can be had, which is the default, and the newest before 18. */
export const LIBPQS = [versions.libpq, versions.libpqBefore18] as const

/** The newest OpenSSL with long-term support that can be had. */
export const OPENSSL = versions.openssl

/** A psycopg2 that can be had as several files, a Python it serves, and where each of them lies alone. */
export const BOTH = versions.both

/** A directory with the tarballs, for tests that start with an empty tool cache. */
export const SOURCES = join(CACHE, 'sources')

/** The psycopg2 that the catalog gives a Python. */
export function psycopg2For(python: string): string {
  const version = versions.psycopg2[python]
  if (version === undefined) throw new Error(`No psycopg2 in the lock serves Python ${python}`)
  return version
}

/** The psycopg2 of the Python that most tests build for. */
export const PSYCOPG2 = psycopg2For(PYTHON)

/** The inputs for a build from what is at hand: a workflow's default is the newest of the lock, or no build. */
export const AT_HAND = {
  'source-dir': SOURCES,
  'postgresql-version': versions.libpq,
  'openssl-version': versions.openssl,
}
