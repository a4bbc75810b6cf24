import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDir, find } from '@actions/tool-cache'
import type { Architecture } from '../catalog/architecture.js'
import { messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { contentHash, describe, differences, MANIFEST, manifestText, parseManifest } from './file-list.js'

const VERSION = '1.0.0'

/**
 * Who compiled it: this machine, or another job, from which it came by the shared cache. They are kept apart, so that
 * a release made on a machine that also serves branches does not take from the one what it must not take from the
 * other (see `Sharing`).
 */
export type Origin = 'here' | 'elsewhere'

/** OpenSSL and libpq on this machine. */
export interface Found {
  directory: string
  /** Of its files' paths and bytes. */
  contentHash: string
}

/** Whether a content hash is one of those listed; where none is listed, every one is. */
export function isAccepted(content: string, accepted: readonly string[]): boolean {
  return accepted.length === 0 || accepted.includes(content)
}

/** Why content that is not accepted is not, for a sentence. */
export function notListed(content: string): string {
  return `their content hash is ${content}, which dependencies-sha256 does not list`
}

/**
 * Keeps a compiled OpenSSL and libpq in the runner's tool cache under a key, with the sums of its files. What is kept
 * is for later runs: another job on this machine may be replacing it at any time. Never throws: a failure costs the next
 * run time, and nothing else.
 */
export async function keep(
  directory: string,
  origin: Origin,
  key: string,
  architecture: Architecture,
  log: Log,
): Promise<void> {
  try {
    await writeFile(join(directory, MANIFEST), manifestText(await describe(directory)))
    await cacheDir(directory, toolName(origin, key), VERSION, architecture)
  } catch (error) {
    log.warning(`The compiled OpenSSL and libpq could not be kept for the next run: ${messageOf(error)}`)
  }
}

/**
 * What was kept under a key, if every file of it is as it was and its content is accepted; what is not is reported
 * and not used.
 *
 * @param accepted the content hashes that may be used; none: every one
 */
export async function findKept(
  origin: Origin,
  key: string,
  architecture: Architecture,
  accepted: readonly string[],
  log: Log,
): Promise<Found | undefined> {
  const directory = find(toolName(origin, key), VERSION, architecture)
  if (directory === '') return undefined
  try {
    const expected = parseManifest(await readFile(join(directory, MANIFEST), 'utf8'))
    const actual = await describe(directory)
    const found = { directory, contentHash: contentHash(actual) }
    const [difference, ...more] = differences(expected, actual)
    if (difference !== undefined) {
      const all = more.length === 0 ? difference : `${difference}, and ${more.length} more`
      log.warning(
        `The OpenSSL and libpq kept in ${directory} have been changed since (${all}); compiling anew`,
      )
    } else if (!isAccepted(found.contentHash, accepted)) {
      log.warning(
        `The OpenSSL and libpq kept in ${directory} are not used; compiling anew: ${notListed(found.contentHash)}`,
      )
    } else return found
  } catch (error) {
    log.warning(
      `The OpenSSL and libpq kept in ${directory} cannot be read; compiling anew: ${messageOf(error)}`,
    )
  }
  return undefined
}

// The tool cache finds directories by tool, version and architecture; the key is part of the tool's name, because
// only exact versions are found without a search.
function toolName(origin: Origin, key: string): string {
  return `psycopg2-lambda-${origin === 'here' ? '' : 'shared-'}dependencies-${key.slice(0, 32)}`
}
