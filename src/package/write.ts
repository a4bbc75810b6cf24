import { randomBytes } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  explainUnwritten,
  hiddenPath,
  makeDirectory,
  removeQuietly,
  writeWhole,
} from '../machine/writable.js'
import { md5, sha256, sidecarLine } from './checksums.js'
import type { Artefact } from './types.js'

/**
 * Writes a zip and, beside it, its `.sha256` and `.md5` and what else belongs to it, replacing files of the same names.
 *
 * Everything is first written, in full and down to the disk, under hidden names in the same directory. Then
 * the old sidecars go, the zip gets its name, and last the sidecars theirs: whoever looks in between, or
 * after a crash, may find a zip without checksum, but never half a file nor a checksum of another zip. When
 * it fails, nothing that it wrote is left.
 *
 * @param outputDir made when it is not there
 * @param name the zip's file name, without any directory
 * @param companions further files beside it: name to text
 * @throws InputError (`output-dir`) when the directory cannot be written; BuildError when the disk is full
 */
export async function writeArtefact(
  outputDir: string,
  name: string,
  bytes: Uint8Array,
  companions: ReadonlyMap<string, string> = new Map(),
): Promise<Artefact> {
  if (basename(name) !== name || name.startsWith('.')) throw new TypeError(`not a plain file name: ${name}`)
  const sums = { sha256: sha256(bytes), md5: md5(bytes) }
  const path = join(outputDir, name)
  const beside = [
    ...Object.entries(sums).map(
      ([algorithm, hex]) => [`${name}.${algorithm}`, sidecarLine(hex, name)] as const,
    ),
    ...companions,
  ]
  const sidecars = beside.map(([file, text]) => ({
    path: join(outputDir, file),
    data: new TextEncoder().encode(text),
  }))
  const files = [{ path, data: bytes }, ...sidecars]
  const suffix = randomBytes(6).toString('hex')
  const leftovers = new Set<string>()
  try {
    await makeDirectory(outputDir)
    for (const file of files) {
      const hidden = hiddenPath(outputDir, file.path, suffix)
      leftovers.add(hidden)
      await writeWhole(hidden, file.data)
    }
    for (const sidecar of sidecars) await rm(sidecar.path, { force: true })
    for (const file of files) {
      const hidden = hiddenPath(outputDir, file.path, suffix)
      await rename(hidden, file.path)
      leftovers.delete(hidden)
      leftovers.add(file.path)
    }
  } catch (error) {
    for (const leftover of leftovers) await removeQuietly(leftover)
    throw explainUnwritten(error, { path: outputDir, name: 'output-dir' })
  }
  return { name, path, size: bytes.length, ...sums, files: files.map((file) => file.path) }
}
