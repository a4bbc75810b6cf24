import { type ByteReader, malformed } from './byte-reader.js'
import { PT, type Segment } from './elf-header.js'

/** Tags of the dynamic section: gABI, "Dynamic Section", and glibc's `elf/elf.h`. */
export const DT = {
  NULL: 0,
  NEEDED: 1,
  PLTRELSZ: 2,
  HASH: 4,
  STRTAB: 5,
  SYMTAB: 6,
  RELA: 7,
  RELASZ: 8,
  STRSZ: 10,
  SONAME: 14,
  RPATH: 15,
  TEXTREL: 22,
  JMPREL: 23,
  BIND_NOW: 24,
  RUNPATH: 29,
  FLAGS: 30,
  RELRSZ: 35,
  RELR: 36,
  RELRENT: 37,
  GNU_HASH: 0x6ffffef5,
  VERSYM: 0x6ffffff0,
  FLAGS_1: 0x6ffffffb,
  VERDEF: 0x6ffffffc,
  VERNEED: 0x6ffffffe,
  VERNEEDNUM: 0x6fffffff,
  AUXILIARY: 0x7ffffffd,
  FILTER: 0x7fffffff,
} as const

/** Bits of `DT_FLAGS`. */
export const DF = { TEXTREL: 0x4, BIND_NOW: 0x8, STATIC_TLS: 0x10 } as const

/** Bits of `DT_FLAGS_1`. */
export const DF_1 = { NOW: 0x1, NOOPEN: 0x40, PIE: 0x8000000 } as const

const ENTRY_SIZE = 16

/** An entry of the dynamic section. */
export interface DynamicEntry {
  tag: number
  /** A number, an address or an offset into the string table, as the tag has it. */
  value: number
}

/** A file, and what says where its parts are once it is loaded. */
export interface LoadedElf {
  file: ByteReader
  segments: Segment[]
  dynamic: DynamicEntry[]
}

/**
 * The entries of the dynamic section in the file's order, without the one that ends it; none when the file is not
 * dynamic.
 *
 * @throws BuildError when the section is not in the file or has no end
 */
export function readDynamic(file: ByteReader, segments: Segment[]): DynamicEntry[] {
  const segment = segments.findLast(({ type }) => type === PT.DYNAMIC)
  if (segment === undefined) return []
  const table = bytesAt(file, segments, segment.vaddr, 'the dynamic section')
  const entries: DynamicEntry[] = []
  for (let at = 0; ; at += ENTRY_SIZE) {
    const entry = { tag: table.u64(at), value: table.u64(at + 8) }
    if (entry.tag === DT.NULL) return entries
    entries.push(entry)
  }
}

/**
 * What is at the address that the dynamic section has under a tag, up to the end of the segment's part that is in the
 * file; undefined when it has no such entry.
 *
 * @param what what should be there, for messages
 * @throws BuildError when nothing of the file is there
 */
export function tableAt(
  { file, segments, dynamic }: LoadedElf,
  tag: number,
  what: string,
): ByteReader | undefined {
  const address = dynamicValue(dynamic, tag)
  return address === undefined ? undefined : bytesAt(file, segments, address, what)
}

/** Section headers play no part: the loader does not read them, so neither do the rules rely on them. */
function bytesAt(file: ByteReader, segments: Segment[], address: number, what: string): ByteReader {
  // A later segment is mapped over an earlier one: glibc maps them in order, each at a fixed place.
  const segment = segments.findLast(
    ({ type, vaddr, fileSize }) => type === PT.LOAD && vaddr <= address && address < vaddr + fileSize,
  )
  if (segment === undefined) {
    throw malformed(`${what} should be at address 0x${address.toString(16)}, where the file has nothing`)
  }
  const skipped = address - segment.vaddr
  return file.part(segment.offset + skipped, segment.fileSize - skipped, what)
}

/** The value of the last entry with this tag, the one that the loader uses, or undefined. */
export function dynamicValue(dynamic: DynamicEntry[], tag: number): number | undefined {
  return dynamic.findLast((entry) => entry.tag === tag)?.value
}

/** Whether there is an entry with this tag. */
export function hasTag(dynamic: DynamicEntry[], tag: number): boolean {
  return dynamicValue(dynamic, tag) !== undefined
}

/** Whether any entry with this tag has one of these bits (below 2^32) set. */
export function hasFlag(dynamic: DynamicEntry[], tag: number, bits: number): boolean {
  // `%` first: `&` alone would look at the low 32 bits of a rounded number, this one does so on purpose.
  return dynamic.some((entry) => entry.tag === tag && ((entry.value % 2 ** 32) & bits) !== 0)
}
