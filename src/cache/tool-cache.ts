import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDir, find } from '@actions/tool-cache'
import { messageOf } from '../report/errors.js'
import type { CacheRequest, Dependencies } from './cache-request.js'
import {
  contentHash,
  differences,
  FILE_LIST,
  isAccepted,
  listFiles,
  notListed,
  parseFileList,
  textOf,
} from './file-list.js'

/** Of how an entry is laid out: entries of an older layout are not found, and compiled anew without a word. */
const VERSION = '2.0.0'

/**
 * Who compiled it: this machine, or another job, from which it came by GitHub's cache. They are kept apart, so that a
 * release made on a machine that also serves branches does not take from the one what it must not take from the other
 * (see `CacheRequest.forRelease`).
 */
export type Origin = 'here' | 'elsewhere'

/** What the tool cache needs to know of a request. */
export type ToolCacheRequest = Pick<CacheRequest, 'key' | 'architecture' | 'accepted' | 'log'>

/**
 * Keeps compiled dependencies in the runner's tool cache under their key, with the sums of their files. What is kept
 * is for later runs: another job on this machine may be replacing it at any time. Never throws: a failure costs the next
 * run time, and nothing else.
 */
export async function keepInToolCache(
  origin: Origin,
  directory: string,
  { key, architecture, log }: ToolCacheRequest,
): Promise<void> {
  try {
    await writeFile(join(directory, FILE_LIST), textOf(await listFiles(directory)))
    await cacheDir(directory, toolName(origin, key), VERSION, architecture)
  } catch (error) {
    log.warning(`The compiled OpenSSL and libpq could not be kept for the next run: ${messageOf(error)}`)
  }
}

/**
 * What was kept under a key, if every file of it is as it was and its content is accepted; what is not is reported
 * and not used.
 */
export async function findInToolCache(
  origin: Origin,
  { key, architecture, accepted, log }: ToolCacheRequest,
): Promise<Dependencies | undefined> {
  const directory = find(toolName(origin, key), VERSION, architecture)
  if (directory === '') return undefined
  const kept = `The OpenSSL and libpq kept in ${directory}`
  try {
    const expected = parseFileList(await readFile(join(directory, FILE_LIST), 'utf8'))
    const actual = await listFiles(directory)
    const found = { directory, contentHash: contentHash(actual) }
    const [difference, ...more] = differences(expected, actual)
    if (difference !== undefined) {
      const all = more.length === 0 ? difference : `${difference}, and ${more.length} more`
      log.warning(`${kept} have been changed since (${all}); compiling anew`)
    } else if (!isAccepted(found.contentHash, accepted)) {
      log.warning(`${kept} are not used; compiling anew: ${notListed(found.contentHash)}`)
    } else return found
  } catch (error) {
    log.warning(`${kept} cannot be read; compiling anew: ${messageOf(error)}`)
  }
  return undefined
}

// The tool cache finds directories by tool, version and architecture; the key is part of the tool's name, because
// only exact versions are found without a search. `shared-` marks what another job compiled.
function toolName(origin: Origin, key: string): string {
  return `psycopg2-lambda-${origin === 'here' ? '' : 'shared-'}dependencies-${key.slice(0, 32)}`
}
