import { InputError } from '../report/errors.js'
import type { Architecture } from './architecture.js'
import { type Catalog, today, versionsOf } from './catalog.js'
import { findRuntime } from './find-runtime.js'
import { KNOWN_WORDS, type Target, targetsOf } from './targets.js'
import { pinnedToolchain, type ToolchainChoice } from './toolchain.js'
import { type Base, PROJECTS, type Project, type Runtime, type Source } from './types.js'

/** What is asked for, as it comes from inputs or flags; versions are exact or `default`. */
export interface PlanRequest {
  /** `3.13`, and words that stand for several: `all`, `supported`. */
  pythons: string[]
  /** At least one. */
  architectures: Architecture[]
  /** What words do not stand for this time, because it cannot be had. */
  leftOut?: Target[] | undefined
  toolchain: ToolchainChoice
  psycopg2Version: string
  postgresqlVersion: string
  opensslVersion: string
  buildImage?: string | undefined
  runtimeImage?: string | undefined
}

/** One artefact to build: every choice is made. */
export interface BuildPlan {
  python: string
  runtime: Runtime
  base: Base
  architecture: Architecture
  psycopg2: Source
  postgresql: Source
  openssl: Source
  /** The compiler in the lock; undefined: that of the build image, or of this machine where there is none. */
  toolchain: Source | undefined
  /** The image of its own architecture with this Python's compiler and headers. */
  buildImage: string
  /** The same for each architecture that there is one for. */
  buildImages: Partial<Record<Architecture, string>>
  runtimeImage: string
}

/** What a plan's zip is made of, by project. */
export function versionsIn({
  psycopg2,
  postgresql,
  openssl,
}: Record<Project, Pick<Source, 'version'>>): Record<Project, string> {
  return { psycopg2: psycopg2.version, postgresql: postgresql.version, openssl: openssl.version }
}

/**
 * Turns a request into one plan for each Python on each architecture, in the order asked for: the first Python on all
 * architectures, then the next. Without a Python, versions are checked all the same.
 *
 * @throws {InputError} for a Python, architecture or version that is not in the catalog, or a psycopg2 that does
 *   not serve the Python; the message names the value and what can be had
 */
export function planBuilds(request: PlanRequest, catalog: Catalog, day = today()): BuildPlan[] {
  for (const project of PROJECTS) choose(project, request[`${project}Version`], catalog)
  const { targets } = targetsOf(request, catalog, day)
  return targets.map((target) => planBuild(target, request, catalog))
}

function planBuild({ python, architecture }: Target, request: PlanRequest, catalog: Catalog): BuildPlan {
  const { runtime, base } = findRuntime({ python, architecture }, catalog, KNOWN_WORDS)
  return {
    python,
    runtime,
    base,
    architecture,
    psycopg2: choosePsycopg2(python, request.psycopg2Version, catalog),
    postgresql: choose('postgresql', request.postgresqlVersion, catalog),
    openssl: choose('openssl', request.opensslVersion, catalog),
    toolchain: request.toolchain === 'pinned' ? pinnedToolchain(catalog) : undefined,
    ...chooseImages(runtime, architecture, request),
  }
}

/** The images of a runtime, or those asked for in their place. */
export function chooseImages(
  runtime: Runtime,
  architecture: Architecture,
  request: Pick<PlanRequest, 'buildImage' | 'runtimeImage'> = {},
): Pick<BuildPlan, 'buildImage' | 'buildImages' | 'runtimeImage'> {
  const template = request.buildImage ?? runtime.buildImage
  const buildImage = template.replace('{arch}', architecture)
  // A name without an architecture is taken for one image, of the architecture that is asked for.
  const named = template.includes('{arch}') ? runtime.architectures : [architecture]
  return {
    buildImage,
    buildImages: Object.fromEntries(named.map((one) => [one, template.replace('{arch}', one)])),
    runtimeImage: (request.runtimeImage ?? runtime.runtimeImage).replace('{arch}', architecture),
  }
}

function choosePsycopg2(python: string, version: string, catalog: Catalog): Source {
  const serving = versionsOf(catalog, 'psycopg2').filter((source) => source.pythons?.includes(python))
  if (version === 'default') {
    const newest = serving.at(-1)
    if (newest !== undefined) return newest
    throw new InputError(
      'python-version',
      `no psycopg2 in the lock serves Python ${python}`,
      'Add one with a lock-file of your own.',
    )
  }
  const source = choose('psycopg2', version, catalog)
  if (serving.includes(source)) return source
  throw new InputError(
    'psycopg2-version',
    `psycopg2 ${version} does not serve Python ${python}, only ${source.pythons?.join(', ')}`,
    serving.length > 0
      ? `For Python ${python} use ${listVersions(serving)}, or default.`
      : 'Add a version that does with a lock-file of your own.',
  )
}

function choose(project: Project, version: string, catalog: Catalog): Source {
  const known = versionsOf(catalog, project)
  const preferred = known.filter((source) => source.lts === true)
  const found =
    version === 'default'
      ? (preferred.at(-1) ?? known.at(-1))
      : known.find((source) => source.version === version)
  if (found !== undefined) return found
  throw new InputError(
    `${project}-version`,
    `${JSON.stringify(version)} is not in the lock`,
    `Use default or one of ${listVersions(known)}, or add it with a lock-file of your own.`,
  )
}

function listVersions(sources: Source[]): string {
  return sources.map((source) => source.version).join(', ')
}
