import * as zlib from 'node:zlib'

/**
 * The zip format as this project writes and reads it: numbers and offsets of PKWARE's APPNOTE 6.3.10,
 * sections 4.3 and 4.4, and what is the same for every entry of a zip of ours.
 */

export const LOCAL = 0x04034b50
export const CENTRAL = 0x02014b50
export const END = 0x06054b50
/** What the first part of a zip in several parts begins with: APPNOTE 8.5.4. */
export const SPANNED = 0x08074b50
/** The two records of zip64 before it, and what stands in a field whose value is in zip64's: APPNOTE 4.3.14 to 4.5.3. */
export const END64 = 0x06064b50
export const LOCATOR64 = 0x07064b50
export const IN_ZIP64 = 0xffffffff
/** Sizes of the three records, signature included, without names, extra fields and comments. */
export const LOCAL_SIZE = 30
export const CENTRAL_SIZE = 46
export const END_SIZE = 22
export const END64_SIZE = 56
export const LOCATOR64_SIZE = 20

/** "Made by" Unix: the external attributes' upper half is `st_mode`. */
export const UNIX = 3
export const STORED = 0
export const DEFLATED = 8
/** Other methods that tools can be told to pack by: APPNOTE 4.4.5. */
export const OTHER_METHODS: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
}

/** The bits of `st_mode` that tell what a file is, and their values. */
export const TYPE = 0o170000
export const TYPE_LINK = 0o120000
export const TYPE_FILE = 0o100000
export const TYPE_DIRECTORY = 0o040000

/** 1980-01-01 in MS-DOS form, the earliest a zip can say. */
export const DATE = 0x0021
/** Midnight. */
export const TIME = 0

/** Most that a zip may unpack to, in bytes; a quarter of what Lambda allows a whole function. */
export const MAX_UNPACKED = 64 * 1024 * 1024

const FILE = 0o100644
const EXECUTABLE = 0o100755
export const DIRECTORY = 0o040755

/**
 * `st_mode` that a path has in a zip of ours: directories and shared objects 0755, the rest 0644, as
 * repost.aws "lambda-deployment-package-errors" asks; others end in `Permission denied` on Lambda.
 *
 * @param path a directory's ends in a slash
 */
export function modeOf(path: string): number {
  if (path.endsWith('/')) return DIRECTORY
  return path.endsWith('.so') ? EXECUTABLE : FILE
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as zip has it. `node:zlib` has one, four times as fast, only from Node 20.15 and 22.2 on. */
export const crc32: (bytes: Uint8Array) => number = (zlib as Partial<typeof zlib>).crc32 ?? slowCrc32

function slowCrc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
