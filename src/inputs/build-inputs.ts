import type { PlanRequest } from '../catalog/plan.js'
import { TOOLCHAINS } from '../catalog/toolchain.js'
import { thisArchitecture } from '../machine/this-machine.js'
import { FORMATS } from '../package/formats.js'
import type { BuildRequest } from '../recipe/build-request.js'
import { ENGINE_CHOICES } from '../sandbox/engine.js'
import { parseMirror } from '../sources/mirror.js'
import { VERIFICATIONS } from '../verify/types.js'
import { absolutePath } from './paths.js'
import { architecturesOf, pythonVersionsOf } from './runtimes.js'
import { insistOn, malformed, nothingGiven, type Shape } from './shape.js'
import { booleanOf, type Getter, imageOf, oneOf, pathOf, sha256sOf, someOf, textOf } from './values.js'

const BUILD_NUMBER: Shape = {
  pattern: /^(0|[1-9]\d{0,8})$/,
  problem: 'is not a build number',
  hint: 'Give the number with which a release counts its rebuilds: for the tag 2.9.13-2 it is 2.',
}

interface Demands {
  /** Whether a Python must be named; otherwise no `python-version` gives no Python. */
  python: 'required' | 'optional'
}

/**
 * Reads the inputs of a build.
 *
 * @throws {MalformedInputError} that names the input, its value and what is allowed
 */
export function readBuildRequest(get: Getter, demands: Demands = { python: 'required' }): BuildRequest {
  const mirror = textOf(get, 'source-mirror')
  return {
    ...readPlanRequest(get, demands),
    verify: oneOf(get, 'verify', 'import', VERIFICATIONS),
    serverImage: imageOf(get, 'server-image'),
    engine: oneOf(get, 'container-engine', 'auto', ENGINE_CHOICES),
    sourceDir: pathOf(get, 'source-dir'),
    sourceMirror: mirror === undefined ? undefined : parseMirror(mirror),
    lockFile: pathOf(get, 'lock-file'),
    ...readForms(get),
    cache: booleanOf(get, 'cache', true),
    dependenciesSha256: sha256sOf(get, 'dependencies-sha256'),
    outputDir: pathOf(get, 'output-dir') ?? absolutePath('output-dir', 'dist'),
  }
}

/** What becomes of each zip. */
function readForms(get: Getter): Pick<BuildRequest, 'formats' | 'combineLayers' | 'buildNumber'> {
  const formats = someOf(get, 'formats', 'zip', FORMATS)
  const combineLayers = booleanOf(get, 'combine-layers', false)
  if (combineLayers && !formats.includes('layer')) {
    throw malformed('combine-layers', 'true', {
      problem: `has nothing to combine: formats is ${formats.join(', ')}`,
      hint: 'Name layer in formats as well, or leave combine-layers out.',
    })
  }
  const number = textOf(get, 'build-number')
  const buildNumber = number === undefined ? undefined : insistOn(BUILD_NUMBER, 'build-number', number)
  return { formats, combineLayers, buildNumber }
}

/** Reads those of them that say what to build. @throws {MalformedInputError} likewise */
export function readPlanRequest(get: Getter, demands: Demands = { python: 'required' }): PlanRequest {
  const pythons = pythonVersionsOf(get)
  const named = demands.python === 'required' || textOf(get, 'python-version') !== undefined
  if (named && pythons.length === 0) {
    throw nothingGiven('python-version', "Say which Python to build for, for example '3.13'.")
  }
  return {
    pythons: [...new Set(pythons)],
    architectures: architecturesOf(get, thisArchitecture()),
    psycopg2Version: textOf(get, 'psycopg2-version') ?? 'default',
    postgresqlVersion: textOf(get, 'postgresql-version') ?? 'default',
    opensslVersion: textOf(get, 'openssl-version') ?? 'default',
    toolchain: oneOf(get, 'toolchain', 'pinned', TOOLCHAINS),
    buildImage: imageOf(get, 'build-image'),
    runtimeImage: imageOf(get, 'runtime-image'),
  }
}
