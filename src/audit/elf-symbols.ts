import { malformed } from './byte-reader.js'
import { DT, dynamicValue, type LoadedElf } from './elf-dynamic.js'
import { type Section, SHT } from './elf-header.js'
import type { SymbolVersion } from './elf-versions.js'

/** Values of a symbol's binding: gABI, "Symbol Table", and for 10 glibc's `elf/elf.h`. */
export const STB = { LOCAL: 0, GLOBAL: 1, WEAK: 2, UNIQUE: 10 } as const

/** Values of a symbol's type, likewise. */
export const STT = { NOTYPE: 0, OBJECT: 1, FUNC: 2, COMMON: 5, TLS: 6, IFUNC: 10 } as const

/** Values of a symbol's visibility that take it from other files' sight. */
const STV = { INTERNAL: 1, HIDDEN: 2 } as const

/** Sections that a symbol is in: none, and that of numbers which are no addresses. */
export const SHN = { UNDEF: 0, ABS: 0xfff1 } as const

/** Size of an entry of the symbol table, in bytes. */
const SYMBOL_SIZE = 24
/** Size of an entry of a relocation table, in bytes. */
export const RELA_SIZE = 24

/** A symbol of the dynamic symbol table. */
export interface DynamicSymbol {
  name: string
  binding: number
  type: number
  visibility: number
  /** The number of its section. */
  section: number
  /** An address, as a rule. */
  value: number
  /** False when another file must bring it. */
  defined: boolean
  /** What it has in the version table: 15 bits for which, and the highest for one that must be asked for. */
  versionIndex: number
}

/** A symbol with the version that its index stands for. */
export interface VersionedSymbol extends DynamicSymbol {
  /** For example `GLIBC_2.17`, or null. */
  version: string | null
  /** The library that must have that version, for an undefined symbol with one. */
  library: string | null
}

/** Whether a symbol is out of other files' sight. */
export function isHidden({ visibility }: DynamicSymbol): boolean {
  return visibility === STV.HIDDEN || visibility === STV.INTERNAL
}

/** Whether other files see the symbol. glibc skips hidden ones even in the dynamic table: `do_lookup_x`. */
export function isExported(symbol: DynamicSymbol): boolean {
  return symbol.defined && symbol.binding !== STB.LOCAL && !isHidden(symbol)
}

/** The symbols in the file's order, and contradictions between the places that say how many there are. */
interface Symbols {
  symbols: VersionedSymbol[]
  faults: string[]
}

const WHAT = 'the dynamic symbol table'

/**
 * Reads one dynamic symbol.
 *
 * @throws BuildError when it, its name or its version is not in the file
 */
export function readSymbol({ image, dynamic }: LoadedElf, index: number): DynamicSymbol {
  const [table, names] = [DT.SYMTAB, DT.STRTAB].map((tag) => dynamicValue(dynamic, tag))
  if (table === undefined || names === undefined) throw malformed(`${WHAT} or that of names is missing`)
  const at = table + index * SYMBOL_SIZE
  const [info, section] = [image.u8(at + 4, WHAT), image.u16(at + 6, WHAT)]
  const versions = dynamicValue(dynamic, DT.VERSYM)
  return {
    // Of a local symbol, the loader does not read the name.
    get name() {
      return image.string(names + image.u32(at, WHAT), 'the name of a symbol')
    },
    binding: info >> 4,
    type: info & 0xf,
    visibility: image.u8(at + 5, WHAT) & 3,
    section,
    value: image.u64(at + 8, WHAT),
    defined: section !== SHN.UNDEF,
    versionIndex:
      versions === undefined ? 0 : image.u16(versions + index * 2, 'the table of symbol versions'),
  }
}

/**
 * Reads the dynamic symbols, the empty first one left out.
 *
 * @param versions what the symbols' indexes of versions mean; the last of one index counts
 * @throws BuildError when a table is not in the file
 */
export function readSymbols(
  elf: LoadedElf,
  sections: readonly Section[],
  versions: readonly SymbolVersion[],
): Symbols {
  if (dynamicValue(elf.dynamic, DT.SYMTAB) === undefined) return { symbols: [], faults: [] }
  const { count, faults } = countSymbols(elf, sections)
  if (count * SYMBOL_SIZE > elf.image.file.size)
    throw malformed(`${WHAT} of ${count} is larger than the file`)
  const versionOf = new Map(versions.map((version) => [version.index, version]))
  // 1 is the file's own unversioned name space, although a definition may call it by the soname.
  for (const unversioned of [0, 1]) versionOf.delete(unversioned)
  const symbols = Array.from({ length: Math.max(count - 1, 0) }, (_, before) => {
    const symbol = readSymbol(elf, before + 1)
    const version = versionOf.get(symbol.versionIndex & 0x7fff)
    return { ...symbol, version: version?.version ?? null, library: version?.library ?? null }
  })
  return { symbols, faults }
}

/**
 * No field says how many dynamic symbols there are. `DT_HASH` does, in effect; `DT_GNU_HASH` only knows the
 * last *defined* one (they come last), and nothing at all when there is none. Relocations name the undefined
 * ones. The section header, where there is one, is the fourth witness. The highest number is right, since
 * every witness can only know too few; two that should be exact and differ are reported.
 */
function countSymbols(elf: LoadedElf, sections: readonly Section[]): { count: number; faults: string[] } {
  const section = sections.find(({ type }) => type === SHT.DYNSYM)
  const hash = dynamicValue(elf.dynamic, DT.HASH)
  const gnuHash = countByGnuHash(elf)
  const witnesses: [who: string, count: number | undefined][] = [
    // The second word, nchain, is the number of symbols: gABI, "Hash Table".
    ['DT_HASH', hash === undefined ? undefined : elf.image.u32(hash + 4, 'the hash table')],
    ['DT_GNU_HASH', gnuHash.exact],
    ['the section header', section && Math.floor(section.size / SYMBOL_SIZE)],
  ]
  const exact = witnesses.filter((witness): witness is [string, number] => witness[1] !== undefined)
  const counts = exact.map(([, count]) => count)
  const said = exact.map(([who, count]) => `${count} by ${who}`).join(', ')
  return {
    count: Math.max(...counts, gnuHash.atLeast, countByRelocations(elf)),
    faults: new Set(counts).size > 1 ? [`the number of dynamic symbols is ${said}`] : [],
  }
}

/** The layout is in binutils' and glibc's sources only; "GNU Hash ELF Sections" of Oracle's A. Nohr describes it. */
function countByGnuHash({ image, dynamic }: LoadedElf): { exact?: number; atLeast: number } {
  const table = dynamicValue(dynamic, DT.GNU_HASH)
  if (table === undefined) return { atLeast: 0 }
  const word = (at: number) => image.u32(table + at, 'the GNU hash table')
  const [bucketCount, firstHashed] = [word(0), word(4)]
  const bucketsAt = 16 + word(8) * 8
  let last = 0
  for (let index = 0; index < bucketCount; index++) last = Math.max(last, word(bucketsAt + index * 4))
  if (last === 0) return { atLeast: firstHashed }
  if (last < firstHashed) {
    throw malformed(`its GNU hash table starts at symbol ${firstHashed} and points to symbol ${last}`)
  }
  const chainsAt = bucketsAt + bucketCount * 4
  // The lowest bit of a hash ends its chain; the read beyond the table's end ends a chain that has no end.
  while ((word(chainsAt + (last - firstHashed) * 4) & 1) === 0) last += 1
  return { exact: last + 1, atLeast: 0 }
}

function countByRelocations({ image, dynamic }: LoadedElf): number {
  let last = 0
  for (const [tag, sizeTag] of [
    [DT.RELA, DT.RELASZ],
    [DT.JMPREL, DT.PLTRELSZ],
  ] as const) {
    const table = dynamicValue(dynamic, tag)
    const size = dynamicValue(dynamic, sizeTag) ?? 0
    if (table === undefined) continue
    const entries = image.table(table, Math.ceil(size / RELA_SIZE) * RELA_SIZE, 'the relocations')
    for (let at = 0; at < size; at += RELA_SIZE) last = Math.max(last, entries.u32(at + 12))
  }
  return last + 1
}
