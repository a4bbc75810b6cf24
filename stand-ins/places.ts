import { join } from 'node:path'

/** The project's top directory. */
export const PROJECT = join(import.meta.dirname, '..')

/** What is kept between runs: downloaded tarballs, staged files. */
export const CACHE = join(PROJECT, 'node_modules', '.cache', 'psycopg2-lambda-e2e')

/** A tool cache with sources and with what was compiled; only tests of the cache itself have one of their own. */
export const TOOLS = join(CACHE, 'tools')
