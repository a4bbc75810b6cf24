import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { BuildError, InputError, messageOf } from '../report/errors.js'

/** A directory that somebody has chosen. */
export interface NamedDirectory {
  path: string
  /** The input or variable that names it, for errors. */
  name: string
}

/**
 * Makes a directory and proves that a file can be written there, so that a build does not spend minutes first. Leaves
 * the directory and nothing in it.
 *
 * @throws InputError when the directory cannot be written; BuildError when the disk is full
 */
export async function assertWritable(directory: NamedDirectory): Promise<void> {
  const probe = hiddenPath(directory.path, 'probe', randomBytes(6).toString('hex'))
  try {
    await makeDirectory(directory.path)
    await writeWhole(probe, new TextEncoder().encode('psycopg2-lambda looks whether it can write here\n'))
    await rm(probe)
  } catch (error) {
    await removeQuietly(probe)
    throw explainUnwritten(error, directory)
  }
}

/**
 * Makes a directory and those above it. Node's own `recursive` never comes back, at full load, where a
 * directory above exists and yet can hold nothing: a dangling link to an unmounted disk, or `/proc`.
 */
export async function makeDirectory(path: string): Promise<void> {
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

/** A directory and those above it that are not there, each before the one that it is in. */
export function missingDirectories(path: string): string[] {
  const above = dirname(path)
  return existsSync(path) || above === path ? [] : [path, ...missingDirectories(above)]
}

/** Takes away those that were made for nothing, as far as they are empty. @param made as {@link missingDirectories} gave them */
export async function removeEmpty(made: readonly string[]): Promise<void> {
  for (const directory of made) await rmdir(directory).catch(() => undefined)
}

/** A name beside the one a file is to get, for as long as it is not complete. */
export function hiddenPath(directory: string, path: string, suffix: string): string {
  return join(directory, `.${basename(path)}.${suffix}.tmp`)
}

/** Never follows or overwrites what is there, and is on the disk when done: a full one may say so only then. */
export async function writeWhole(path: string, data: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Writes a file in the place of what is there: in full under a hidden name first, so that nobody finds half of it. */
export async function replaceWhole(path: string, data: Uint8Array): Promise<void> {
  const hidden = hiddenPath(dirname(path), path, randomBytes(6).toString('hex'))
  try {
    await writeWhole(hidden, data)
    await rename(hidden, path)
  } catch (error) {
    await removeQuietly(hidden)
    throw error
  }
}

/** For leftovers of a failure, whose own error is the one to report. */
export async function removeQuietly(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined)
}

const FULL: Record<string, string> = {
  ENOSPC: 'there is no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than this process may write',
}

const NO_ACCESS = [
  'this user may not write there',
  'Give the user of this process write access, or name another directory.',
] as const
const TAKEN = [
  'a directory has the name of a file to write',
  'Remove that directory or name another one.',
] as const

const UNWRITABLE: Record<string, readonly [what: string, hint: string]> = {
  EACCES: NO_ACCESS,
  EPERM: NO_ACCESS,
  EROFS: ['the file system is read-only', 'Name a directory on a writable file system.'],
  ENOTDIR: ['a part of the path is a file, not a directory', 'Remove that file or name another directory.'],
  EEXIST: ['it is there and is not a directory', 'Remove that file or name another directory.'],
  EISDIR: TAKEN,
  ENOTEMPTY: TAKEN,
  ERR_FS_EISDIR: TAKEN,
  ENAMETOOLONG: ['the path is too long for the file system', 'Name a directory with a shorter path.'],
  ENOENT: ['the directory cannot be made there', 'Name a directory on an ordinary file system.'],
}

/** What the file system said, as an error that names the directory and says what to do; a defect as it is. */
export function explainUnwritten(error: unknown, directory: NamedDirectory): unknown {
  const { code, path = directory.path } = error as NodeJS.ErrnoException
  if (code === undefined) return error
  const where = path === directory.path ? '' : ` (at ${path})`
  const full = FULL[code]
  if (full !== undefined) {
    return new BuildError(
      `${directory.name}: cannot write to ${directory.path}: ${full}${where}`,
      'Free some space there, or name a directory elsewhere. Nothing was left behind.',
    )
  }
  const [what, hint] = UNWRITABLE[code] ?? [messageOf(error), 'Name a writable directory.']
  return new InputError(directory.name, `cannot write to ${directory.path}: ${what}${where}`, hint)
}
