import { basename } from 'node:path'
import type { Connection } from '../github/api.js'
import type { Release } from '../github/types.js'
import type { Artefact } from '../package/types.js'
import { ensureAssets } from '../release/assets.js'
import { localFile } from '../release/files.js'
import { findOrCreateRelease } from '../release/find.js'
import type { LocalFile } from '../release/types.js'
import type { Log } from '../report/log.js'

/**
 * Puts the files of finished zips on the release, which is made when there is none.
 *
 * @throws {BuildError} when GitHub refuses, or another file has the name; see the release room
 */
export async function uploadArtefacts(
  connection: Connection,
  artefacts: readonly Artefact[],
  log: Log,
): Promise<Release> {
  const release = await findOrCreateRelease(connection)
  const files = await Promise.all(artefacts.flatMap(filesOf))
  for (const asset of await ensureAssets(connection, release, files)) {
    log.info(`${asset.outcome}: ${asset.name} (${asset.size} bytes)`)
  }
  return release
}

/** The zip as it was hashed when it was made, and its checksums as they are now. */
function filesOf({ name, path, size, sha256, files }: Artefact): Promise<LocalFile>[] {
  return files.map(async (file) => (basename(file) === name ? { name, path, size, sha256 } : localFile(file)))
}
