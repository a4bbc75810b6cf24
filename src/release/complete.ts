import { createHash } from 'node:crypto'
import { isCompanion, recordName, zipOfRecord } from '../catalog/file-names.js'
import type { ZipRecord } from '../catalog/zip-record.js'
import type { Asset } from '../github/types.js'
import { holds, isHalf } from './decide.js'
import type { Expected } from './types.js'

/** An asset that the release must have, or (`optional`) may have. */
export interface Wanted {
  name: string
  /** Lower-case hex; undefined where the content cannot be known. */
  sha256: string | undefined
  /** In bytes. */
  size: number | undefined
  optional?: boolean
  /** For a record: the SHA-256 of the zip that it must be of. */
  zip?: string
}

/**
 * Everything a complete release consists of: the expected files and the checksum files beside them, whose
 * content follows from the sums. Where the MD5 is known, the list comes from a build that uploaded both of them; else
 * they may be absent. A zip's record may say anything of these very bytes, and be absent where the build does not name it.
 *
 * @param demanded the names of further records that must be there
 */
export function wantedFor(
  expected: readonly Expected[],
  demanded: ReadonlySet<string> = new Set(),
): Wanted[] {
  const named = new Map<string, Wanted>()
  for (const { name, sha256, size } of expected) named.set(name, { name, sha256, size, optional: false })
  for (const { name, sha256, md5, record: itsRecord } of expected) {
    if (/\.(sha256|md5)$/.test(name) || zipOfRecord(name) !== undefined) continue
    const optional = md5 === undefined
    for (const companion of [
      sumFile(name, 'sha256', sha256, optional),
      sumFile(name, 'md5', md5, optional),
    ]) {
      if (!optional || !named.has(companion.name)) named.set(companion.name, companion)
    }
    if (!name.endsWith('.zip') || isCompanion(name)) continue
    const record = recordName(name)
    const required = itsRecord === record || named.has(record) || demanded.has(record)
    named.set(record, { name: record, sha256: undefined, size: undefined, optional: !required, zip: sha256 })
  }
  return [...named.values()]
}

function sumFile(name: string, kind: 'sha256' | 'md5', sum: string | undefined, optional: boolean): Wanted {
  const line = `${sum ?? '0'.repeat(32)}  ${name}\n`
  const sha256 = sum === undefined ? undefined : createHash('sha256').update(line).digest('hex')
  return { name: `${name}.${kind}`, sha256, size: line.length, optional }
}

/** What is not as it must be. */
export interface Faults {
  /** One for each kind of fault, naming the assets; none when the release is complete. */
  sentences: string[]
  /** What nobody expects there. */
  strangers: Asset[]
  /** Whether a zip's record is missing, or another's. */
  records: boolean
}

/**
 * Compares what is there with what must be there.
 *
 * @param records by the names of the records there, what each says; undefined for what is no record
 */
export function faultsIn(
  assets: readonly Asset[],
  wanted: readonly Wanted[],
  records: ReadonlyMap<string, ZipRecord | undefined>,
): Faults {
  const byName = new Map(assets.map((asset) => [asset.name, asset]))
  const known = new Set(wanted.map(({ name }) => name))
  const strangers = assets.filter((asset) => !known.has(asset.name) && !isHalf(asset))
  const wrong = wanted.flatMap((want) => {
    const asset = byName.get(want.name)
    if (asset === undefined || isHalf(asset) || fits(asset, want)) return []
    return (
      `${want.name} (GitHub has ${asset.digest}, ${asset.size} bytes; expected ` +
      `${want.sha256 === undefined ? 'any digest' : `sha256:${want.sha256}`}, ${want.size ?? 'any number of'} bytes)`
    )
  })
  const missing = namesOf(wanted.filter(({ name, optional }) => !optional && !byName.has(name)))
  const stale = wanted.flatMap(({ name, zip }) => {
    const sum = records.get(name)?.zip.sha256
    if (zip === undefined || !records.has(name) || sum === zip) return []
    return `${name} (${sum === undefined ? 'no record' : `of a zip with SHA-256 ${sum}`}; the zip has ${zip})`
  })
  const kinds = {
    missing,
    'records of other zips': stale,
    'half uploaded': namesOf(assets.filter(isHalf)),
    'other bytes': wrong,
    unexpected: namesOf(strangers),
  }
  const sentences = Object.entries(kinds)
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => `${kind}: ${names.toSorted().join(', ')}`)
  const ofRecords = stale.length > 0 || missing.some((name) => zipOfRecord(name) !== undefined)
  return { sentences, strangers, records: ofRecords }
}

function namesOf(named: readonly { name: string }[]): string[] {
  return named.map(({ name }) => name)
}

function fits(asset: Asset, { sha256, size }: Wanted): boolean {
  if (size !== undefined && asset.size !== size) return false
  return sha256 === undefined || holds(asset, { size: asset.size, sha256 })
}
