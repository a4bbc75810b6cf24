import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadCatalog, versionsOf } from '../../src/catalog/catalog.js'
import { terminalLog } from '../../src/report/terminal-log.js'
import { obtainSources } from '../../src/sources/obtain.js'
import { CACHE, TOOLS } from './places.js'

/** The psycopg2 that every machine can have: it is in Debian's archive as well as upstream. */
export const PSYCOPG2 = '2.9.10'

/** The versions of libpq that the tests build with, the default first. */
export const LIBPQS = ['18.6', '17.11'] as const

/** The OpenSSL that the tests build with: the default. */
export const OPENSSL = '3.5.7'

const VERSIONS = { psycopg2: [PSYCOPG2], postgresql: LIBPQS, openssl: [OPENSSL] }

/** A directory with the tarballs, for tests that start with an empty tool cache. */
export const SOURCES = join(CACHE, 'sources')

/** Obtains the tarballs as any build does: from upstream, or from Debian's archive where that cannot be reached. */
export async function provideSources(): Promise<void> {
  process.env.RUNNER_TOOL_CACHE = TOOLS
  const { sources } = await loadCatalog()
  const wanted = sources.filter(({ project, version }) => VERSIONS[project].some((it) => it === version))
  const log = terminalLog({ write: () => true })
  mkdirSync(SOURCES, { recursive: true })
  for (const path of (await obtainSources(wanted, {}, log)).values()) {
    const copy = join(SOURCES, basename(path))
    if (!existsSync(copy)) copyFileSync(path, copy)
  }
}

/** The psycopg2 that a Python is tried with: the tests' own where it serves, otherwise the newest that does. */
export async function psycopg2For(python: string): Promise<string> {
  const serving = versionsOf(await loadCatalog(), 'psycopg2').filter(({ pythons }) =>
    pythons?.includes(python),
  )
  const [version] = [...serving.filter((one) => one.version === PSYCOPG2), ...serving.reverse()]
  if (version === undefined) throw new Error(`No psycopg2 in the lock serves Python ${python}`)
  return version.version
}
