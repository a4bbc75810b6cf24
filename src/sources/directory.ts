import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Source } from '../catalog/types.js'
import { measure } from '../machine/measure.js'
import { InputError, messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'
import type { Obtained } from './cache.js'
import { type Found, matching, mismatch } from './check.js'
import { fileNames } from './tarball-names.js'

/** The directory that the input `source-dir` names. */
export interface SourceDirectory {
  readonly path: string
  /** How many regular files lie in it, for the sentence that says none of them was the right one. */
  readonly files: number
  /**
   * The file with the SHA-256 of one of the version's, whatever its name; undefined when there is none.
   * @throws {BuildError} when a file has the tarball's name but other bytes: it is truncated or tampered with
   */
  find(source: Source): Promise<Obtained | undefined>
}

/**
 * Lists `source-dir`, top level only; links to files count as files.
 *
 * Sizes are read at once, sums only of files that have the size of a wanted tarball, and each at most once.
 *
 * @throws {InputError} when it does not exist, is not a directory or cannot be read
 */
export async function openSourceDirectory(path: string, log: Log): Promise<SourceDirectory> {
  const sizes = await list(path)
  const measured = new Map<string, Promise<Found | undefined>>()
  const look = (name: string): Promise<Found | undefined> => {
    const known = measured.get(name)
    if (known !== undefined) return known
    const found = measure(join(path, name)).catch((error: unknown) => {
      log.warning(`source-dir: ${join(path, name)} cannot be read and is passed over: ${messageOf(error)}`)
      return undefined
    })
    measured.set(name, found)
    return found
  }
  return {
    path,
    files: sizes.size,
    async find({ files }) {
      const names = files.flatMap(fileNames)
      const candidates = [...sizes]
        .filter(([, size]) => files.some((file) => file.size === size))
        .map(([name]) => name)
      // A file of the right name is looked at first: in the usual case it is the only one that is read.
      candidates.sort((a, b) => Number(names.includes(b)) - Number(names.includes(a)))
      for (const name of candidates) {
        const found = await look(name)
        const file = found && matching(files, found)
        if (file !== undefined) return { path: join(path, name), file }
      }
      for (const name of names) {
        const found = sizes.has(name) ? await look(name) : undefined
        if (found !== undefined) throw wrongFile(files, join(path, name), found)
      }
      return undefined
    },
  }
}

function wrongFile(files: Source['files'], path: string, found: Found) {
  const url = files.find((file) => file.url !== undefined)?.url
  const again = url === undefined ? 'fetch it again' : `fetch it again from ${url}`
  return mismatch(
    files,
    path,
    found,
    `The file in source-dir is truncated or altered, or another file of the same name: ${again}, or remove it so that it is looked for elsewhere.`,
  )
}

async function list(path: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  try {
    for (const name of (await readdir(path)).sort()) {
      // A dangling link or a file that vanishes meanwhile is as good as not there.
      const entry = await stat(join(path, name)).catch(() => undefined)
      if (entry?.isFile()) sizes.set(name, entry.size)
    }
  } catch (error) {
    throw new InputError(
      'source-dir',
      `${path} cannot be read: ${messageOf(error)}`,
      'Name an existing directory that holds the tarballs, or leave source-dir out.',
    )
  }
  return sizes
}
