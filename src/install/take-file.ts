import { createHash } from 'node:crypto'
import type { ManifestFile } from '../release/manifest-schema.js'
import type { KeptFiles } from './kept-files.js'
import { NotTheFile } from './not-the-file.js'
import type { Place } from './place.js'

/** A file's bytes, and whether they had been fetched before. */
export interface Taken {
  bytes: Uint8Array
  cacheHit: boolean
}

/**
 * Gives a file of a release, its size and SHA-256 checked.
 *
 * @throws {NotTheFile} when it is another than the manifest says
 * @throws {BuildError} when it cannot be had
 */
export async function takeFile(
  { name, size, sha256 }: ManifestFile,
  { place, kept }: { place: Place; kept: KeptFiles },
): Promise<Taken> {
  const known = await kept.find(sha256)
  if (known !== undefined) return { bytes: known, cacheHit: true }
  const found = await place.read(name, size)
  if (found === undefined)
    throw new NotTheFile(
      `${place.addressOf(name)} is not there, though the manifest names it`,
      'The release is incomplete or is just being changed: run it again in a moment. Nothing was changed here.',
    )
  const actual = createHash('sha256').update(found.bytes).digest('hex')
  if (actual === sha256) return { bytes: found.bytes, cacheHit: false }
  const what = found.page ? 'a web page' : `${found.bytes.length} bytes with the SHA-256 ${actual}`
  throw new NotTheFile(
    `${place.addressOf(name)} is ${what}, not the ${size} bytes with the SHA-256 ${sha256} that the manifest names`,
    'A proxy or mirror on the way may have altered it, or the release was changed. Nothing was changed here.',
  )
}
