import type { Connection } from '../github/api.js'
import type { Release } from '../github/types.js'
import { ensureAssets } from './assets.js'
import { createDraft, findRelease, releasesOf } from './find.js'
import { withoutUnfinished } from './records.js'
import type { LocalFile } from './types.js'

/**
 * Puts files on the target's release, which is made when there is none; a record of what did not run stays away.
 * Whoever made a draft looks again when the list shows what others made at the same time: each job of a matrix without
 * a prepared draft may have made its own.
 *
 * @throws {BuildError} when GitHub refuses, another file has the name, or the tag has several drafts by then
 */
export async function uploadFiles(connection: Connection, files: readonly LocalFile[]): Promise<Release> {
  const { clock, limits, log } = connection
  const { files: whole } = await withoutUnfinished(files, log)
  const found = await findRelease(connection)
  const release = found ?? (await createDraft(connection))
  for (const { outcome, name, size } of await ensureAssets(connection, release, whole)) {
    log.info(`${outcome}: ${name} (${size} bytes)`)
  }
  if (found === undefined) {
    await clock.sleep(limits.listLag)
    await releasesOf(connection, release.tag)
  }
  return release
}
