import { inflateRawSync } from 'node:zlib'
import { BuildError, messageOf } from '../report/errors.js'
import { damaged, type EntryFacts, type ListedEntry, quote, readDirectory, slice } from './zip-directory.js'
import { crc32, DEFLATED, LOCAL, LOCAL_SIZE } from './zip-format.js'
import { hostile, refuseOdd, refuseUnreadable } from './zip-strict.js'

/** One entry of a zip, in the order of its central directory. */
export interface ZipEntry extends EntryFacts {
  /** Empty for a directory. */
  data: Uint8Array
  /** Where the packed data ends, in bytes from the start of the zip. */
  end: number
}

/**
 * All entries of a zip, unpacked and checked: CRC, sizes, both headers of each entry. Nothing of a hostile
 * zip gets through: no path that leads out of a directory, no symbolic link or other special file, no path
 * twice, no data that two entries share, and not more than 64 MiB unpacked, however small the zip is.
 *
 * @param name the zip's name, for errors
 * @throws BuildError when the bytes are not a zip, are cut off or damaged, or the zip is one of those above
 */
export function readZip(bytes: Uint8Array, name = 'the zip'): ZipEntry[] {
  try {
    return read(bytes)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    throw new BuildError(`${name}: ${error.message}`, error.hint)
  }
}

/**
 * Some entries of a zip that is known by its sum, each unpacked and checked when it is asked for.
 *
 * @param wanted says by its path whether an entry is wanted
 * @param most what the whole zip may unpack to, in bytes
 * @throws BuildError as `readZip`, but for data that two entries share
 */
export function* unpackEntries(
  bytes: Uint8Array,
  wanted: (path: string) => boolean = () => true,
  most?: number,
): Generator<ZipEntry> {
  const view = viewOf(bytes)
  const directory = readDirectory(view)
  refuseOdd(directory, most)
  for (const entry of directory.entries) {
    if (wanted(entry.path)) yield unpackStrictly(view, entry, directory.start)
  }
}

/** The bytes as a view, which reads numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function read(bytes: Uint8Array): ZipEntry[] {
  const entries = [...unpackEntries(bytes)]
  let previous: ZipEntry | undefined
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (previous !== undefined && entry.offset < previous.end) {
      throw hostile(`${quote(previous.path)} and ${quote(entry.path)} share the same bytes`)
    }
    previous = entry
  }
  return entries
}

/**
 * What is in an entry, its size and CRC checked. Its local header only says where the data starts: whatever else that
 * says, unpackers go by the directory.
 *
 * @param limit where the zip's data ends, in bytes from the start of the file
 * @throws BuildError (without the zip's name) when it is damaged, encrypted, or packed by another method than usual
 */
export function unpackEntry(view: DataView, entry: ListedEntry, limit: number): Uint8Array {
  refuseUnreadable(entry)
  const { start, end } = packedIn(view, entry, limit)
  const data = inflate(slice(view, start, end - start), entry.method, entry.size, entry.path)
  if (crc32(data) !== entry.crc) throw damaged(`damaged: the CRC of ${quote(entry.path)} is wrong`)
  return data
}

function packedIn(view: DataView, entry: ListedEntry, limit: number): { start: number; end: number } {
  const at = entry.offset
  const fits = at + LOCAL_SIZE <= limit && view.getUint32(at, true) === LOCAL
  if (!fits) throw damaged(`damaged: ${quote(entry.path)} is not where the directory says`)
  const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const end = start + entry.packedSize
  if (end > limit) throw damaged(`damaged: ${quote(entry.path)} is cut off`)
  return { start, end }
}

function unpackStrictly(view: DataView, listed: ListedEntry, limit: number): ZipEntry {
  const { name, flags, method, crc, packedSize, size, attributes: _, ...entry } = listed
  const at = entry.offset
  const { end } = packedIn(view, listed, limit)
  const extraLength = view.getUint16(at + 28, true)
  // With bit 3 the local header leaves CRC and sizes to a record behind the data.
  const later = (flags & 8) !== 0
  const agrees =
    Buffer.compare(slice(view, at + LOCAL_SIZE, view.getUint16(at + 26, true)), name) === 0 &&
    view.getUint16(at + 6, true) === flags &&
    view.getUint16(at + 8, true) === method &&
    (later || (view.getUint32(at + 14, true) === crc && view.getUint32(at + 22, true) === size)) &&
    (later || view.getUint32(at + 18, true) === packedSize)
  if (!agrees) throw hostile(`the two headers of ${quote(entry.path)} contradict each other`)
  const data = unpackEntry(view, listed, limit)
  return { ...entry, data, extra: entry.extra || extraLength > 0 || later, end }
}

function inflate(packed: Uint8Array, method: number, size: number, path: string): Uint8Array {
  let data = packed
  if (method === DEFLATED) {
    try {
      // zlib has no part in deflating here, so it notices the mistakes of what has.
      const most = { maxOutputLength: Math.max(size, 1), chunkSize: chunkFor(size, packed.length) }
      const { buffer, byteOffset, length } = inflateRawSync(packed, most)
      data = new Uint8Array(buffer, byteOffset, length)
    } catch (error) {
      throw damaged(`damaged: ${quote(path)} cannot be unpacked (${messageOf(error)})`)
    }
  }
  if (data.length !== size) {
    throw damaged(`damaged: ${quote(path)} has ${data.length} bytes instead of ${size}`)
  }
  return data
}

/** All of it in one piece, because joining many takes as long as inflating, but no more than so little can become. */
function chunkFor(size: number, packed: number): number {
  const [least, mostGrowth] = [64, 1032]
  return Math.max(least, Math.min(size, packed * mostGrowth))
}
