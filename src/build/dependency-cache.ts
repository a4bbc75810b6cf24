import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDir, find } from '@actions/tool-cache'
import type { Architecture } from '../catalog/types.js'
import { messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'

const MANIFEST = 'manifest.json'
const VERSION = '1.0.0'

/**
 * Keeps a compiled OpenSSL and libpq in the runner's tool cache under a key, with the sums of its files.
 *
 * @returns where it is kept; the directory itself when that failed, which costs the next run time but nothing else
 */
export async function keep(
  directory: string,
  key: string,
  architecture: Architecture,
  log: Log,
): Promise<string> {
  try {
    await writeFile(join(directory, MANIFEST), JSON.stringify(await describe(directory)))
    return await cacheDir(directory, toolName(key), VERSION, architecture)
  } catch (error) {
    log.warning(`The compiled OpenSSL and libpq could not be kept for the next run: ${messageOf(error)}`)
    return directory
  }
}

/** What was kept under a key, if every file of it is as it was; what is damaged is said so and not used. */
export async function findKept(
  key: string,
  architecture: Architecture,
  log: Log,
): Promise<string | undefined> {
  const directory = find(toolName(key), VERSION, architecture)
  if (directory === '') return undefined
  try {
    const expected = await readFile(join(directory, MANIFEST), 'utf8')
    if (expected === JSON.stringify(await describe(directory))) return directory
    log.warning(`The OpenSSL and libpq kept in ${directory} were changed since; compiling anew`)
  } catch (error) {
    log.warning(
      `The OpenSSL and libpq kept in ${directory} cannot be read; compiling anew: ${messageOf(error)}`,
    )
  }
  return undefined
}

// The tool cache finds directories by tool, version and architecture; the key is part of the tool's name, because
// only exact versions are found without a search.
function toolName(key: string): string {
  return `psycopg2-lambda-dependencies-${key.slice(0, 32)}`
}

/** Path and SHA-256 of every file but the manifest, sorted. */
async function describe(directory: string): Promise<[path: string, sha256: string][]> {
  const names = (await readdir(directory, { recursive: true })).filter((name) => name !== MANIFEST).sort()
  const rows: [string, string][] = []
  for (const name of names) {
    const path = join(directory, name)
    if (!(await stat(path)).isFile()) continue
    rows.push([
      name,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ])
  }
  return rows
}
