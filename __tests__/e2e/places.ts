import { join } from 'node:path'

/** The project's top directory. */
export const PROJECT = join(import.meta.dirname, '..', '..')

/** What is kept between runs: downloaded tarballs, staged files. */
export const CACHE = join(PROJECT, 'node_modules', '.cache', 'psycopg2-lambda-e2e')

/** A tool cache for sources only; compiled things are kept in one of each test file's own. */
export const TOOLS = join(CACHE, 'tools')
