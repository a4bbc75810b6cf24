import { isCompanion, layerName, recordName } from '../catalog/file-names.js'
import type { ZipRecord } from '../catalog/zip-record.js'
import { repositoryOf } from '../github/advice.js'
import type { Asset, Release, ReleaseTarget, Upload } from '../github/types.js'
import { isHalf, sumOf } from './decide.js'
import { uploadOf } from './files.js'
import {
  type Earlier,
  type Facts,
  factsSchema,
  MANIFEST_SCHEMA,
  type Manifest,
  type ManifestArtefact,
  type ManifestFile,
} from './manifest-schema.js'
import type { Expected } from './types.js'

const MANIFEST = 'manifest.json'
const WRITTEN_HERE = [MANIFEST, `${MANIFEST}.sha256`, 'SHA256SUMS']

/** Whether the publish step itself writes an asset of this name. */
export function isWrittenHere(name: string): boolean {
  return WRITTEN_HERE.includes(name)
}

/** Where anybody downloads an asset once the release is published: a draft's own addresses say `untagged-…`. */
export function downloadUrl({ url, tag }: Pick<Release, 'url' | 'tag'>, name: string): string {
  return `${url.replace(/\/releases\/.*$/, '')}/releases/download/${encodeURIComponent(tag)}/${name}`
}

/** What the manifest of a release is made from. */
export interface Contents {
  target: ReleaseTarget
  release: Release
  /** What the tag stands at, or will. */
  commit: string
  expected: readonly Expected[]
  /** Everything on the release, with digests. */
  assets: readonly Asset[]
  /** What the records among the assets say, by name. */
  records: ReadonlyMap<string, ZipRecord | undefined>
  earlier: readonly Earlier[]
}

/** The files that the publish step adds. */
export interface Written {
  uploads: Upload[]
  /** Zips that the manifest leaves out, because nothing says what they are. */
  untold: string[]
}

/**
 * The files that the publish step adds: `manifest.json` says what each artefact is, for machines, and `manifest.json.sha256`
 * has its sum; `SHA256SUMS` has a line for every other asset, so that `sha256sum -c` checks a whole download. All follow
 * from what is given alone, so that a repeated publish makes the same bytes.
 */
export function manifestOf(contents: Contents): Written {
  const { target, release, commit, expected, assets, earlier } = contents
  const zips = expected.filter(({ name }) => !isCompanion(name))
  const told = zips.map((zip) => ({ zip, artefact: artefactOf(zip, contents) }))
  const value: Manifest = {
    schema: MANIFEST_SCHEMA,
    repository: repositoryOf(target),
    tag: release.tag,
    commit,
    artifacts: told.flatMap(({ artefact }) => artefact ?? []),
    earlier: [...earlier],
  }
  const manifest = uploadOf(MANIFEST, `${JSON.stringify(value, null, 2)}\n`)
  const itsSum = uploadOf(`${MANIFEST}.sha256`, `${manifest.sha256}  ${MANIFEST}\n`)
  const sums = assets
    .filter(({ name }) => !isWrittenHere(name))
    .map((asset) => ({ name: asset.name, sha256: sumOf(asset) }))
  const lines = [...sums, manifest, itsSum]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  const untold = told.flatMap(({ zip, artefact }) => (artefact === undefined ? [zip.name] : []))
  return {
    uploads: [manifest, itsSum, uploadOf('SHA256SUMS', lines.join(''))],
    untold: untold.filter((name) => name.endsWith('.zip')),
  }
}

/** Undefined for what nothing is known of, or is not there. */
function artefactOf(zip: Expected, { release, assets, records }: Contents): ManifestArtefact | undefined {
  const { name, sha256, md5 } = zip
  const record = records.get(recordName(name))
  const facts = zip.facts ?? (record?.zip.sha256 === sha256 ? factsIn(record) : undefined)
  const find = (matches: (asset: Asset) => boolean): ManifestFile | undefined => {
    const asset = assets.find((candidate) => !isHalf(candidate) && matches(candidate))
    const { size = 0 } = asset ?? {}
    return asset && { name: asset.name, url: downloadUrl(release, asset.name), size, sha256: sumOf(asset) }
  }
  const file = find((asset) => asset.name === name)
  if (facts === undefined || file === undefined) return undefined
  const wheel = find((asset) => asset.name.endsWith('.whl') && sumOf(asset) === sha256)
  // Which Pythons a shared layer has, its name does not say: such a one counts where the build named it.
  const layer = find((asset) => asset.name === (zip.layer ?? layerName(name)))
  const recorded = find((asset) => asset.name === recordName(name))
  const stages = record?.stages.map(({ stage }) => stage) ?? []
  const tried = stages.some((stage) => stage !== 'audit')
  return {
    ...file,
    ...(md5 === undefined ? {} : { md5 }),
    ...facts,
    ...(wheel === undefined ? {} : { wheel }),
    ...(layer === undefined ? {} : { layer }),
    verified: recorded === undefined || !tried ? null : { ...recorded, stages },
  }
}

/** What a record says of its zip; undefined where it does not say all of it. */
function factsIn(record: ZipRecord): Facts | undefined {
  const { built } = record
  const toolchain = typeof built === 'object' && built !== null && 'toolchain' in built ? built.toolchain : ''
  return factsSchema.safeParse({ ...record, toolchain }).data
}
