import type { Elf } from './elf.js'
import { DT, hasTag } from './elf-dynamic.js'
import { symbolsUnder } from './elf-hash.js'
import { type DynamicSymbol, isHidden, readSymbol, SHN, STB, STT } from './elf-symbols.js'
import type { SymbolVersion } from './elf-versions.js'
import { isSince } from './glibc.js'

/** The types of symbols that a loader gives to those who ask: `ALLOWED_STT` of glibc's `elf/dl-lookup.c`. */
const TYPES: readonly number[] = Object.values(STT)

const BINDINGS: readonly number[] = [STB.GLOBAL, STB.WEAK, STB.UNIQUE]

/** What is looked for. */
interface Wanted {
  name: string
  /** The version that it must have; undefined for any. */
  version?: SymbolVersion | undefined
  /** Whether a symbol that is not defined will not do, although it has a value: it is for a jump. */
  defined?: boolean
  /** For `dlsym`: which of two versions it is. */
  newest?: boolean
}

/**
 * The versions that the file's symbols have, by the number in the version table; empty when the loader makes no such
 * list, and so does not look at that table.
 */
export function versionsByIndex({ versionNeeds, versionDefinitions }: Elf): Map<number, SymbolVersion> {
  return new Map([...versionNeeds, ...versionDefinitions].map((version) => [version.index, version]))
}

/**
 * Looks a symbol up in the file itself, by its hash table and as glibc does: `do_lookup_x` and `check_match` of its
 * `elf/dl-lookup.c`.
 *
 * @param glibc the loader's, as `x.y`
 * @throws BuildError where the loader would crash, or never come back
 */
export function lookUp(elf: Elf, wanted: Wanted, glibc: string): DynamicSymbol | undefined {
  const symbol = firstMatch(elf, wanted, glibc)
  if (symbol === undefined || !BINDINGS.includes(symbol.binding)) return undefined
  // Up to 2.23 a hidden symbol in the table is found.
  return isHidden(symbol) && isSince(glibc, '2.24') ? undefined : symbol
}

function firstMatch(elf: Elf, wanted: Wanted, glibc: string): DynamicSymbol | undefined {
  const versions = versionsByIndex(elf)
  const hasVersions = [...versions.keys()].some((index) => index > 0) && hasTag(elf.dynamic, DT.VERSYM)
  const others: DynamicSymbol[] = []
  for (const index of symbolsUnder(elf, wanted.name, glibc)) {
    const symbol = readSymbol(elf, index)
    if (!isCandidate(symbol, wanted, glibc)) continue
    const { versionIndex } = symbol
    if (!hasVersions) return symbol
    if (wanted.version !== undefined) {
      if (hasVersion(versions.get(versionIndex & 0x7fff), versionIndex, wanted.version)) return symbol
    } else if ((versionIndex & 0x7fff) < (wanted.newest ? 2 : 3)) {
      return symbol
    } else if (versionIndex < 0x8000) {
      others.push(symbol)
    }
  }
  return others.length === 1 ? others[0] : undefined
}

function isCandidate(symbol: DynamicSymbol, { name, defined = false }: Wanted, glibc: string): boolean {
  const { type, section, value } = symbol
  // Since 2.28 a number that is no address may be 0.
  const isNothing = value === 0 && type !== STT.TLS && !(section === SHN.ABS && isSince(glibc, '2.28'))
  return !isNothing && (symbol.defined || !defined) && TYPES.includes(type) && symbol.name === name
}

function hasVersion(has: SymbolVersion | undefined, index: number, wanted: SymbolVersion): boolean {
  const hash = has?.hash ?? 0
  return (
    (hash === wanted.hash && has?.version === wanted.version) ||
    !(wanted.exact || hash !== 0 || index > 0x7fff)
  )
}
