import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { INSTALL_FORMATS } from '../install/choose.js'
import { PIN_FILE, type Pin, readPin } from '../install/pin.js'
import type { InstallRequest } from '../jobs/install-job.js'
import { hasReadableLogin } from '../network/address.js'
import { InputError } from '../report/errors.js'
import { apiUrlOf, type Given, REPOSITORY, TAG } from './github-names.js'
import { absolutePath } from './paths.js'
import { architecturesOf, pythonVersionsOf } from './runtimes.js'
import { insistOn, malformed, nothingGiven, type Shape, withoutLogin } from './shape.js'
import { booleanOf, type Getter, oneOf, pathOf, sha256Of, textOf } from './values.js'

const PYTHON: Shape = {
  // There is no 3.1 on Lambda, and whoever writes 3.10 without quotes means another.
  pattern: /^(?!3\.1$)\d+\.\d+$/,
  problem: 'is not one Python that Lambda has',
  hint: "Give the one of the function's runtime, for example '3.13', in quotes: YAML makes 3.1 of a bare 3.10.",
}

/**
 * Reads the inputs of the install action.
 *
 * @param pin whether the release is to be pinned: then what is pinned so far does not choose it
 * @throws {InputError} that names the input, its value and what is allowed
 */
export async function readInstallRequest(
  { get, env, mask }: Given,
  { pin: pinning }: { pin: boolean } = { pin: false },
): Promise<InstallRequest> {
  const python = onlyOne('python-version', pythonVersionsOf(get))
  const pinFile = pathOf(get, 'pin-file') ?? absolutePath('pin-file', PIN_FILE)
  const pin = await readPin(pinFile)
  if (pin === undefined && !pinning && textOf(get, 'pin-file') !== undefined)
    throw new InputError(
      'pin-file',
      `${pinFile} does not exist`,
      'Write it: psycopg2-lambda install --pin, with the same pin-file.',
    )
  const token = textOf(get, 'token')
  if (token !== undefined) mask?.(token)
  const baseUrl = baseUrlOf(get)
  return {
    python: insistOn(PYTHON, 'python-version', python),
    architecture: onlyOne('architecture', architecturesOf(get, 'x86_64')),
    version: pinning ? versionOf(get) : agreed(get, pin),
    format: oneOf(get, 'format', 'zip', INSTALL_FORMATS),
    path: pathOf(get, 'path') ?? absolutePath('path', 'package'),
    extract: booleanOf(get, 'extract', true),
    sha256: sha256Of(get, 'sha256'),
    repository: repositoryOf(get, env, { pin, pinning, needed: baseUrl === undefined }),
    baseUrl,
    token,
    apiUrl: apiUrlOf(env),
    serverUrl: serverUrlOf(env),
    cache: booleanOf(get, 'cache', true),
    pin: pinning ? undefined : pin,
    pinTo: pinning ? pinFile : undefined,
  }
}

/** A function has one runtime. */
function onlyOne<T extends string>(name: string, given: readonly T[]): T {
  const [one, ...more] = given
  const hint =
    "Say which the function's runtime has, for example '3.13' and arm64, and install once for each."
  if (one === undefined) throw nothingGiven(name, hint)
  if (more.length > 0) throw malformed(name, given.join(', '), { problem: 'are several', hint })
  return one
}

function versionOf(get: Getter): string {
  return insistOn(TAG, 'version', textOf(get, 'version') ?? 'latest')
}

/** What is pinned and something else that is asked for cannot both be meant. */
function agreed(get: Getter, pin: Pin | undefined): string {
  const version = versionOf(get)
  if (pin === undefined || textOf(get, 'version') === undefined) return pin?.tag ?? version
  if (version === pin.tag) return version
  throw new InputError(
    'version',
    `${version} is asked for, and the pin file has pinned ${pin.tag}`,
    'Leave version out to install what is pinned; to pin another release: psycopg2-lambda install --pin.',
  )
}

function repositoryOf(
  get: Getter,
  env: NodeJS.ProcessEnv,
  { pin, pinning, needed }: { pin: Pin | undefined; pinning: boolean; needed: boolean },
): string | undefined {
  const given = textOf(get, 'repository')
  if (given !== undefined) insistOn(REPOSITORY, 'repository', given)
  const other =
    pin !== undefined && given !== undefined && given.toLowerCase() !== pin.repository.toLowerCase()
  if (other && !pinning)
    throw new InputError(
      'repository',
      `${given} is asked for, and the pin file has pinned a release of ${pin.repository}`,
      'Leave repository out, or name another pin-file; to pin one of that repository: psycopg2-lambda install --pin.',
    )
  const found = given ?? pin?.repository ?? (needed ? env.GITHUB_REPOSITORY : undefined)
  if (found) return insistOn(REPOSITORY, 'repository', found)
  if (!needed) return undefined
  throw nothingGiven('repository', 'Say whose releases to install from, as OWNER/NAME, or give a base-url.')
}

const BASE_URL = {
  problem: 'is not the address of a mirror or directory',
  hint: "Give one that holds the files of one release, such as https://mirror.example/psycopg2/2.9.13-1 or file:///srv/psycopg2. A path alone will do, too, when it begins with a slash. Write % as %25 in a login's password.",
}

function baseUrlOf(get: Getter): URL | undefined {
  const text = textOf(get, 'base-url')
  if (text === undefined) return undefined
  if (isAbsolute(text)) return pathToFileURL(text)
  const url = URL.canParse(text) ? new URL(text) : undefined
  const ours = url !== undefined && /^(https?|file):$/.test(url.protocol) && hasReadableLogin(url)
  // A host in a file's address is a share on Windows, and nothing elsewhere.
  if (ours && (url.protocol !== 'file:' || url.host === '' || process.platform === 'win32')) return url
  throw malformed('base-url', withoutLogin(text), BASE_URL)
}

/** GitHub Enterprise has another than github.com. */
function serverUrlOf(env: NodeJS.ProcessEnv): string {
  const text = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/$/, '')
  if (URL.canParse(text) && /^https?:\/\/[^\s/@]+$/.test(text)) return text
  throw malformed('GITHUB_SERVER_URL', withoutLogin(text), {
    problem: 'is not the address of a GitHub server',
    hint: 'The runner sets this variable. By hand, unset it for github.com, or give https://HOST.',
  })
}
