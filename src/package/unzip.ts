import { inflateRawSync } from 'node:zlib'
import { BuildError, messageOf } from '../report/errors.js'
import {
  damaged,
  type EntryFacts,
  hostile,
  type ListedEntry,
  quote,
  readDirectory,
  slice,
} from './zip-directory.js'
import { crc32, DEFLATED, LOCAL, LOCAL_SIZE } from './zip-format.js'

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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { entries, start } = readDirectory(view, most)
  for (const entry of entries) {
    if (wanted(entry.path)) yield unpack(view, entry, start)
  }
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

function unpack(view: DataView, listed: ListedEntry, directoryStart: number): ZipEntry {
  const { name, flags, method, crc, packedSize, size, ...entry } = listed
  const at = entry.offset
  const fits = at + LOCAL_SIZE <= directoryStart && view.getUint32(at, true) === LOCAL
  if (!fits) throw damaged(`damaged: ${quote(entry.path)} is not where the directory says`)
  const nameLength = view.getUint16(at + 26, true)
  const extraLength = view.getUint16(at + 28, true)
  const start = at + LOCAL_SIZE + nameLength + extraLength
  const end = start + packedSize
  if (end > directoryStart) throw damaged(`damaged: ${quote(entry.path)} is cut off`)
  // With bit 3 the local header leaves CRC and sizes to a record behind the data.
  const later = (flags & 8) !== 0
  const agrees =
    Buffer.compare(slice(view, at + LOCAL_SIZE, nameLength), name) === 0 &&
    view.getUint16(at + 6, true) === flags &&
    view.getUint16(at + 8, true) === method &&
    (later || (view.getUint32(at + 14, true) === crc && view.getUint32(at + 22, true) === size)) &&
    (later || view.getUint32(at + 18, true) === packedSize)
  if (!agrees) throw hostile(`the two headers of ${quote(entry.path)} contradict each other`)
  const data = inflate(slice(view, start, packedSize), method, size, entry.path)
  if (crc32(data) !== crc) throw damaged(`damaged: the CRC of ${quote(entry.path)} is wrong`)
  return { ...entry, data, extra: entry.extra || extraLength > 0 || later, end }
}

function inflate(packed: Uint8Array, method: number, size: number, path: string): Uint8Array {
  let data = packed
  if (method === DEFLATED) {
    try {
      // zlib has no part in deflating here, so it notices the mistakes of what has.
      data = new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) }))
    } catch (error) {
      throw damaged(`damaged: ${quote(path)} cannot be unpacked (${messageOf(error)})`)
    }
  }
  if (data.length !== size) {
    throw damaged(`damaged: ${quote(path)} has ${data.length} bytes instead of ${size}`)
  }
  return data
}
