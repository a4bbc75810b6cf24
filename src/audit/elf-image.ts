import { type ByteReader, join64, malformed } from './byte-reader.js'
import { PF, PT, type Segment } from './elf-header.js'

/** Pages of both machines' Lambda kernels, in bytes. */
export const PAGE = 4096

/** The start of the page that an address or an offset is in. */
export function pageStart(address: number): number {
  return Math.floor(address / PAGE) * PAGE
}

/** The end of the page that the byte before an address or an offset is in. */
export function pageEnd(address: number): number {
  return pageStart(address + PAGE - 1)
}

/** Addresses with one origin. */
interface Piece {
  start: number
  end: number
  /** Where in the file it starts; undefined for memory that starts as zeros. */
  offset: number | undefined
  /** `p_flags`; 0 for a hole between segments, which cannot be read. */
  flags: number
}

/**
 * The memory of a file that the loader has mapped, with the file's own addresses: whole pages, as `_dl_map_segments` of
 * glibc's `elf/dl-map-segments.h` maps them. What is read is what the loader would read; where it would crash, a read
 * throws a BuildError.
 */
export class Image {
  #pieces: Piece[] = []
  #last: Piece | undefined
  /** How many reads are left: a list without an end would keep a loader busy for ever, too. */
  #left: number

  constructor(
    readonly file: ByteReader,
    segments: readonly Segment[],
  ) {
    this.#left = 16 * file.size + 2 ** 20
    const loads = segments.filter(({ type }) => type === PT.LOAD)
    const [first, last] = [loads[0], loads.at(-1)]
    if (first === undefined || last === undefined) return
    // One mapping of the first segment's file for everything, a hole behind that segment, then the others in order.
    const end = pageEnd(last.vaddr + last.memorySize)
    this.#map({
      start: pageStart(first.vaddr),
      end,
      offset: pageStart(first.offset),
      flags: first.flags & PF.ALL,
    })
    if (loads.some((load, index) => index > 0 && endOf(loads[index - 1]) !== pageStart(load.vaddr))) {
      this.#map({ start: endOf(first), end: pageStart(last.vaddr), offset: undefined, flags: 0 })
    }
    for (const load of loads) {
      const flags = load.flags & PF.ALL
      const start = pageStart(load.vaddr)
      this.#map({ start, end: endOf(load), offset: pageStart(load.offset), flags })
      const zeros = load.vaddr + Math.max(load.fileSize, load.memorySize)
      const filled = Math.min(pageEnd(load.vaddr + load.fileSize), zeros)
      this.#map({ start: load.vaddr + load.fileSize, end: filled, offset: undefined, flags })
      this.#map({ start: pageEnd(filled), end: pageEnd(zeros), offset: undefined, flags })
    }
  }

  /** The permissions at an address as `p_flags` has them; undefined where nothing is mapped. */
  flags(address: number): number | undefined {
    return this.#find(address)?.flags
  }

  /** Whether every page from one address to another is mapped, readable or not. */
  isMapped(start: number, end: number): boolean {
    for (let at = start; at < end; ) {
      const piece = this.#pieces.find((one) => one.start <= at && at < one.end)
      if (piece === undefined) return false
      at = piece.end
    }
    return true
  }

  /** The byte at an address. Throws BuildError where the loader would crash, as the methods below do. */
  u8(address: number, what: string): number {
    const piece = this.#pieceAt(address, what)
    const at = inFile(piece, address)
    if (at === undefined) return 0
    if (at < this.file.size) return this.file.u8(at)
    // A page of a file has zeros behind the file's end. A page behind that cannot be read: SIGBUS.
    if (pageStart(at) < this.file.size) return 0
    throw malformed(`${what} is at ${hex(address)}, behind the file's end (segment at ${hex(piece.start)})`)
  }

  u16(address: number, what: string): number {
    const at = this.#direct(address, 2, what)
    return at === undefined ? this.u8(address, what) + this.u8(address + 1, what) * 2 ** 8 : this.file.u16(at)
  }

  u32(address: number, what: string): number {
    const at = this.#direct(address, 4, what)
    return at === undefined
      ? this.u16(address, what) + this.u16(address + 2, what) * 2 ** 16
      : this.file.u32(at)
  }

  /** As `ByteReader.u64`. */
  u64(address: number, what: string): number {
    return join64(this.u32(address, what), this.u32(address + 4, what))
  }

  /** The bytes from an address to the next NUL, as Latin-1. */
  string(address: number, what: string): string {
    const piece = this.#pieceAt(address, what)
    const at = inFile(piece, address)
    const room = at === undefined ? 0 : Math.min(piece.end - address, this.file.size - at)
    if (at === undefined || (room <= 0 && this.u8(address, what) === 0)) return ''
    const part = this.file.bytes.subarray(at, at + room)
    const end = part.indexOf(0)
    this.#left -= end < 0 ? room : end
    const text = Buffer.from(part.buffer, part.byteOffset, end < 0 ? room : end).toString('latin1')
    return end < 0 ? text + this.string(address + room, what) : text
  }

  /** Reads a table, its offsets counted from its start: all at once where it is in one piece, as tables are. */
  table(address: number, size: number, what: string): Pick<ByteReader, 'u32' | 'u64'> {
    const at = size > 0 ? this.#direct(address, size, what) : undefined
    if (at !== undefined) return this.file.part(at, size, what)
    return {
      u32: (offset) => this.u32(address + offset, what),
      u64: (offset) => this.u64(address + offset, what),
    }
  }

  #map(piece: Piece): void {
    if (piece.end <= piece.start) return
    this.#pieces = [...this.#pieces.flatMap((old) => around(old, piece)), piece]
  }

  #pieceAt(address: number, what: string): Piece {
    this.#left -= 1
    if (this.#left < 0) throw malformed(`${what} has no end`)
    const piece = this.#find(address)
    if (piece === undefined || piece.flags === 0) {
      throw malformed(`${what} should be at address ${hex(address)}, where the file has nothing`)
    }
    return piece
  }

  /** As a rule it is the piece of the address before. */
  #find(address: number): Piece | undefined {
    const last = this.#last
    if (last !== undefined && last.start <= address && address < last.end) return last
    const piece = this.#pieces.find(({ start, end }) => start <= address && address < end)
    if (piece !== undefined) this.#last = piece
    return piece
  }

  /** Where in the file the bytes are that are all in one piece and in the file. */
  #direct(address: number, size: number, what: string): number | undefined {
    const piece = this.#pieceAt(address, what)
    const at = inFile(piece, address)
    return at === undefined || address + size > piece.end || at + size > this.file.size ? undefined : at
  }
}

/** Where in the file an address of a piece is; undefined for zeros. */
function inFile({ start, offset }: Piece, address: number): number | undefined {
  return offset === undefined ? undefined : offset + (address - start)
}

function endOf(load: Segment | undefined): number {
  return load === undefined ? 0 : pageEnd(load.vaddr + load.fileSize)
}

/** What is left of a piece when another is mapped over it. */
function around(old: Piece, by: Piece): Piece[] {
  if (by.end <= old.start || old.end <= by.start) return [old]
  const tail = old.offset === undefined ? undefined : old.offset + (by.end - old.start)
  return [
    { ...old, end: Math.min(old.end, by.start) },
    { ...old, start: by.end, offset: tail },
  ].filter(({ start, end }) => start < end)
}

function hex(address: number): string {
  return `0x${address.toString(16)}`
}

/** Whether an address can be called once the file is loaded, and what is to be read-only is. */
export function isExecutable(
  { image, segments }: { image: Image; segments: readonly Segment[] },
  address: number,
): boolean {
  const relro = segments.findLast(({ type }) => type === PT.GNU_RELRO)
  const isReadOnly =
    relro !== undefined &&
    pageStart(relro.vaddr) <= address &&
    address < pageStart(relro.vaddr + relro.memorySize)
  return ((image.flags(address) ?? 0) & PF.X) !== 0 && !isReadOnly
}
