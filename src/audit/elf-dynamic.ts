import { malformed } from './byte-reader.js'
import { PT, type Segment } from './elf-header.js'
import type { Image } from './elf-image.js'

/** Tags of the dynamic section: gABI, "Dynamic Section", and glibc's `elf/elf.h`. */
export const DT = {
  NULL: 0,
  NEEDED: 1,
  PLTRELSZ: 2,
  PLTGOT: 3,
  HASH: 4,
  STRTAB: 5,
  SYMTAB: 6,
  RELA: 7,
  RELASZ: 8,
  RELAENT: 9,
  STRSZ: 10,
  INIT: 12,
  SONAME: 14,
  RPATH: 15,
  SYMBOLIC: 16,
  PLTREL: 20,
  TEXTREL: 22,
  JMPREL: 23,
  BIND_NOW: 24,
  INIT_ARRAY: 25,
  INIT_ARRAYSZ: 27,
  RUNPATH: 29,
  FLAGS: 30,
  RELRSZ: 35,
  RELR: 36,
  RELRENT: 37,
  GNU_HASH: 0x6ffffef5,
  VERSYM: 0x6ffffff0,
  RELACOUNT: 0x6ffffff9,
  FLAGS_1: 0x6ffffffb,
  VERDEF: 0x6ffffffc,
  VERNEED: 0x6ffffffe,
  VERNEEDNUM: 0x6fffffff,
  AUXILIARY: 0x7ffffffd,
  FILTER: 0x7fffffff,
} as const

/** Bits of `DT_FLAGS`. */
export const DF = { SYMBOLIC: 0x2, TEXTREL: 0x4, BIND_NOW: 0x8, STATIC_TLS: 0x10 } as const

/** Bits of `DT_FLAGS_1`. */
export const DF_1 = { NOW: 0x1, NOOPEN: 0x40, PIE: 0x8000000 } as const

/** Size of an entry of the dynamic section, in bytes. */
export const ENTRY_SIZE = 16

/** An entry of the dynamic section. */
export interface DynamicEntry {
  tag: number
  /** A number, an address or an offset into the string table, as the tag has it. */
  value: number
}

/** A file as the loader has mapped it, and what says where its parts are. */
export interface LoadedElf {
  image: Image
  dynamic: DynamicEntry[]
}

/** What says where the dynamic section is: the last of its kind, as the loader has it. */
export function dynamicSegment(segments: readonly Segment[]): Segment | undefined {
  return segments.findLast(({ type }) => type === PT.DYNAMIC)
}

/**
 * The entries of the dynamic section in the file's order, without the one that ends it; none when the file is not
 * dynamic.
 *
 * @throws BuildError when the section is not in the file or has no end
 */
export function readDynamic(image: Image, segments: readonly Segment[]): DynamicEntry[] {
  const segment = dynamicSegment(segments)
  if (segment === undefined) return []
  const what = 'the dynamic section'
  const entries: DynamicEntry[] = []
  for (let at = segment.vaddr; ; at += ENTRY_SIZE) {
    const entry = { tag: image.u64(at, what), value: image.u64(at + 8, what) }
    if (entry.tag === DT.NULL) return entries
    entries.push(entry)
  }
}

/** The value of the last entry with this tag, the one that the loader uses, or undefined. */
export function dynamicValue(dynamic: DynamicEntry[], tag: number): number | undefined {
  return dynamic.findLast((entry) => entry.tag === tag)?.value
}

/** The same of a tag that the loader takes for granted. @throws BuildError where there is none, and it would crash */
export function requiredValue({ dynamic }: LoadedElf, tag: number, name: string): number {
  const value = dynamicValue(dynamic, tag)
  if (value === undefined) throw malformed(`the dynamic section has no DT_${name}`)
  return value
}

/** Whether there is an entry with this tag. */
export function hasTag(dynamic: DynamicEntry[], tag: number): boolean {
  return dynamicValue(dynamic, tag) !== undefined
}

/** Whether the entry with this tag has one of these bits (below 2^32) set. */
export function hasFlag(dynamic: DynamicEntry[], tag: number, bits: number): boolean {
  // `%` first: `&` alone would look at the low 32 bits of a rounded number, this one does so on purpose.
  return (((dynamicValue(dynamic, tag) ?? 0) % 2 ** 32) & bits) !== 0
}
