import type { Elf } from './elf.js'
import { isExported, type VersionedSymbol } from './elf-symbols.js'
import type { Finding } from './violation.js'

/** A library that the loader has beside a file. */
export interface Library {
  /** The names that it is called by, its soname among them. */
  names: ReadonlySet<string>
  /** Where it is, as the loader says it. */
  path: string
  /** What it has instead of a version of symbols that it lacks, for people; undefined where it has that. */
  insteadOf(version: string): string | undefined
  /** Whether it has a symbol; of no version in particular where that is null. */
  gives(symbol: string, version: string | null): boolean
}

/** What is loaded along with a file. */
export interface LoadedBeside {
  /** In the order in which the loader looks for symbols. */
  libraries: readonly Library[]
  /** What is wrong with a library that is needed and is not among them, by the name that it is called by. */
  missing: ReadonlyMap<string, Finding>
}

/** A library as it is, by its bytes. */
export function libraryOf(
  { symbols, versionDefinitions }: Elf,
  { names, path }: Pick<Library, 'names' | 'path'>,
): Library {
  const versions = new Set(versionDefinitions.map(({ version }) => version))
  const byName = new Map<string, VersionedSymbol[]>()
  for (const symbol of symbols.filter(isExported))
    byName.set(symbol.name, [...(byName.get(symbol.name) ?? []), symbol])
  // A symbol that must be asked for by its version has the highest bit, and the oldest of two has 2.
  const isFound = (wanted: string | null, { version, versionIndex }: VersionedSymbol) =>
    wanted === null
      ? versionIndex < 0x8000 || versionIndex === 0x8002
      : version === wanted || (version === null && versionIndex < 0x8000)
  return {
    names,
    path,
    insteadOf: (version) =>
      versions.size === 0 || versions.has(version) ? undefined : [...versions].slice(-3).join(', '),
    gives: (name, version) =>
      (byName.get(name) ?? []).some((symbol) => versions.size === 0 || isFound(version, symbol)),
  }
}

/** A library of which nothing is known but that it is, or may be, there: it is taken to have what is asked of it. */
export function unknownLibrary(name: string, insteadOf: Library['insteadOf'] = () => undefined): Library {
  return {
    names: new Set([name]),
    path: `/lib64/${name}`,
    insteadOf,
    gives: (_symbol, version) => version === null || insteadOf(version) === undefined,
  }
}
