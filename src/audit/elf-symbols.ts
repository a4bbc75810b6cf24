import { type ByteReader, malformed } from './byte-reader.js'
import { bytesAt, DT, type DynamicEntry, dynamicValue } from './elf-dynamic.js'
import { type Section, type Segment, SHT_DYNSYM } from './elf-header.js'

/** Values of a symbol's binding: gABI, "Symbol Table"; 10 is GNU's. */
export const STB_LOCAL = 0
export const STB_WEAK = 2

/** Value of a symbol's type for a function. */
export const STT_FUNC = 2

/** Values of a symbol's visibility that take it from other files' sight. */
export const STV_INTERNAL = 1
export const STV_HIDDEN = 2

const SYMBOL_SIZE = 24
const RELA_SIZE = 24

/** A symbol of the dynamic symbol table. */
export interface DynamicSymbol {
  name: string
  binding: number
  type: number
  visibility: number
  /** False when another file must bring it. */
  defined: boolean
  /** What it has in the version table, without the hidden bit; 1 and below mean no version. */
  versionIndex: number
}

/** What the counting of symbols needs of a file. */
export interface SymbolSource {
  file: ByteReader
  segments: Segment[]
  sections: Section[]
  dynamic: DynamicEntry[]
}

/**
 * Reads the dynamic symbols, the empty first one left out.
 * @param source the file and what is known of it
 * @param names the dynamic string table
 * @returns the symbols in the file's order, and contradictions between the places that say how many there are
 * @throws BuildError when a table is not in the file
 */
export function readSymbols(
  source: SymbolSource,
  names: ByteReader,
): { symbols: DynamicSymbol[]; faults: string[] } {
  const address = dynamicValue(source.dynamic, DT.SYMTAB)
  if (address === undefined) {
    return { symbols: [], faults: [] }
  }
  const { count, faults } = countSymbols(source)
  const table = bytesAt(source.file, source.segments, address, 'the dynamic symbol table').part(
    0,
    count * SYMBOL_SIZE,
    'the dynamic symbol table',
  )
  const versions = dynamicValue(source.dynamic, DT.VERSYM)
  const versionTable =
    versions === undefined
      ? null
      : bytesAt(source.file, source.segments, versions, 'the table of symbol versions')
  const symbols: DynamicSymbol[] = []
  for (let index = 1; index < count; index++) {
    const at = index * SYMBOL_SIZE
    const info = table.u8(at + 4)
    symbols.push({
      name: names.string(table.u32(at)),
      binding: info >> 4,
      type: info & 0xf,
      visibility: table.u8(at + 5) & 3,
      defined: table.u16(at + 6) !== 0,
      versionIndex: versionTable === null ? 0 : versionTable.u16(index * 2) & 0x7fff,
    })
  }
  return { symbols, faults }
}

/**
 * No field says how many dynamic symbols there are. `DT_HASH` does, in effect; `DT_GNU_HASH` only knows the
 * last *defined* one (they come last), and nothing at all when there is none. Relocations name the undefined
 * ones. The section header, where there is one, is the fourth witness. The highest number is right, since
 * every witness can only know too few; two that should be exact and differ are reported.
 */
function countSymbols(source: SymbolSource): { count: number; faults: string[] } {
  const section = source.sections.find(({ type }) => type === SHT_DYNSYM)
  const headers = section === undefined ? null : Math.floor(section.size / SYMBOL_SIZE)
  const hash = countByHash(source)
  const gnuHash = countByGnuHash(source)
  const exact: [string, number][] = []
  if (hash !== null) {
    exact.push(['DT_HASH', hash])
  }
  if (gnuHash?.exact) {
    exact.push(['DT_GNU_HASH', gnuHash.count])
  }
  if (headers !== null) {
    exact.push(['the section header', headers])
  }
  const faults = new Set(exact.map(([, count]) => count)).size > 1 ? [contradiction(exact)] : []
  const counts = [...exact.map(([, count]) => count), gnuHash?.count ?? 0, countByRelocations(source)]
  return { count: Math.max(...counts), faults }
}

function contradiction(exact: [string, number][]): string {
  return `the number of dynamic symbols is ${exact.map(([who, count]) => `${count} by ${who}`).join(', ')}`
}

function countByHash({ file, segments, dynamic }: SymbolSource): number | null {
  const address = dynamicValue(dynamic, DT.HASH)
  // The second word, nchain, is the number of symbols: gABI, "Hash Table".
  return address === undefined ? null : bytesAt(file, segments, address, 'the hash table').u32(4)
}

/** The layout is in binutils' and glibc's sources only; "GNU Hash ELF Sections" of Oracle's A. Nohr describes it. */
function countByGnuHash({ file, segments, dynamic }: SymbolSource): { count: number; exact: boolean } | null {
  const address = dynamicValue(dynamic, DT.GNU_HASH)
  if (address === undefined) {
    return null
  }
  const table = bytesAt(file, segments, address, 'the GNU hash table')
  const bucketCount = table.u32(0)
  const firstHashed = table.u32(4)
  const bucketsAt = 16 + table.u32(8) * 8
  const buckets = table.part(bucketsAt, bucketCount * 4, 'the buckets of the GNU hash table')
  let last = 0
  for (let at = 0; at < buckets.size; at += 4) {
    last = Math.max(last, buckets.u32(at))
  }
  if (last === 0) {
    return { count: firstHashed, exact: false }
  }
  if (last < firstHashed) {
    throw malformed(`its GNU hash table starts at symbol ${firstHashed} and points to symbol ${last}`)
  }
  const chainsAt = bucketsAt + bucketCount * 4
  // The lowest bit of a hash ends its chain; the read beyond the table's end ends a chain that has no end.
  while ((table.u32(chainsAt + (last - firstHashed) * 4) & 1) === 0) {
    last += 1
  }
  return { count: last + 1, exact: true }
}

function countByRelocations(source: SymbolSource): number {
  const tables = [
    [DT.RELA, DT.RELASZ],
    [DT.JMPREL, DT.PLTRELSZ],
  ] as const
  let last = 0
  for (const [addressTag, sizeTag] of tables) {
    const address = dynamicValue(source.dynamic, addressTag)
    const size = dynamicValue(source.dynamic, sizeTag) ?? 0
    if (address === undefined || size === 0) {
      continue
    }
    if (size % RELA_SIZE !== 0) {
      throw malformed(`its relocations have ${size} bytes, which is not a multiple of ${RELA_SIZE}`)
    }
    const table = bytesAt(source.file, source.segments, address, 'the relocations').part(
      0,
      size,
      'the relocations',
    )
    for (let at = 0; at < size; at += RELA_SIZE) {
      last = Math.max(last, table.u32(at + 12))
    }
  }
  return last + 1
}
