import { dirname } from 'node:path'
import { type Choice, choose, isPsycopg2Version, type Wanted } from '../install/choose.js'
import { type FoundRelease, findRelease, type ReleaseWish } from '../install/find-release.js'
import { type KeptFiles, keptFiles, NOTHING_KEPT } from '../install/kept-files.js'
import { NotTheFile } from '../install/not-the-file.js'
import { writePin } from '../install/pin.js'
import { PROMPT } from '../install/prompt.js'
import { type Placed, putFile, putPackage } from '../install/put.js'
import { type Taken, takeFile } from '../install/take-file.js'
import { assertWritable } from '../machine/writable.js'
import type { Conditions } from '../network/conditions.js'
import { readZip } from '../package/unzip.js'
import { InputError } from '../report/errors.js'
import type { Log } from '../report/log.js'

/** What an install was asked for. */
export interface InstallRequest extends ReleaseWish, Wanted {
  /** The directory that the package goes to, absolute. */
  path: string
  extract: boolean
  /** The only file that will do, by its SHA-256. */
  sha256: string | undefined
  /** Whether fetched files are kept and used again. */
  cache: boolean
  /** The file that the release is pinned in afterwards; undefined where it is not. */
  pinTo: string | undefined
}

/** What is now where. */
export interface Installed {
  tag: string
  /** The file's name in the release. */
  asset: string
  url: string
  sha256: string
  path: string
  files: string[]
  python: string
  architecture: string
  glibc: string | null
  versions: { psycopg2: string; postgresql: string; openssl: string }
  /** The stages of verification that the release has a record of. */
  verified: string[]
  cacheHit: boolean
  replaced: string[]
  repository: string
}

/**
 * Puts psycopg2 out of a release into a package: finds it, checks its sum, audits it for its runtime, and only then
 * touches the package.
 *
 * @param time for tests: another clock, shorter limits
 * @throws {BuildError} where that cannot be; the package is as it was then
 */
export async function install(
  request: InstallRequest,
  log: Log,
  time: Partial<Conditions> = {},
): Promise<Installed> {
  const conditions: Conditions = { ...PROMPT, log, ...time }
  const directory = process.env.RUNNER_TOOL_CACHE
  const kept = request.cache && directory ? keptFiles(directory, log) : NOTHING_KEPT
  const { release, choice, taken } = await take(request, { kept, conditions })
  const { artefact, file } = choice
  const { psycopg2 } = artefact.versions
  // A release is named by the newest psycopg2 in it, which older Pythons cannot have.
  if (isPsycopg2Version(request.version) && request.version !== psycopg2)
    log.warning(
      `the release ${release.manifest.tag} has psycopg2 ${psycopg2} for Python ${artefact.python}, not ${request.version}`,
    )
  if (!taken.cacheHit) await kept.keep(file.sha256, taken.bytes)
  const { path, extract } = request
  const { clock, signal } = conditions
  const { name } = file
  const { bytes } = taken
  const entries = extract ? readZip(bytes, name) : undefined
  const { refuseUnloadable } = await auditing()
  await refuseUnloadable({ name, bytes, entries }, request)
  const { pinTo } = request
  // Before the package changes: a package that is not what is pinned would be half of what was asked for.
  if (pinTo !== undefined) await assertWritable({ path: dirname(pinTo), name: 'pin-file' })
  signal?.throwIfAborted()
  const placed: Placed = entries
    ? await putPackage({ name, entries, path, clock, signal, log })
    : await putFile(path, name, bytes)
  if (placed.replaced.length > 0) log.notice(`replaced in ${path}: ${placed.replaced.join(', ')}`)
  const { repository, tag } = release.manifest
  if (pinTo !== undefined) {
    await writePin(pinTo, { repository, tag, manifest: { url: release.url, sha256: release.sha256 } })
    log.notice(`pinned the release ${tag} of ${repository} in ${pinTo}`)
  }
  return {
    ...{ repository, tag, asset: file.name, url: file.url, sha256: file.sha256, path, ...placed },
    ...{ python: artefact.python, architecture: artefact.architecture, glibc: artefact.glibc },
    ...{ versions: artefact.versions, verified: artefact.verified?.stages ?? [], cacheHit: taken.cacheHit },
  }
}

/** The one line at the end: what is now where. */
export function installedLine(installed: Installed): string {
  const { versions, python, architecture, path, tag, repository, asset } = installed
  return (
    `psycopg2 ${versions.psycopg2} (libpq ${versions.postgresql}, OpenSSL ${versions.openssl}) for Python ${python} on ` +
    `${architecture} is now in ${path}: ${asset} of the release ${tag} of ${repository}`
  )
}

interface Means {
  kept: KeptFiles
  conditions: Conditions
}

const auditing = () => import('./refuse-unloadable.js')

/** A release that is replaced while it is read gets a second look. */
async function take(
  request: InstallRequest,
  means: Means,
): Promise<{ release: FoundRelease; choice: Choice; taken: Taken }> {
  const release = await findRelease(request, means)
  try {
    const choice = chosen(release, request)
    const taking = takeFile(choice.file, { place: release.place, kept: means.kept })
    // Loaded while the server sends.
    const [taken] = await Promise.all([taking, auditing()])
    await means.kept.keep(release.sha256, release.bytes)
    return { release, choice, taken }
  } catch (error) {
    if (!(error instanceof NotTheFile) || request.pin !== undefined) throw error
    const again = await findRelease(request, means)
    if (again.sha256 === release.sha256) throw error
    means.conditions.log.info('the release was changed meanwhile; it is read anew')
    const choice = chosen(again, request)
    return {
      release: again,
      choice,
      taken: await takeFile(choice.file, { place: again.place, kept: means.kept }),
    }
  }
}

function chosen({ manifest }: FoundRelease, request: InstallRequest): Choice {
  const choice = choose(manifest, request)
  const { name, sha256 } = choice.file
  if (request.sha256 === undefined || request.sha256 === sha256) return choice
  throw new InputError(
    'sha256',
    `${name} of the release ${manifest.tag} has the sum ${sha256}, not ${request.sha256}`,
    'Name the release that has that file, or give the sum of this one. Nothing was changed.',
  )
}
