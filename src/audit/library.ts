import type { Elf } from './elf.js'
import { STB, type VersionedSymbol } from './elf-symbols.js'

/** A library that the loader has beside a module. */
export interface Library {
  /** The names that it is called by, its soname among them. */
  names: readonly string[]
  /** Whether it has a version of symbols; a library without versions has every one. */
  hasVersion(version: string): boolean
  /** Whether it has a symbol; of no version in particular where that is null. */
  gives(symbol: string, version: string | null): boolean
}

/** A library as it is, and as `names`. */
export function libraryOf({ symbols, versionDefinitions }: Elf, names: readonly string[]): Library {
  const versions = new Set(versionDefinitions.map(({ version }) => version))
  const byName = new Map<string, VersionedSymbol[]>()
  for (const symbol of symbols.filter(({ defined, binding }) => defined && binding !== STB.LOCAL))
    byName.set(symbol.name, [...(byName.get(symbol.name) ?? []), symbol])
  // A symbol that must be asked for by its version has the highest bit, and the oldest of two has 2.
  const isFound = (wanted: string | null, { version, versionIndex }: VersionedSymbol) =>
    wanted === null
      ? versionIndex < 0x8000 || versionIndex === 0x8002
      : version === wanted || (version === null && versionIndex < 0x8000)
  return {
    names,
    hasVersion: (version) => versions.size === 0 || versions.has(version),
    gives: (name, version) =>
      (byName.get(name) ?? []).some((symbol) => versions.size === 0 || isFound(version, symbol)),
  }
}
