import { type ByteReader, malformed } from './byte-reader.js'

/** A symbol version that the file defines, or asks of a library. */
export interface SymbolVersion {
  /** For example `GLIBC_2.17`. */
  version: string
  /** The library that must have it, for example `libc.so.6`; null where the file itself has. */
  library: string | null
  /** What the version's symbols have in the version table. */
  index: number
}

/** A symbol version that the file asks of a library. */
export interface VersionNeed extends SymbolVersion {
  library: string
}

/** Version indexes have 15 bits, so a file with more versions than that is nonsense, or a chain bomb. */
const MOST_VERSIONS = 0x7fff

/**
 * The versions a file needs (`DT_VERNEED`): every version of every library in the file's order, and the number of
 * libraries. Like glibc's loader this follows the links to their end and does not look at the counts, which could hide
 * entries.
 *
 * @param table from the address in `DT_VERNEED` on
 * @param names the dynamic string table
 * @throws BuildError when a link leaves the file
 */
export function readVersionNeeds(
  table: ByteReader | undefined,
  names: ByteReader,
): { needs: VersionNeed[]; libraries: number } {
  const needs: VersionNeed[] = []
  const budget = { left: MOST_VERSIONS }
  let libraries = 0
  if (table === undefined) return { needs, libraries }
  for (const at of chain(table, 0, 12, budget)) {
    libraries += 1
    const library = names.string(table.u32(at + 4))
    for (const entry of chain(table, at + table.u32(at + 8), 12, budget)) {
      const version = names.string(table.u32(entry + 8))
      needs.push({ library, version, index: table.u16(entry + 6) & 0x7fff })
    }
  }
  return { needs, libraries }
}

/**
 * The versions a file defines (`DT_VERDEF`); a module has none, but a library may be audited too.
 *
 * @param table from the address in `DT_VERDEF` on
 * @param names the dynamic string table
 * @throws BuildError when a link leaves the file
 */
export function readVersionDefinitions(table: ByteReader | undefined, names: ByteReader): SymbolVersion[] {
  if (table === undefined) return []
  return Array.from(chain(table, 0, 16, { left: MOST_VERSIONS }), (at) => ({
    version: names.string(table.u32(at + table.u32(at + 12))),
    library: null,
    index: table.u16(at + 4) & 0x7fff,
  }))
}

/** The offsets of a list whose entries hold, `linkAt` bytes in, the distance to the next one, or 0. */
function* chain(
  table: ByteReader,
  start: number,
  linkAt: number,
  budget: { left: number },
): Generator<number> {
  for (let at = start; ; ) {
    budget.left -= 1
    if (budget.left < 0) throw malformed(`${table.what} has more than ${MOST_VERSIONS} entries`)
    const next = table.u32(at + linkAt)
    yield at
    if (next === 0) return
    at += next
  }
}
