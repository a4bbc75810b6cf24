import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { shown } from '../network/address.js'
import type { Conditions } from '../network/conditions.js'
import { sha256 } from '../package/checksums.js'
import type { ManifestArtefact, ManifestFile } from '../release/manifest-schema.js'
import { BuildError, messageOf } from '../report/errors.js'
import { fetchBytes } from './fetch-bytes.js'
import type { Place } from './read-manifests.js'

/** A wheel of a release. */
export interface WheelOfRelease {
  wheel: ManifestFile
  /** The zip, which is the same bytes. */
  zip: ManifestArtefact
  /** Where the manifest is. */
  beside: Place
}

/**
 * The bytes of a wheel, which are those that the manifest names: from beside the manifest where they are there, under
 * the wheel's name or the zip's; else from the address in the manifest.
 *
 * @throws {BuildError} when nothing has them, or what has the name has other bytes
 */
export async function findWheel(it: WheelOfRelease, conditions: Conditions): Promise<Uint8Array> {
  const { wheel, beside } = it
  const url = new URL(wheel.url)
  if (typeof beside === 'string') {
    const file = await fromDirectory(it, beside)
    if (file !== undefined) return insist(wheel, file.bytes, file.path)
    return insist(wheel, await fetchWheel(wheel, url, conditions), shown(url))
  }
  const near = new URL(wheel.name, beside)
  near.hash = ''
  // A mirror has the manifest as it is, with the addresses of the release that it is a copy of.
  if (near.host !== url.host) {
    const copy = await fetchWheel(wheel, near, { ...conditions, elsewhere: true }).catch(notThere)
    if (copy !== undefined) return insist(wheel, copy, shown(near))
  }
  return insist(wheel, await fetchWheel(wheel, url, conditions), shown(url))
}

function fetchWheel({ size }: ManifestFile, url: URL, conditions: Conditions): Promise<Uint8Array> {
  const hint =
    'Nothing was written. A private release needs a login that this does not send: download its files ' +
    '(gh release download TAG --dir DIRECTORY), and give the directory in place of the address.'
  return fetchBytes({ url, most: size, hint }, conditions)
}

function notThere(error: unknown): undefined {
  if (!(error instanceof BuildError)) throw error
}

async function fromDirectory(
  { wheel, zip }: WheelOfRelease,
  directory: string,
): Promise<{ path: string; bytes: Uint8Array } | undefined> {
  const names = zip.sha256 === wheel.sha256 ? [wheel.name, zip.name] : [wheel.name]
  for (const name of names) {
    const path = join(directory, name)
    try {
      return { path, bytes: await readFile(path) }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue
      throw new BuildError(`Cannot read ${path}: ${messageOf(error)}`, 'Nothing was written.')
    }
  }
  return undefined
}

function insist({ size, sha256: expected }: ManifestFile, bytes: Uint8Array, where: string): Uint8Array {
  const sum = sha256(bytes)
  if (sum === expected && bytes.length === size) return bytes
  throw new BuildError(
    `${where} is not the file in the manifest: expected ${size} bytes with SHA-256 ${expected}, ` +
      `found ${bytes.length} bytes with SHA-256 ${sum}`,
    'Nothing was written. Get file and manifest again, from the same release.',
  )
}
