import { BuildError } from '../report/errors.js'
import {
  CENTRAL,
  CENTRAL_SIZE,
  DEFLATED,
  END,
  END_SIZE,
  LOCAL,
  MAX_UNPACKED,
  STORED,
  UNIX,
} from './zip-format.js'
import { parentsOf, pathProblem } from './zip-paths.js'

/** What is known of an entry before it is unpacked. */
export interface EntryFacts {
  /** A directory's ends in a slash. */
  path: string
  directory: boolean
  /** `st_mode` with the file type's bits, or undefined where the entry was not made on Unix. */
  mode: number | undefined
  /** MS-DOS date and time, as they stand. */
  date: number
  time: number
  /** Whether there is an extra field, a comment, or a record behind the data. */
  extra: boolean
  /** Where the local header starts, in bytes from the start of the zip. */
  offset: number
}

/** A row of the central directory. */
export interface ListedEntry extends EntryFacts {
  name: Uint8Array
  flags: number
  method: number
  crc: number
  packedSize: number
  size: number
}

const TYPE = 0o170000
const LINK = 0o120000
const TYPE_FILE = 0o100000
const TYPE_DIRECTORY = 0o040000

/** The error for a zip that some accident could have made so. */
export function damaged(message: string): BuildError {
  return new BuildError(message, 'Get it again, and compare its SHA-256 with the .sha256 beside it.')
}

/** The error for a zip that somebody made so. */
export function hostile(message: string): BuildError {
  return new BuildError(
    message,
    'Do not unpack it: no zip of this project is like that. Take one from a source that you trust.',
  )
}

/**
 * The rows of a zip's central directory, with every entry refused that cannot be unpacked safely.
 *
 * @param most what it may unpack to, in bytes
 * @returns the rows in their order, and where the directory starts
 * @throws BuildError (without the zip's name)
 */
export function readDirectory(
  view: DataView,
  most = MAX_UNPACKED,
): { entries: ListedEntry[]; start: number } {
  const end = findEnd(view)
  const entries = listEntries(view, end)
  refuseDoubles(entries)
  // Before anything is unpacked; whoever unpacks holds each entry to the size that it claims here.
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > most) throw hostile(`unpacks to ${total} bytes, more than the ${most} allowed`)
  return { entries, start: view.getUint32(end + 16, true) }
}

/** Position of the end record: the last one whose comment ends with the file. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - 0xffff)
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (
      view.getUint32(at, true) === END &&
      at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength
    ) {
      return at
    }
  }
  const startsAsZip = view.byteLength >= 4 && view.getUint32(0, true) === LOCAL
  throw damaged(startsAsZip ? 'the zip is cut off: its directory is missing' : 'not a zip file')
}

function listEntries(view: DataView, end: number): ListedEntry[] {
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  const disks = view.getUint16(end + 4, true) | view.getUint16(end + 6, true)
  if (count === 0xffff || start === 0xffffffff || disks !== 0 || view.getUint16(end + 8, true) !== count) {
    throw damaged('a zip in several parts or in the format for more than 4 GB (zip64) is not read')
  }
  if (start + size !== end) throw damaged('damaged: its directory is not where the end of the file says')
  const entries: ListedEntry[] = []
  let at = start
  while (at < end) {
    const entry = listEntry(view, at, end)
    entries.push(entry.listed)
    at = entry.next
  }
  if (entries.length !== count) throw damaged(`damaged: ${count} entries announced, ${entries.length} listed`)
  return entries
}

function listEntry(view: DataView, at: number, end: number): { listed: ListedEntry; next: number } {
  if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) throw damaged('damaged directory')
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const next = at + CENTRAL_SIZE + nameLength + extraLength
  if (next > end) throw damaged('damaged directory')
  const name = slice(view, at + CENTRAL_SIZE, nameLength)
  const path = decode(name)
  const attributes = view.getUint16(at + 40, true)
  const listed: ListedEntry = {
    path,
    directory: path.endsWith('/'),
    mode: view.getUint8(at + 5) === UNIX ? attributes : undefined,
    date: view.getUint16(at + 14, true),
    time: view.getUint16(at + 12, true),
    extra: extraLength > 0,
    offset: view.getUint32(at + 42, true),
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
  }
  // Whatever system the entry says it was made on: unpackers differ in whether they look at that.
  refuseEntry(listed, attributes & TYPE)
  return { listed, next }
}

function refuseEntry(entry: ListedEntry, type: number): void {
  const problem = pathProblem(entry.path)
  if (problem !== undefined) throw hostile(`the path ${quote(entry.path)} ${problem}`)
  if (type === LINK) throw hostile(`${quote(entry.path)} is a symbolic link`)
  if (type !== 0 && type !== (entry.directory ? TYPE_DIRECTORY : TYPE_FILE)) {
    throw hostile(`${quote(entry.path)} is neither a file nor a directory (mode ${type.toString(8)})`)
  }
  if (entry.directory && entry.size !== 0) throw hostile(`the directory ${quote(entry.path)} has contents`)
  if (entry.flags & 1) throw damaged(`${quote(entry.path)} is encrypted`)
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw damaged(`${quote(entry.path)} is packed by method ${entry.method}, which is not supported`)
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

/** A view of some of the bytes. */
export function slice(view: DataView, start: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, length)
}

function decode(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name)
  } catch {
    throw damaged(`the path ${quote(Buffer.from(name).toString('latin1'))} is not UTF-8`)
  }
}

/** A path for an error message, with everything unprintable escaped. */
export function quote(path: string): string {
  return JSON.stringify(path)
}
