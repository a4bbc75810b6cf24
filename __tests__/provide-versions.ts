import { copyFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Catalog, loadCatalog, versionsOf } from '../src/catalog/catalog.js'
import { planBuilds } from '../src/catalog/plan.js'
import { forHost, pinnedToolchain } from '../src/catalog/toolchain.js'
import type { Source, SourceFile } from '../src/catalog/types.js'
import { compareVersions } from '../src/catalog/versions.js'
import { askPip } from '../src/machine/pip.js'
import { thisArchitecture } from '../src/machine/this-machine.js'
import { terminalLog } from '../src/report/terminal-log.js'
import { openSources, type Sources } from '../src/sources/sources.js'
import { CACHE, TOOLS } from '../stand-ins/places.js'

/** What the tests build with, by role: upstreams move on, and what can be had where they run does. */
export interface Versions {
  /** The newest libpq that can be had. */
  libpq: string
  /** The newest libpq before 18 that can be had. */
  libpqBefore18: string
  /** The newest OpenSSL with long-term support that can be had. */
  openssl: string
  /** For each Python the psycopg2 that the catalog gives it. */
  psycopg2: Record<string, string>
  /** The newest psycopg2 for a Python of which both files can be had, the Python, and where each lies alone. */
  both: { version: string; python: string; directories: string[] }
}

declare module 'vitest' {
  interface ProvidedContext {
    versions: Versions
  }
}

/**
 * Chooses the versions and tells the tests.
 *
 * @param pythons those of this machine, oldest first
 * @returns what obtains their tarballs, as any build does, and puts them where the tests find them
 * @throws when a role is filled by nothing that can be had
 */
export async function provideSources(
  project: TestProject,
  pythons: readonly string[],
): Promise<() => Promise<void>> {
  process.env.RUNNER_TOOL_CACHE = TOOLS
  const catalog = await loadCatalog()
  const sources = await openSources({ askPip }, LOG)
  const newest = (wanted: Source[]) => newestObtainable(wanted, sources)
  const libpqs = versionsOf(catalog, 'postgresql')
  const [libpq, libpqBefore18, openssl, both] = await Promise.all([
    newest(libpqs),
    newest(libpqs.filter(({ version }) => compareVersions(version, '18') < 0)),
    newest(versionsOf(catalog, 'openssl').filter(({ lts }) => lts === true)),
    chooseBoth(catalog, sources, pythons),
  ])
  const psycopg2 = defaults(catalog)
  project.provide('versions', {
    libpq: libpq.version,
    libpqBefore18: libpqBefore18.version,
    openssl: openssl.version,
    psycopg2: Object.fromEntries([...psycopg2].map(([python, { version }]) => [python, version])),
    both: {
      version: both.version,
      python: both.python,
      directories: both.each.map(({ files: [file] }) => aloneIn(file)),
    },
  })
  return async () => {
    const compiler = forHost(pinnedToolchain(catalog), thisArchitecture())
    const wanted = [libpq, libpqBefore18, openssl, compiler, ...psycopg2.values()]
    for (const { path } of (await sources.obtain(wanted, LOG)).values()) copyInto(SOURCES, path)
    for (const { path, file } of (await sources.obtain(both.each, LOG)).values())
      copyInto(aloneIn(file), path)
  }
}

const LOG = terminalLog({ write: () => true })
const SOURCES = join(CACHE, 'sources')

/** The directory that has this file and no other. */
function aloneIn({ sha256 }: SourceFile): string {
  return join(CACHE, 'files', sha256)
}

function copyInto(directory: string, path: string): void {
  mkdirSync(directory, { recursive: true })
  copyFileSync(path, join(directory, basename(path)))
}

/** The newest psycopg2 for a Python here of which more than one file can be had, a version of each. */
async function chooseBoth(catalog: Catalog, sources: Sources, pythons: readonly string[]) {
  for (const source of versionsOf(catalog, 'psycopg2').reverse()) {
    const python = pythons.findLast((it) => source.pythons?.includes(it))
    const each = source.files.map((file): Source => ({ ...source, files: [file] }))
    if (python === undefined || each.length < 2) continue
    const answers = await Promise.all(each.map((one) => sources.canBeHad(one, LOG)))
    if (answers.every((answer) => answer === 'yes')) return { version: source.version, python, each }
  }
  throw new Error(`No psycopg2 for Python ${pythons.join(', ')} can be had as more than one file`)
}

async function newestObtainable(wanted: readonly Source[], sources: Sources): Promise<Source> {
  for (const source of [...wanted].reverse()) {
    if ((await sources.canBeHad(source, LOG)) === 'yes') return source
  }
  throw new Error(
    `None of ${wanted.map(({ project, version }) => `${project} ${version}`).join(', ')} can be had`,
  )
}

function defaults(catalog: Catalog): Map<string, Source> {
  const request = { postgresqlVersion: 'default', opensslVersion: 'default', psycopg2Version: 'default' }
  const pythons = catalog.runtimes.map(({ python }) => python)
  const plans = planBuilds({ ...request, pythons, architectures: ['x86_64'], toolchain: 'pinned' }, catalog)
  return new Map(plans.map(({ python, psycopg2 }) => [python, psycopg2]))
}
