import { text } from 'node:stream/consumers'
import type { Connection } from '../github/api.js'
import type { Asset, Release } from '../github/types.js'
import { isHalf, sumOf } from './decide.js'
import { hashOf } from './files.js'
import { downloadUrl } from './manifest.js'
import { type Earlier, manifestSchema } from './manifest-schema.js'

/** Whoever wants an older one follows the manifests from one to the next. */
const MOST = 20
/** Releases looked at; a repository may release other things, too. Each costs a request. */
const LOOKED_AT = 50

/**
 * Where the manifests of the repository's published releases are, and their sums, the newest first; without prereleases,
 * which nobody takes who did not name them.
 *
 * @param others all releases of other tags
 */
export async function earlierManifests(
  connection: Connection,
  others: readonly Release[],
): Promise<Earlier[]> {
  const published = others
    .filter(({ draft, prerelease }) => !draft && !prerelease)
    .sort((a, b) => b.publishedAt - a.publishedAt || b.id - a.id)
  const earlier: Earlier[] = []
  for (const release of published.slice(0, LOOKED_AT)) {
    if (earlier.length === MOST) break
    const assets = (await connection.api.assets(release.id)) ?? []
    const manifest = assets.find((asset) => asset.name === 'manifest.json' && !isHalf(asset))
    const sha256 = manifest && (await sumOrHash(connection, manifest))
    if (sha256 === undefined) continue
    earlier.push({ tag: release.tag, url: downloadUrl(release, 'manifest.json'), sha256 })
  }
  return earlier
}

/** Servers of before June 2025 give no digests. @returns undefined: it is gone */
async function sumOrHash({ api }: Connection, asset: Asset): Promise<string | undefined> {
  return sumOf(asset) || (await api.download(asset, hashOf))
}

/** What the manifest of a published release says of those before it; none where that cannot be read. */
export async function earlierInManifest(
  { api }: Connection,
  assets: readonly Asset[],
): Promise<readonly Earlier[]> {
  const manifest = assets.find((asset) => asset.name === 'manifest.json' && !isHalf(asset))
  const written = manifest && (await api.download(manifest, text))
  try {
    return manifestSchema.parse(JSON.parse(written ?? '')).earlier
  } catch {
    return []
  }
}
