import { BuildError } from '../report/errors.js'
import {
  CENTRAL,
  CENTRAL_SIZE,
  END,
  END_SIZE,
  END64,
  END64_SIZE,
  IN_ZIP64,
  LOCAL,
  LOCATOR64,
  LOCATOR64_SIZE,
  SPANNED,
  UNIX,
} from './zip-format.js'

/** What is known of an entry before it is unpacked. */
export interface EntryFacts {
  /** As it stands in the zip; a directory's ends in a slash. */
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
  /** The upper half of the external attributes, whatever system the entry says it was made on. */
  attributes: number
  flags: number
  method: number
  crc: number
  packedSize: number
  size: number
}

/** The central directory of a zip, read as far as it can be read. */
export interface ZipDirectory {
  entries: ListedEntry[]
  /** Where it starts, in bytes from the start of the file. */
  start: number
  /** How many bytes stand before the zip itself, as in a program that unpacks itself. */
  before: number
  /** How many stand behind it. */
  behind: number
}

/** Why a zip, or an entry of it, cannot be read. */
export type ZipFault = 'not a zip' | 'damaged' | 'in parts' | 'encrypted' | 'packed otherwise'

/** The error for a zip that cannot be read; its hint is that for a zip of ours. */
export class ZipError extends BuildError {
  override name = 'ZipError'

  constructor(
    readonly fault: ZipFault,
    message: string,
    hint = 'Get it again, and compare its SHA-256 with the .sha256 beside it.',
  ) {
    super(message, hint)
  }
}

/** The error for a zip that some accident could have made so. */
export function damaged(message: string): ZipError {
  return new ZipError('damaged', message)
}

/**
 * The rows of a zip's central directory in their order, with zip64's sizes, and wherever the zip lies in the file:
 * whatever can be read, odd or not.
 *
 * @throws ZipError (without the zip's name) when the bytes are not a zip, or are cut off or damaged
 */
export function readDirectory(view: DataView): ZipDirectory {
  const { end, behind } = findEnd(view)
  const { at, count, size, start: claimed } = readEnd(view, end)
  const start = at - size
  if (start < claimed) throw damaged('damaged: its directory is not where the end of the file says')
  const before = start - claimed
  const entries: ListedEntry[] = []
  for (let next = start; next < at; ) {
    const entry = listEntry(view, next, at)
    entries.push({ ...entry.listed, offset: entry.listed.offset + before })
    next = entry.next
  }
  // Some tools write more than 65535 entries without zip64: the number is then what is left of it in 16 bits.
  if (entries.length !== count && entries.length % 0x10000 !== count) {
    throw damaged(`damaged: ${count} entries announced, ${entries.length} listed`)
  }
  return { entries, start, before, behind }
}

/** The end record: the last one whose comment ends with the file, or else the last one that there is. */
function findEnd(view: DataView): { end: number; behind: number } {
  const first = Math.max(0, view.byteLength - END_SIZE - 0xffff)
  let last: number | undefined
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue
    const whole = at + END_SIZE + view.getUint16(at + 20, true)
    if (whole === view.byteLength) return { end: at, behind: 0 }
    last ??= at
  }
  if (last !== undefined) {
    const whole = last + END_SIZE + view.getUint16(last + 20, true)
    return { end: last, behind: Math.max(view.byteLength - whole, 1) }
  }
  const start = view.byteLength >= 4 ? view.getUint32(0, true) : 0
  if (start === SPANNED) throw inParts()
  if (start === LOCAL) throw damaged('the zip is cut off: its directory is missing')
  throw new ZipError('not a zip', 'not a zip file')
}

function inParts(): ZipError {
  return new ZipError('in parts', 'one part of a zip in several parts')
}

/** Where the directory ends, how many entries and bytes it has, and where it says that it starts. */
function readEnd(view: DataView, end: number): { at: number; count: number; size: number; start: number } {
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  const locator = end - LOCATOR64_SIZE
  if (locator >= END64_SIZE && view.getUint32(locator, true) === LOCATOR64) {
    const at = [u64(view, locator + 8), locator - END64_SIZE].find(
      (place) => place <= locator - END64_SIZE && view.getUint32(place, true) === END64,
    )
    if (at === undefined) throw damaged('damaged: its zip64 record is not where the end of the file says')
    return { at, count: u64(view, at + 32), size: u64(view, at + 40), start: u64(view, at + 48) }
  }
  const disks = view.getUint16(end + 4, true) | view.getUint16(end + 6, true)
  if (disks !== 0) throw inParts()
  return { at: end, count, size, start }
}

function listEntry(view: DataView, at: number, end: number): { listed: ListedEntry; next: number } {
  if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) throw damaged('damaged directory')
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const more = extraLength + view.getUint16(at + 32, true)
  const next = at + CENTRAL_SIZE + nameLength + more
  if (next > end) throw damaged('damaged directory')
  const name = slice(view, at + CENTRAL_SIZE, nameLength)
  const path = decode(name) ?? Buffer.from(name).toString('latin1')
  const attributes = view.getUint16(at + 40, true)
  const long = zip64Fields(view, at + CENTRAL_SIZE + nameLength, extraLength)
  // In this order, and only those that have no room in the row: APPNOTE 4.5.3.
  const wide = (offset: number) => {
    const value = view.getUint32(at + offset, true)
    return value === IN_ZIP64 ? (long.shift() ?? value) : value
  }
  const size = wide(24)
  const packedSize = wide(20)
  const offset = wide(42)
  const listed: ListedEntry = {
    path,
    directory: path.endsWith('/'),
    mode: view.getUint8(at + 5) === UNIX ? attributes : undefined,
    date: view.getUint16(at + 14, true),
    time: view.getUint16(at + 12, true),
    extra: more > 0,
    offset,
    name,
    attributes,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
  }
  return { listed, next }
}

/** The 64-bit numbers of the extra field for them (id 1), in their order; none where there is no such field. */
function zip64Fields(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; ) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1) {
      const numbers: number[] = []
      for (let one = at + 4; one + 8 <= Math.min(end, start + length); one += 8) numbers.push(u64(view, one))
      return numbers
    }
    at = end
  }
  return []
}

/** Exact up to 2^53; what is beyond is no place in any file, and is compared with the file's size before use. */
function u64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}

/** A view of some of the bytes. */
export function slice(view: DataView, start: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, length)
}

/** The text of bytes that are UTF-8; undefined for others. */
export function decode(name: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name)
  } catch {
    return undefined
  }
}

/** A path for an error message, with everything unprintable escaped. */
export function quote(path: string): string {
  return JSON.stringify(path)
}
