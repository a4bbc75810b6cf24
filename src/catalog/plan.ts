import { InputError } from '../report/errors.js'
import type { Architecture } from './architecture.js'
import { type Catalog, today, versionsOf } from './catalog.js'
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
  const runtime = findRuntime(python, catalog)
  if (!runtime.architectures.includes(architecture)) {
    throw new InputError(
      'architecture',
      `AWS Lambda has no ${architecture} runtime for Python ${python}`,
      `Python ${python} runs on ${runtime.architectures.join(', ')}; arm64 starts with Python 3.8.`,
    )
  }
  const base = catalog.bases[runtime.base]
  if (base === undefined) throw new Error(`no such base: ${runtime.base}`) // the schema does not let this happen
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

function findRuntime(python: string, catalog: Catalog): Runtime {
  const runtime = catalog.runtimes.find((row) => row.python === python)
  if (runtime !== undefined) return runtime
  const known = catalog.runtimes.map((row) => row.python)
  // YAML reads an unquoted 3.10 as the number 3.1.
  const quote = known.includes(`${python}0`)
    ? ` If you meant ${python}0, put it in quotes: '${python}0'.`
    : ''
  throw new InputError(
    'python-version',
    `${JSON.stringify(python)} is not a Python that AWS Lambda runs or ran`,
    `Use one or more of ${known.join(', ')}, or ${KNOWN_WORDS}.${quote}`,
  )
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
