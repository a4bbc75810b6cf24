import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { BuildError, InputError, messageOf } from '../report/errors.js'
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
    throw explain(error, outputDir)
  }
  return {
    name,
    path: join(outputDir, name),
    size: bytes.length,
    ...sums,
    files: files.map(({ path }) => path),
  }
}

/**
 * Makes a directory, by default the one of the results, and proves that a file can be written there, so that a build does not spend
 * minutes first. Leaves the directory and nothing in it.
 *
 * @param name the input or variable that names the directory
 * @throws InputError when the directory cannot be written; BuildError when the disk is full
 */
export async function assertWritable(directory: string, name = 'output-dir'): Promise<void> {
  const probe = hiddenPath(directory, 'probe', randomBytes(6).toString('hex'))
  try {
    await makeDirectory(directory)
    await writeWhole(probe, new TextEncoder().encode('psycopg2-lambda looks whether it can write here\n'))
    await rm(probe)
  } catch (error) {
    await removeQuietly(probe)
    throw explain(error, directory, name)
  }
}

/**
 * Makes a directory and those above it. Node's own `recursive` never comes back, at full load, where a
 * directory above exists and yet can hold nothing: a dangling link to an unmounted disk, or `/proc`.
 */
async function makeDirectory(path: string): Promise<void> {
  const isThere = () =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
  if (await isThere()) return
  const parent = dirname(path)
  if (parent !== path) await makeDirectory(parent)
  try {
    await mkdir(path)
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!(await isThere())) throw error
  }
}

function hiddenPath(directory: string, path: string, suffix: string): string {
  return join(directory, `.${basename(path)}.${suffix}.tmp`)
}

/** Never follows or overwrites what is there, and is on the disk when done: a full one may say so only then. */
async function writeWhole(path: string, data: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** For leftovers of a failure, whose own error is the one to report. */
async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined)
}

const FULL: Record<string, string> = {
  ENOSPC: 'there is no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than this process may write',
}

const UNWRITABLE: Record<string, [what: string, hint: string]> = {
  EACCES: [
    'this user may not write there',
    'Give the user of this process write access, or name another directory.',
  ],
  EPERM: [
    'this user may not write there',
    'Give the user of this process write access, or name another directory.',
  ],
  EROFS: ['the file system is read-only', 'Name a directory on a writable file system.'],
  ENOTDIR: ['a part of the path is a file, not a directory', 'Remove that file or name another directory.'],
  EEXIST: ['it is there and is not a directory', 'Remove that file or name another directory.'],
  EISDIR: ['a directory has the name of a file to write', 'Remove that directory or name another one.'],
  ENOTEMPTY: ['a directory has the name of a file to write', 'Remove that directory or name another one.'],
  ERR_FS_EISDIR: [
    'a directory has the name of a file to write',
    'Remove that directory or name another one.',
  ],
  ENAMETOOLONG: ['the path is too long for the file system', 'Name a directory with a shorter path.'],
  ENOENT: ['the directory cannot be made there', 'Name a directory on an ordinary file system.'],
}

/** What the file system said, as an error that names the directory and says what to do; a defect as it is. */
function explain(error: unknown, directory: string, name = 'output-dir'): unknown {
  const { code, path = '' } = error as NodeJS.ErrnoException
  if (code === undefined) return error
  const where = path === '' || path === directory ? '' : ` (at ${path})`
  const full = FULL[code]
  if (full !== undefined) {
    return new BuildError(
      `${name}: cannot write to ${directory}: ${full}${where}`,
      'Free some space there, or name a directory elsewhere. Nothing was left behind.',
    )
  }
  const [what, hint] = UNWRITABLE[code] ?? [messageOf(error), 'Name a writable directory.']
  return new InputError(name, `cannot write to ${directory}: ${what}${where}`, hint)
}
