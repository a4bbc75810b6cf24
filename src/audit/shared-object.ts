import type { Elf } from './elf.js'
import { isExported } from './elf-symbols.js'

/** What others need to know of a shared object, without its bytes. */
export interface SharedObject {
  /** From the package's root. */
  path: string
  machine: number
  /** The name that it is known by once it is loaded; null where it has none of its own. */
  soname: string | null
  needed: readonly string[]
  rpath: string | null
  runpath: string | null
  versionNeeds: Elf['versionNeeds']
  /** Names of the symbols that others can have from it. */
  exports: ReadonlySet<string>
  /** Versions that it defines, with symbols or without; none for a library without versions, which has whatever is asked of it. */
  versions: ReadonlySet<string>
}

/** What others need to know of it. @param path from the package's root */
export function sharedObject(path: string, elf: Elf): SharedObject {
  const { machine, soname, needed, rpath, runpath, versionNeeds } = elf
  return {
    ...{ path, machine, soname, needed, rpath, runpath, versionNeeds },
    exports: new Set(elf.symbols.filter(isExported).map(({ name }) => name)),
    versions: new Set(elf.versionDefinitions.map(({ version }) => version)),
  }
}
