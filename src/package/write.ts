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
import { md5, sidecarLine } from './checksums.js'
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
 * @param zip its file name without any directory, and its bytes with their SHA-256 in lower-case hex
 * @param companions further files beside it: name to text
 * @throws InputError (`output-dir`) when the directory cannot be written; BuildError when the disk is full
 */
export async function writeArtefact(
  outputDir: string,
  { name, bytes, sha256 }: { name: string; bytes: Uint8Array; sha256: string },
  companions: ReadonlyMap<string, string> = new Map(),
): Promise<Artefact> {
  if (basename(name) !== name || name.startsWith('.')) throw new TypeError(`not a plain file name: ${name}`)
  const sums = { sha256, md5: md5(bytes) }
  const texts = new Map([
    ...Object.entries(sums).map(([kind, hex]) => [`${name}.${kind}`, sidecarLine(hex, name)] as const),
    ...companions,
  ])
  const suffix = randomBytes(6).toString('hex')
  const fileOf = (file: string, data: Uint8Array) => {
    const path = join(outputDir, file)
    return { path, hidden: hiddenPath(outputDir, path, suffix), data }
  }
  const sidecars = Array.from(texts, ([file, text]) => fileOf(file, new TextEncoder().encode(text)))
  const files = [fileOf(name, bytes), ...sidecars]
  const leftovers = new Set<string>()
  try {
    await makeDirectory(outputDir)
    for (const { hidden, data } of files) {
      leftovers.add(hidden)
      await writeWhole(hidden, data)
    }
    for (const sidecar of sidecars) await rm(sidecar.path, { force: true })
    for (const { path, hidden } of files) {
      await rename(hidden, path)
      leftovers.delete(hidden)
      leftovers.add(path)
    }
  } catch (error) {
    for (const leftover of leftovers) await removeQuietly(leftover)
    throw explainUnwritten(error, { path: outputDir, name: 'output-dir' })
  }
  return {
    name,
    path: join(outputDir, name),
    size: bytes.length,
    ...sums,
    files: files.map(({ path }) => path),
  }
}
