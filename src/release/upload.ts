import type { Connection } from '../github/api.js'
import type { Release } from '../github/types.js'
import { ensureAssets } from './assets.js'
import { createDraft, findRelease, releasesOf } from './find.js'
import type { LocalFile } from './types.js'

/**
 * Puts files on the target's release, which is made when there is none. Whoever made a draft looks again when the list
 * shows what others made at the same time: each job of a matrix without a prepared draft may have made its own.
 *
 * @throws {BuildError} when GitHub refuses, another file has the name, or the tag has several drafts by then
 */
export async function uploadFiles(connection: Connection, files: readonly LocalFile[]): Promise<Release> {
  const { clock, limits, log } = connection
  const found = await findRelease(connection)
  const release = found ?? (await createDraft(connection))
  for (const { outcome, name, size } of await ensureAssets(connection, release, files)) {
    log.info(`${outcome}: ${name} (${size} bytes)`)
  }
  if (found === undefined) {
    await clock.sleep(limits.listLag)
    await releasesOf(connection, release.tag)
  }
  return release
}
