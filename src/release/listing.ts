import { deleted } from '../github/advice.js'
import type { Connection } from '../github/api.js'
import type { Asset, Release } from '../github/types.js'
import { isHalf } from './decide.js'
import { hashOf } from './files.js'

/** How often a listing is read again for digests that GitHub has not computed yet. */
const READS = 5

/**
 * Lists the release's assets, each uploaded one that `matters` with its digest: GitHub fills digests in a moment after
 * the upload, and has none for assets of before June 2025 (google/go-github#3628); those are downloaded and hashed, once.
 *
 * @returns a function that lists anew each time; that one throws a BuildError when the release is gone
 */
export function listingOf(
  connection: Connection,
  release: Release,
  matters: (asset: Asset) => boolean = () => true,
): () => Promise<Asset[]> {
  const { api, clock, limits, log, target } = connection
  const known = new Map<number, string>()
  const lacks = (asset: Asset) => asset.digest === null && !known.has(asset.id) && !isHalf(asset)
  return async () => {
    for (let read = 1; ; read += 1) {
      const assets = await api.assets(release.id)
      if (assets === undefined) throw deleted(target, release)
      const unclear = assets.filter((asset) => matters(asset) && lacks(asset))
      if (unclear.length > 0 && read < READS) {
        log.debug(`no digest yet: ${unclear.map(({ name }) => name).join(', ')}`)
        await clock.sleep(limits.backoff * 2 ** (read - 1))
        continue
      }
      const gone = new Set<number>()
      for (const asset of unclear) {
        log.info(`${asset.name}: GitHub gives no digest; downloading it to compare`)
        const sha256 = await api.download(asset, hashOf)
        if (sha256 === undefined) gone.add(asset.id)
        else known.set(asset.id, `sha256:${sha256}`)
      }
      return assets
        .filter(({ id }) => !gone.has(id))
        .map((asset) => ({ ...asset, digest: asset.digest ?? known.get(asset.id) ?? null }))
    }
  }
}
