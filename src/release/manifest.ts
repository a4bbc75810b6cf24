import { zipOfRecord } from '../catalog/file-names.js'
import { repositoryOf } from '../github/advice.js'
import type { Asset, ReleaseTarget, Upload } from '../github/types.js'
import { sumOf } from './decide.js'
import { uploadOf } from './files.js'
import type { Expected } from './types.js'

/** Whether the publish step itself writes an asset of this name. */
export function isWrittenHere(name: string): boolean {
  return name === 'SHA256SUMS' || name === 'manifest.json'
}

/** What the manifest of a release is made from. */
export interface Contents {
  target: ReleaseTarget
  tag: string
  /** What the tag stands at, or will. */
  commit: string
  expected: readonly Expected[]
  /** Everything on the release, with digests. */
  assets: readonly Asset[]
}

/**
 * The manifest's two files, which the publish step adds: `manifest.json` says what each artefact is, for machines; `SHA256SUMS`
 * has a line for every other asset, so that `sha256sum -c` checks a whole download. Both follow from the
 * assets alone, so that a repeated publish makes the same bytes.
 */
export function manifestOf({ target, tag, commit, expected, assets }: Contents): Upload[] {
  const files = expected.filter(
    ({ name }) => !/\.(sha256|md5)$/.test(name) && zipOfRecord(name) === undefined,
  )
  const artifacts = files.map(({ name, sha256, size, md5, facts }) => {
    const asset = assets.find((candidate) => candidate.name === name)
    return { name, size: size ?? asset?.size, sha256, md5, ...facts }
  })
  const value = { repository: repositoryOf(target), tag, commit, artifacts }
  const manifest = uploadOf('manifest.json', `${JSON.stringify(value, null, 2)}\n`)
  const sums = assets
    .filter(({ name }) => !isWrittenHere(name))
    .map((asset) => ({ name: asset.name, sha256: sumOf(asset) }))
  const lines = [...sums, manifest]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  return [manifest, uploadOf('SHA256SUMS', lines.join(''))]
}
