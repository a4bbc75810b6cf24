import { type ByteReader, malformed } from './byte-reader.js'
import { DT, dynamicValue, type LoadedElf, tableAt } from './elf-dynamic.js'
import { type Section, SHT } from './elf-header.js'
import type { SymbolVersion } from './elf-versions.js'

/** Values of a symbol's binding: gABI, "Symbol Table". */
export const STB = { LOCAL: 0, WEAK: 2 } as const

/** Value of a symbol's type for a function. */
export const STT_FUNC = 2

/** Values of a symbol's visibility that take it from other files' sight. */
export const STV = { INTERNAL: 1, HIDDEN: 2 } as const

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
  /** For example `GLIBC_2.17`, or null. */
  version: string | null
  /** The library that must have that version, for an undefined symbol with one. */
  library: string | null
}

/** The symbols in the file's order, and contradictions between the places that say how many there are. */
interface Symbols {
  symbols: DynamicSymbol[]
  faults: string[]
}

/**
 * Reads the dynamic symbols, the empty first one left out.
 *
 * @param names the dynamic string table
 * @param versions what the symbols' indexes of versions mean; the last of one index counts
 * @throws BuildError when a table is not in the file
 */
export function readSymbols(
  image: LoadedElf & { sections: Section[] },
  names: ByteReader,
  versions: readonly SymbolVersion[],
): Symbols {
  const what = 'the dynamic symbol table'
  const whole = tableAt(image, DT.SYMTAB, what)
  if (whole === undefined) return { symbols: [], faults: [] }
  const { count, faults } = countSymbols(image)
  const table = whole.part(0, count * SYMBOL_SIZE, what)
  const indexes = tableAt(image, DT.VERSYM, 'the table of symbol versions')
  const versionOf = new Map(versions.map((version) => [version.index, version]))
  // 1 is the file's own unversioned name space, although a definition may call it by the soname.
  for (const unversioned of [0, 1]) versionOf.delete(unversioned)
  const symbols: DynamicSymbol[] = []
  for (let index = 1; index < count; index++) {
    const at = index * SYMBOL_SIZE
    const info = table.u8(at + 4)
    // The highest bit hides the symbol from those who ask for no version.
    const version = versionOf.get((indexes?.u16(index * 2) ?? 0) & 0x7fff)
    symbols.push({
      name: names.string(table.u32(at)),
      binding: info >> 4,
      type: info & 0xf,
      visibility: table.u8(at + 5) & 3,
      defined: table.u16(at + 6) !== 0,
      version: version?.version ?? null,
      library: version?.library ?? null,
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
function countSymbols(image: LoadedElf & { sections: Section[] }): { count: number; faults: string[] } {
  const section = image.sections.find(({ type }) => type === SHT.DYNSYM)
  const gnuHash = countByGnuHash(image)
  const witnesses: [who: string, count: number | undefined][] = [
    // The second word, nchain, is the number of symbols: gABI, "Hash Table".
    ['DT_HASH', tableAt(image, DT.HASH, 'the hash table')?.u32(4)],
    ['DT_GNU_HASH', gnuHash.exact],
    ['the section header', section && Math.floor(section.size / SYMBOL_SIZE)],
  ]
  const exact = witnesses.filter((witness): witness is [string, number] => witness[1] !== undefined)
  const counts = exact.map(([, count]) => count)
  const said = exact.map(([who, count]) => `${count} by ${who}`).join(', ')
  return {
    count: Math.max(...counts, gnuHash.atLeast, countByRelocations(image)),
    faults: new Set(counts).size > 1 ? [`the number of dynamic symbols is ${said}`] : [],
  }
}

/** The layout is in binutils' and glibc's sources only; "GNU Hash ELF Sections" of Oracle's A. Nohr describes it. */
function countByGnuHash(image: LoadedElf): { exact?: number; atLeast: number } {
  const table = tableAt(image, DT.GNU_HASH, 'the GNU hash table')
  if (table === undefined) return { atLeast: 0 }
  const bucketCount = table.u32(0)
  const firstHashed = table.u32(4)
  const bucketsAt = 16 + table.u32(8) * 8
  const buckets = table.part(bucketsAt, bucketCount * 4, 'the buckets of the GNU hash table')
  let last = 0
  for (let at = 0; at < buckets.size; at += 4) last = Math.max(last, buckets.u32(at))
  if (last === 0) return { atLeast: firstHashed }
  if (last < firstHashed) {
    throw malformed(`its GNU hash table starts at symbol ${firstHashed} and points to symbol ${last}`)
  }
  const chainsAt = bucketsAt + bucketCount * 4
  // The lowest bit of a hash ends its chain; the read beyond the table's end ends a chain that has no end.
  while ((table.u32(chainsAt + (last - firstHashed) * 4) & 1) === 0) last += 1
  return { exact: last + 1, atLeast: 0 }
}

function countByRelocations(image: LoadedElf): number {
  let last = 0
  for (const [tag, sizeTag] of [
    [DT.RELA, DT.RELASZ],
    [DT.JMPREL, DT.PLTRELSZ],
  ] as const) {
    const size = dynamicValue(image.dynamic, sizeTag) ?? 0
    const table = size === 0 ? undefined : tableAt(image, tag, 'the relocations')
    if (table === undefined) continue
    if (size % RELA_SIZE !== 0) {
      throw malformed(`its relocations have ${size} bytes, which is not a multiple of ${RELA_SIZE}`)
    }
    const relocations = table.part(0, size, 'the relocations')
    for (let at = 0; at < size; at += RELA_SIZE) last = Math.max(last, relocations.u32(at + 12))
  }
  return last + 1
}
