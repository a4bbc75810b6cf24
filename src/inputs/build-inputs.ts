import { ARCHITECTURES } from '../catalog/architecture.js'
import type { PlanRequest } from '../catalog/plan.js'
import { thisArchitecture } from '../machine/this-machine.js'
import type { BuildRequest } from '../recipe/request.js'
import { MalformedInputError } from '../report/errors.js'
import { ENGINE_CHOICES } from '../sandbox/engine.js'
import { parseMirror } from '../sources/mirror.js'
import { VERIFICATIONS } from '../verify/types.js'
import {
  booleanOf,
  checkOneOf,
  type Getter,
  imageOf,
  listOf,
  oneOf,
  pathOf,
  sha256sOf,
  textOf,
  versionOf,
} from './values.js'

/** Everything the build action and the `build` verb can be told; the names are inputs and flags alike. */
export const BUILD_INPUTS = [
  'python-version',
  'architecture',
  'psycopg2-version',
  'postgresql-version',
  'openssl-version',
  'formats',
  'verify',
  'container-engine',
  'build-image',
  'runtime-image',
  'server-image',
  'source-dir',
  'source-mirror',
  'lock-file',
  'cache',
  'dependencies-sha256',
  'output-dir',
  'release-tag',
  'release-id',
  'create-tag',
  'repository',
  'token',
  'overwrite',
] as const
export type BuildInput = (typeof BUILD_INPUTS)[number]

const FORMATS = ['zip'] as const
/**
 * Reads the inputs of a build. Nothing else in the project reads inputs or flags.
 *
 * @param defaultPythons what no `python-version` means, maybe that none is named; without it, one must be
 * @throws {MalformedInputError} that names the input, its value and what is allowed
 */
export function readBuildRequest(get: Getter, defaultPythons?: string[]): BuildRequest {
  const mirror = textOf(get, 'source-mirror')
  checkOneOf('formats', listOf(get, 'formats', 'zip'), FORMATS, 'Layers and wheels are not built yet.')
  return {
    ...readPlanRequest(get, defaultPythons),
    verify: oneOf(get, 'verify', 'import', VERIFICATIONS),
    serverImage: imageOf(get, 'server-image'),
    engine: oneOf(get, 'container-engine', 'auto', ENGINE_CHOICES),
    sourceDir: pathOf(get, 'source-dir'),
    sourceMirror: mirror === undefined ? undefined : parseMirror(mirror),
    lockFile: pathOf(get, 'lock-file'),
    cache: booleanOf(get, 'cache', true),
    dependenciesSha256: sha256sOf(get, 'dependencies-sha256'),
    outputDir: pathOf(get, 'output-dir', 'dist'),
  }
}

/**
 * Reads the part of the inputs that says what to build.
 *
 * @param defaultPythons what no `python-version` means; without it, one must be given
 */
export function readPlanRequest(get: Getter, defaultPythons?: string[]): PlanRequest {
  const fallback = textOf(get, 'python-version') === undefined ? defaultPythons : undefined
  const pythons = fallback ?? listOf(get, 'python-version', '')
  if (pythons.length === 0 && fallback === undefined) {
    throw new MalformedInputError(
      'python-version',
      'nothing given',
      "Say which Python to build for, for example '3.13'.",
    )
  }
  return {
    pythons: [...new Set(pythons)],
    architecture: oneOf(get, 'architecture', thisArchitecture(), ARCHITECTURES),
    psycopg2Version: versionOf(get, 'psycopg2-version'),
    postgresqlVersion: versionOf(get, 'postgresql-version'),
    opensslVersion: versionOf(get, 'openssl-version'),
    buildImage: imageOf(get, 'build-image'),
    runtimeImage: imageOf(get, 'runtime-image'),
  }
}
