import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDirectory, replaceWhole } from '../machine/writable.js'
import { messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'

/** Files of releases that were fetched before, by their SHA-256: what has the sum is the file, wherever it came from. */
export interface KeptFiles {
  find(sha256: string): Promise<Uint8Array | undefined>
  /** Never throws: a failure costs the next run time, and nothing else. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>
}

/** Keeps nothing. */
export const NOTHING_KEPT: KeptFiles = { find: async () => undefined, keep: async () => {} }

/** Keeps files in a directory, the runner's tool cache or the user's. */
export function keptFiles(directory: string, log: Log): KeptFiles {
  const root = join(directory, 'psycopg2-lambda-install')
  let said = false
  return {
    async find(sha256) {
      const path = join(root, sha256)
      const bytes = await readFile(path).catch(() => undefined)
      if (bytes === undefined) return undefined
      if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes
      log.warning(`${path} in the cache is damaged; it is fetched anew`)
      return undefined
    },
    async keep(sha256, bytes) {
      try {
        await makeDirectory(root)
        await replaceWhole(join(root, sha256), bytes)
      } catch (error) {
        if (!said)
          log.warning(
            `nothing can be kept in ${root} for the next run: ${messageOf(error)} (cache: false asks for none)`,
          )
        said = true
      }
    },
  }
}
