import { makeScratch } from '../machine/scratch.js'
import { messageOf } from '../report/errors.js'
import type { CacheRequest, Dependencies } from './cache-request.js'
import { contentHash, isAccepted, notListed } from './file-list.js'
import type { GitHubCache } from './github-cache.js'
import { fileListOf, open, pack, unpack } from './parcel.js'
import { findInToolCache, keepInToolCache } from './tool-cache.js'

/**
 * What was compiled for a key: what this machine compiled, else what it once took from GitHub's cache, else what is
 * there now. Every byte is checked. Undefined when there is nothing, or nothing that can be used; the log says why.
 * Never throws: the other way is to compile.
 */
export async function findDependencies(request: CacheRequest): Promise<Dependencies | undefined> {
  const own = await findInToolCache('here', request)
  const { githubCache, forRelease, accepted, log } = request
  if (own !== undefined || githubCache === undefined) return own
  if (forRelease && accepted.length === 0) {
    log.info(
      "For a release, nothing is taken from GitHub's cache unless dependencies-sha256 lists its content hash",
    )
    return undefined
  }
  const kept = await findInToolCache('elsewhere', request)
  if (kept !== undefined) return kept
  const fetched = await fetchFrom(githubCache, request)
  if (fetched !== undefined) await keepInToolCache('elsewhere', fetched.directory, request)
  return fetched
}

/** Keeps what was compiled here, for later runs and other jobs. Never throws: a failure costs them time, and nothing else. */
export async function keepDependencies(compiled: Dependencies, request: CacheRequest): Promise<void> {
  const { githubCache, key, log } = request
  try {
    if (await githubCache?.save(key, compiled.contentHash, await pack(compiled.directory))) {
      log.info(
        `The compiled OpenSSL and libpq are in GitHub's cache, with the content hash ${compiled.contentHash}`,
      )
    }
  } catch (error) {
    log.warning(`The compiled OpenSSL and libpq could not be shared with other jobs: ${messageOf(error)}`)
  }
  await keepInToolCache('here', compiled.directory, request)
}

async function fetchFrom(
  cache: GitHubCache,
  { key, accepted, runId, log }: CacheRequest,
): Promise<Dependencies | undefined> {
  try {
    const parcel = await cache.restore(key, accepted)
    if (parcel === undefined) return undefined
    const files = open(parcel)
    const content = contentHash(fileListOf(files))
    if (!isAccepted(content, accepted)) throw new Error(notListed(content))
    const directory = await makeScratch(runId, 'dependencies')
    await unpack(files, directory)
    return { directory, contentHash: content }
  } catch (error) {
    log.warning(`The OpenSSL and libpq in GitHub's cache are not used; compiling anew: ${messageOf(error)}`)
    return undefined
  }
}
