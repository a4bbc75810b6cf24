import { malformed } from './byte-reader.js'
import type { Image } from './elf-image.js'

/** A symbol version that the file defines, or asks of a library. */
export interface SymbolVersion {
  /** For example `GLIBC_2.17`. */
  version: string
  /** What the file says is the version's hash; the loader compares it before the name. */
  hash: number
  /** The library that must have it, for example `libc.so.6`; null where the file itself has. */
  library: string | null
  /** What the version's symbols have in the version table. */
  index: number
  /** Whether a symbol that has no version will not do in its place. */
  exact: boolean
}

/** A symbol version that the file asks of a library. */
export interface VersionNeed extends SymbolVersion {
  library: string
  /** Whether the file is loaded without it, too: `VER_FLG_WEAK`. */
  weak: boolean
}

/** Version indexes have 15 bits, so a file with more versions than that is nonsense, or a chain bomb. */
const MOST_VERSIONS = 0x7fff

/** `VER_FLG_BASE`: the version is the file's own name, and `VER_FLG_WEAK`. */
const FLAG = { BASE: 1, WEAK: 2 }

/**
 * The versions a file needs (`DT_VERNEED`): every version of every library in the file's order, and the number of
 * libraries. Like glibc's loader this follows the links to their end and does not look at the counts, which could hide
 * entries: `_dl_check_map_versions` of its `elf/dl-version.c`.
 *
 * @param start the address in `DT_VERNEED`
 * @param name gives a name of the dynamic string table
 * @throws BuildError when a link leaves the file, or the list is of another layout
 */
export function readVersionNeeds(
  image: Image,
  start: number | undefined,
  name: (offset: number) => string,
): { needs: VersionNeed[]; libraries: number } {
  const needs: VersionNeed[] = []
  const what = 'the table of needed versions'
  const budget = { left: MOST_VERSIONS }
  let libraries = 0
  if (start === undefined) return { needs, libraries }
  const layout = image.u16(start, what)
  if (layout !== 1) throw malformed(`${what} is of version ${layout}, and the loader knows version 1`)
  for (const at of chain(image, start, 12, what, budget)) {
    libraries += 1
    const library = name(image.u32(at + 4, what))
    for (const entry of chain(image, at + image.u32(at + 8, what), 12, what, budget)) {
      const other = image.u16(entry + 6, what)
      needs.push({
        library,
        version: name(image.u32(entry + 8, what)),
        hash: image.u32(entry, what),
        index: other & 0x7fff,
        exact: other > 0x7fff,
        weak: (image.u16(entry + 4, what) & FLAG.WEAK) !== 0,
      })
    }
  }
  return { needs, libraries }
}

/**
 * The versions a file defines (`DT_VERDEF`), but for its own name; a module has none, but a library may be audited too.
 *
 * @param start the address in `DT_VERDEF`
 * @param name gives a name of the dynamic string table
 * @throws BuildError when a link leaves the file
 */
export function readVersionDefinitions(
  image: Image,
  start: number | undefined,
  name: (offset: number) => string,
): SymbolVersion[] {
  if (start === undefined) return []
  const what = 'the table of defined versions'
  const entries = Array.from(chain(image, start, 16, what, { left: MOST_VERSIONS }), (at) => ({
    version: name(image.u32(at + image.u32(at + 12, what), what)),
    hash: image.u32(at + 8, what),
    library: null,
    index: image.u16(at + 4, what) & 0x7fff,
    exact: false,
    flags: image.u16(at + 2, what),
  }))
  return entries.filter(({ flags }) => (flags & FLAG.BASE) === 0).map(({ flags, ...version }) => version)
}

/** The addresses of a list whose entries hold, `linkAt` bytes in, the distance to the next one, or 0. */
function* chain(
  image: Image,
  start: number,
  linkAt: number,
  what: string,
  budget: { left: number },
): Generator<number> {
  for (let at = start; ; ) {
    budget.left -= 1
    if (budget.left < 0) throw malformed(`${what} has more than ${MOST_VERSIONS} entries`)
    const next = image.u32(at + linkAt, what)
    yield at
    if (next === 0) return
    at += next
  }
}
