import { join } from 'node:path'
import { inject } from 'vitest'
import { CACHE } from './places.js'

const versions = inject('versions')

/** The versions of libpq that the tests build with: the newest that can be had, which is the default, and the newest before 18. */
export const LIBPQS = [versions.libpq, versions.libpqBefore18] as const

/** The newest OpenSSL with long-term support that can be had. */
export const OPENSSL = versions.openssl

/** A directory with the tarballs, for tests that start with an empty tool cache. */
export const SOURCES = join(CACHE, 'sources')

/** The psycopg2 that the catalog gives a Python. */
export function psycopg2For(python: string): string {
  const version = versions.psycopg2[python]
  if (version === undefined) throw new Error(`No psycopg2 in the lock serves Python ${python}`)
  return version
}

/** What an action's inputs say of the versions to build with: a workflow takes the newest of the lock, or fails. */
export const VERSIONS = { 'postgresql-version': versions.libpq, 'openssl-version': versions.openssl }

/** The inputs of a build for a Python from the tarballs at hand. */
export function from(python: string): Record<string, string> {
  return {
    'python-version': python,
    'psycopg2-version': psycopg2For(python),
    'source-dir': SOURCES,
    ...VERSIONS,
  }
}
