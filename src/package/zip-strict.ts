import { BuildError } from '../report/errors.js'
import { damaged, decode, type ListedEntry, quote, type ZipDirectory, ZipError } from './zip-directory.js'
import {
  DEFLATED,
  MAX_UNPACKED,
  OTHER_METHODS,
  STORED,
  TYPE,
  TYPE_DIRECTORY,
  TYPE_FILE,
  TYPE_LINK,
} from './zip-format.js'
import { parentsOf, pathProblem } from './zip-paths.js'

/** The error for a zip that somebody made so. */
export function hostile(message: string): BuildError {
  return new BuildError(
    message,
    'Do not unpack it: no zip of this project is like that. Take one from a source that you trust.',
  )
}

/**
 * Refuses a zip that is to be unpacked as one of ours and has anything that ours never have.
 *
 * @param most what it may unpack to, in bytes
 * @throws BuildError (without the zip's name)
 */
export function refuseOdd({ entries, before, behind }: ZipDirectory, most = MAX_UNPACKED): void {
  if (before > 0) throw damaged('damaged: its directory is not where the end of the file says')
  if (behind > 0) throw damaged('the zip is cut off: its directory is missing')
  for (const entry of entries) refuseEntry(entry)
  refuseDoubles(entries)
  // Before anything is unpacked; whoever unpacks holds each entry to the size that it claims here.
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > most) throw hostile(`unpacks to ${total} bytes, more than the ${most} allowed`)
}

function refuseEntry(entry: ListedEntry): void {
  if (decode(entry.name) === undefined) throw damaged(`the path ${quote(entry.path)} is not UTF-8`)
  const problem = pathProblem(entry.path)
  if (problem !== undefined) throw hostile(`the path ${quote(entry.path)} ${problem}`)
  // Whatever system the entry says it was made on: unpackers differ in whether they look at that.
  const type = entry.attributes & TYPE
  if (type === TYPE_LINK) throw hostile(`${quote(entry.path)} is a symbolic link`)
  if (type !== 0 && type !== (entry.directory ? TYPE_DIRECTORY : TYPE_FILE)) {
    throw hostile(`${quote(entry.path)} is neither a file nor a directory (mode ${type.toString(8)})`)
  }
  if (entry.directory && entry.size !== 0) throw hostile(`the directory ${quote(entry.path)} has contents`)
  refuseUnreadable(entry)
}

/** Refuses an entry whose contents cannot be read. @throws ZipError (without the zip's name) */
export function refuseUnreadable({ path, flags, method }: ListedEntry): void {
  if (flags & 1) throw new ZipError('encrypted', `${quote(path)} is encrypted`)
  if (method !== STORED && method !== DEFLATED) {
    const known = OTHER_METHODS[method]
    const by = known === undefined ? `${method}` : `${method} (${known})`
    throw new ZipError('packed otherwise', `${quote(path)} is packed by method ${by}, which is not supported`)
  }
}

function refuseDoubles(entries: ListedEntry[]): void {
  const paths = new Set<string>()
  for (const { path } of entries) {
    if (paths.has(path)) throw hostile(`the path ${quote(path)} is there twice`)
    paths.add(path)
  }
  for (const directory of parentsOf(paths)) {
    if (paths.has(directory.slice(0, -1))) {
      throw hostile(`${quote(directory.slice(0, -1))} is a file and a directory`)
    }
  }
}
