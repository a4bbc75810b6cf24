import type { Architecture } from '../catalog/architecture.js'
import { makeScratch } from '../machine/scratch.js'
import { messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { contentHash } from './file-list.js'
import { manifestOf, open, pack, unpack } from './parcel.js'
import { type Found, findKept, isAccepted, keep, notListed } from './tool-cache.js'

/** A place where other jobs leave compiled OpenSSLs and libpqs, and find ours. */
export interface SharedCache {
  /**
   * The newest entry under a dependency key.
   *
   * @param contents the content hashes that would be accepted; none: whatever is there
   * @returns undefined when there is none, or the service does not answer and has said so
   */
  restore(key: string, contents: readonly string[]): Promise<Uint8Array | undefined>
  /** Leaves an entry; false when it was not taken, and the service has said why. */
  save(key: string, content: string, parcel: Uint8Array): Promise<boolean>
}

/** A shared cache, and what this run may believe of it. */
export interface Sharing {
  cache: SharedCache
  /**
   * Whether what this run builds is released. Whoever runs code in any job of the default branch can leave an entry
   * there, with a manifest to match; so nothing is read then whose content nobody vouches for. Saving is no such
   * danger: what a run on a tag saves can be read by runs on that tag only.
   */
  forRelease: boolean
}

/**
 * What another job compiled for a key: brought here by an earlier run, or now from the shared cache, and then kept;
 * every byte of it checked. Undefined when there is nothing, or nothing that can be used: then the log says why.
 * Never throws: the other way is to compile.
 */
export async function findShared(
  sharing: Sharing,
  key: string,
  architecture: Architecture,
  accepted: readonly string[],
  runId: string,
  log: Log,
): Promise<Found | undefined> {
  if (sharing.forRelease && accepted.length === 0) {
    log.info(
      'For a release, nothing is taken from the shared cache unless dependencies-sha256 lists its content hash',
    )
    return undefined
  }
  const kept = await findKept('elsewhere', key, architecture, accepted, log)
  if (kept !== undefined) return kept
  const found = await fetchShared(sharing.cache, key, accepted, runId, log)
  if (found === undefined) return undefined
  await keep(found.directory, 'elsewhere', key, architecture, log)
  return found
}

async function fetchShared(
  cache: SharedCache,
  key: string,
  accepted: readonly string[],
  runId: string,
  log: Log,
): Promise<Found | undefined> {
  try {
    const parcel = await cache.restore(key, accepted)
    if (parcel === undefined) return undefined
    const files = open(parcel)
    const content = contentHash(manifestOf(files))
    if (!isAccepted(content, accepted)) throw new Error(notListed(content))
    const directory = await makeScratch(runId, 'dependencies')
    await unpack(files, directory)
    return { directory, contentHash: content }
  } catch (error) {
    log.warning(`The OpenSSL and libpq in the shared cache are not used; compiling anew: ${messageOf(error)}`)
    return undefined
  }
}

/** Leaves what was compiled to other jobs. Never throws: a failure costs them time, and nothing else. */
export async function share(
  cache: SharedCache,
  key: string,
  { directory, contentHash }: Found,
  log: Log,
): Promise<void> {
  try {
    if (await cache.save(key, contentHash, await pack(directory))) {
      log.info(`The compiled OpenSSL and libpq are in the shared cache, with the content hash ${contentHash}`)
    }
  } catch (error) {
    log.warning(`The compiled OpenSSL and libpq could not be shared with other jobs: ${messageOf(error)}`)
  }
}
