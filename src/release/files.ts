import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Upload } from '../github/types.js'
import { BuildError } from '../report/errors.js'
import type { LocalFile } from './types.js'

/** GitHub's limit for one asset (its documentation, "About releases"). */
const LARGEST = 2 ** 31

/**
 * Names that GitHub stores as they are. It rewrites blanks, `~`, `()` and other marks to dots and trims dots at
 * the ends (softprops/action-gh-release#159, actions/upload-release-asset#57); the file would then not be found.
 */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9_+-]*(\.[A-Za-z0-9_+-]+)*$/

/** @returns what is wrong with an asset's name, or undefined */
export function faultInName(name: string): string | undefined {
  if (!SAFE_NAME.test(name)) return 'GitHub would rewrite the name'
  return name.length > 200 ? 'the name is longer than 200 characters' : undefined
}

/**
 * Checks and hashes the files, all of them before any request is sent.
 *
 * @throws {BuildError} for a name GitHub would rewrite, a name given twice, and a file that is missing, empty,
 *   not a file, too large, or no longer the one whose size and SHA-256 were given
 */
export async function openFiles(files: readonly LocalFile[]): Promise<Upload[]> {
  const names = new Set<string>()
  for (const { name } of files) {
    const fault = faultInName(name)
    if (fault !== undefined) {
      throw new BuildError(
        `${JSON.stringify(name)} cannot be the name of a release asset: ${fault}`,
        'Use letters, digits, `_`, `+`, `-`, and single dots inside the name.',
      )
    }
    if (names.has(name)) {
      throw new BuildError(
        `two files would become the asset ${name}`,
        'Assets have no directories: rename one file.',
      )
    }
    names.add(name)
  }
  return Promise.all(files.map(openFile))
}

/** A file that comes without its maker's word, for example by a glob: named, measured and hashed as it is now. */
export async function localFile(path: string): Promise<LocalFile> {
  const { body, size } = await openBytes(path)
  return { name: basename(path), path, size, sha256: await hashOf(body.stream()) }
}

async function openFile(file: LocalFile): Promise<Upload> {
  const { name, path, size, sha256 } = file
  const { body, identity: then, size: found } = await openBytes(path)
  const sum = await hashOf(body.stream()).catch(() => undefined)
  if (found !== size || sum !== sha256) throw changed(file)
  return { name, size, sha256, body, changed: async () => (await identify(path))?.identity !== then }
}

/**
 * A blob backed by the file: sized, so that the request has a Content-Length; streamed; readable again for every
 * attempt; and it refuses to be read once the file has changed.
 */
async function openBytes(path: string): Promise<{ body: Blob; identity: string; size: number }> {
  const found = await identify(path)
  if (found === undefined) {
    throw new BuildError(
      `the file to upload is missing or cannot be read: ${path}`,
      'Check the path: has a step moved or removed it?',
    )
  }
  const { size, identity } = found
  if (!found.isFile)
    throw new BuildError(`cannot upload ${path}: it is not a file`, 'List files, not directories.')
  if (size === 0) throw new BuildError(`cannot upload ${path}: it is empty`, 'GitHub takes no empty assets.')
  if (size >= LARGEST) {
    throw new BuildError(`cannot upload ${path}: ${size} bytes`, 'GitHub takes assets of less than 2 GiB.')
  }
  return { body: await openAsBlob(path), identity, size }
}

/** The SHA-256 in lower-case hex of what streams by. */
export async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}

/** The file is not the one that was hashed. */
export function changed({ name, sha256 }: { name: string; sha256: string }): BuildError {
  return new BuildError(
    `the file for ${name} has changed since it was hashed (it was ${sha256})`,
    'Something else writes to the output directory: give each job its own, and upload before the next build.',
  )
}

/** Bytes that were made here and are on no disk: `SHA256SUMS`, `manifest.json`. */
export function uploadOf(name: string, text: string): Upload {
  const body = new Blob([text])
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { name, size: body.size, sha256, body, changed: async () => false }
}

/** Checksum files last: they must never point at something that is not there. */
export function inUploadOrder(uploads: readonly Upload[]): Upload[] {
  const isSum = ({ name }: Upload) => /\.(sha256|md5)$|^SHA256SUMS$/.test(name)
  return [...uploads.filter((upload) => !isSum(upload)), ...uploads.filter(isSum)]
}

/** @returns undefined: there is nothing. `identity` differs as soon as anybody has written to the file. */
async function identify(path: string) {
  const found = await stat(path, { bigint: true }).catch(() => undefined)
  if (found === undefined) return undefined
  const { size, mtimeNs, ino } = found
  return { isFile: found.isFile(), size: Number(size), identity: `${ino} ${size} ${mtimeNs}` }
}
