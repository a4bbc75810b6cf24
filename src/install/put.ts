import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  explainUnwritten,
  makeDirectory,
  missingDirectories,
  removeEmpty,
  replaceWhole,
} from '../machine/writable.js'
import type { Clock } from '../network/clock.js'
import type { ZipEntry } from '../package/unzip.js'
import type { Log } from '../report/log.js'
import { layoutOf } from './layout.js'
import { alone } from './lock.js'
import { NEW, recover, STAGING, swap } from './swap.js'

/** A package of a release and the directory that it goes to. */
export interface PutPackage {
  /** The file's. */
  name: string
  entries: readonly ZipEntry[]
  path: string
  clock: Clock
  signal?: AbortSignal | undefined
  log: Log
}

/** What is where now. */
export interface Placed {
  /** Absolute paths of all that was put there. */
  files: string[]
  /** What was there before, by its path in the directory: of an older psycopg2, or of psycopg2_binary. */
  replaced: string[]
}

/** Puts a file into a directory as it is. @throws {InputError} or {BuildError} where it cannot be written */
export async function putFile(path: string, name: string, bytes: Uint8Array): Promise<Placed> {
  try {
    await makeDirectory(path)
    await replaceWhole(join(path, name), bytes)
    return { files: [join(path, name)], replaced: [] }
  } catch (error) {
    throw explainUnwritten(error, { path, name: 'path' })
  }
}

/**
 * Unpacks a file into a directory that may hold other packages, in the place of an older psycopg2. Until all of it is on
 * the disk, nothing of what was there is touched; and where it cannot all be put in place, all is as it was.
 *
 * @throws {BuildError} for what is no package of psycopg2, a full disk, or a directory that cannot be written
 */
export async function putPackage({ name, entries, path, ...means }: PutPackage): Promise<Placed> {
  const layout = layoutOf(entries, name)
  const staging = join(path, `.psycopg2-lambda-${randomUUID()}.tmp`)
  const made = missingDirectories(path)
  try {
    await makeDirectory(path)
    return await alone(path, means, async () => {
      for (const left of await readdir(path)) if (STAGING.test(left)) recover(path, join(path, left))
      try {
        const replaced = forEverybody(() => {
          unpack(entries, join(staging, NEW))
          return swap(path, staging, layout)
        })
        const files = entries.flatMap((entry) => (entry.directory ? [] : [join(path, entry.path)]))
        return { files, replaced }
      } finally {
        await rm(staging, { recursive: true, force: true })
      }
    })
  } catch (error) {
    await removeEmpty(made)
    throw explainUnwritten(error, { path, name: 'path' })
  }
}

/** In one go: taking turns with the rest would take several times as long for so many small files. */
function unpack(entries: readonly ZipEntry[], directory: string): void {
  for (const { path, directory: isDirectory, data, mode } of entries) {
    const target = join(directory, path)
    mkdirSync(isDirectory ? target : dirname(target), { recursive: true })
    if (isDirectory) continue
    const executable = mode !== undefined && (mode & 0o100) !== 0
    writeFileSync(target, data, { flag: 'wx', mode: executable ? 0o755 : 0o644 })
  }
}

/** Does what others shall read and search, too: Lambda runs as another user than the one that packs. */
function forEverybody<T>(work: () => T): T {
  const umask = process.umask(0o022)
  try {
    return work()
  } finally {
    process.umask(umask)
  }
}
