import { BuildError } from '../report/errors.js'

/** What is thrown when a file is not what the audit can read. */
export class MalformedError extends BuildError {
  /** @param detail why, with the numbers at fault */
  constructor(readonly detail: string) {
    super(
      `not a shared object that can be audited: ${detail}`,
      'The file is truncated, damaged or of another kind. Build it again, and check that it was copied whole.',
    )
  }
}

/** What to throw when a file is not what the audit can read; `detail` says why, with the numbers at fault. */
export function malformed(detail: string): MalformedError {
  return new MalformedError(detail)
}

/**
 * Little-endian numbers and strings of a range of bytes, every read checked against the range's end.
 *
 * The file is not trusted: a count or an offset in it may be anything, so no read may leave the range
 * (`BuildError` instead of a `RangeError`), and names that overlap in a string table may not add up to
 * more memory than a multiple of the file.
 */
export class ByteReader {
  readonly #view: DataView
  /** Characters that may still be turned into strings; shared by every reader of one file. */
  readonly #budget: { left: number }

  /**
   * @param bytes the range; offsets given to the methods count from its start
   * @param what what the range is, for messages
   */
  constructor(
    readonly bytes: Uint8Array,
    readonly what: string,
    budget?: { left: number },
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // Linkers share the tails of names only, so the names of a real file stay far below its own size.
    this.#budget = budget ?? { left: 8 * bytes.length + 65536 }
  }

  /** Size of the range in bytes. */
  get size(): number {
    return this.bytes.length
  }

  /**
   * A reader of a part of this range.
   * @param offset first byte
   * @param length in bytes
   * @param what what the part is, for messages
   * @throws BuildError when it does not lie inside
   */
  part(offset: number, length: number, what: string): ByteReader {
    if (offset < 0 || offset + length > this.size) {
      throw malformed(
        `${what} should be bytes ${offset} to ${offset + length}, but ${this.what} has ${this.size}`,
      )
    }
    return new ByteReader(this.bytes.subarray(offset, offset + length), what, this.#budget)
  }

  /** The byte at `offset`. Throws BuildError beyond the end, as the methods below do. */
  u8(offset: number): number {
    return this.#view.getUint8(this.#inside(offset, 1))
  }

  /** The 16-bit number at `offset`. */
  u16(offset: number): number {
    return this.#view.getUint16(this.#inside(offset, 2), true)
  }

  /** The 32-bit number at `offset`. */
  u32(offset: number): number {
    return this.#view.getUint32(this.#inside(offset, 4), true)
  }

  /**
   * The 64-bit number at `offset`, exact up to 2^53, and as a negative number where that is exact: addresses go around.
   * Others are rounded: such a number is not an offset or size of any file, and every use as one is checked anyway.
   */
  u64(offset: number): number {
    const at = this.#inside(offset, 8)
    return join64(this.#view.getUint32(at, true), this.#view.getUint32(at + 4, true))
  }

  /** The bytes from `offset` to the next NUL, as Latin-1. Throws BuildError when there is no NUL. */
  string(offset: number): string {
    const start = this.#inside(offset, 1)
    const end = this.bytes.indexOf(0, start)
    if (end < 0) throw malformed(`the string at ${offset} of ${this.what} has no end`)
    this.#budget.left -= end - start
    if (this.#budget.left < 0) throw malformed(`the names in ${this.what} are far longer than the file`)
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, end - start).toString('latin1')
  }

  #inside(offset: number, length: number): number {
    if (offset < 0 || offset + length > this.size) {
      throw malformed(`${this.what} has ${this.size} bytes, but something should be at ${offset}`)
    }
    return offset
  }
}

/** The 64-bit number of two halves, see `ByteReader.u64`. */
export function join64(low: number, high: number): number {
  return (high >= 0xffe00000 ? high - 2 ** 32 : high) * 2 ** 32 + low
}
