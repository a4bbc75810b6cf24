import { ByteReader } from './byte-reader.js'
import { DT, type DynamicEntry, dynamicValue, type LoadedElf, readDynamic, tableAt } from './elf-dynamic.js'
import { type ElfHeader, readHeader } from './elf-header.js'
import { type DynamicSymbol, readSymbols } from './elf-symbols.js'
import { readVersionDefinitions, readVersionNeeds, type VersionNeed } from './elf-versions.js'

/** What the audit wants to know of a shared object. */
export interface Elf extends ElfHeader {
  /** The whole file. */
  bytes: Uint8Array
  dynamic: DynamicEntry[]
  /** `DT_NEEDED`: names of the libraries that are loaded with it, in the file's order. */
  needed: string[]
  /** `DT_FILTER` and `DT_AUXILIARY`: libraries that are loaded in its place or before it. */
  filters: string[]
  soname: string | null
  rpath: string | null
  runpath: string | null
  versionNeeds: VersionNeed[]
  symbols: DynamicSymbol[]
  /** Places where the file contradicts itself without being unreadable. */
  faults: string[]
}

/**
 * Reads a 64-bit little-endian ELF file as its loader would: everything dynamic comes from the program
 * headers, so that a file without section headers is read as completely as one with them.
 *
 * @param bytes the whole file
 * @throws BuildError when it is not such a file, is truncated or points outside itself
 */
export function readElf(bytes: Uint8Array): Elf {
  const file = new ByteReader(bytes, 'the file')
  const header = readHeader(file)
  const dynamic = readDynamic(file, header.segments)
  const image = { file, dynamic, ...header }
  const names = stringTable(image)
  const texts = (tag: number) =>
    dynamic.filter((entry) => entry.tag === tag).map(({ value }) => names.string(value))
  const needed = tableAt(image, DT.VERNEED, 'the table of needed versions')
  const { needs, libraries } = readVersionNeeds(needed, names)
  const defined = tableAt(image, DT.VERDEF, 'the table of defined versions')
  const definitions = readVersionDefinitions(defined, names)
  const { symbols, faults } = readSymbols(image, names, [...definitions, ...needs])
  const announced = dynamicValue(dynamic, DT.VERNEEDNUM) ?? 0
  if (announced !== libraries) {
    faults.push(`it says that it needs versions of ${announced} libraries, and lists ${libraries}`)
  }
  return {
    ...header,
    bytes,
    dynamic,
    needed: texts(DT.NEEDED),
    filters: [...texts(DT.FILTER), ...texts(DT.AUXILIARY)],
    soname: texts(DT.SONAME).at(-1) ?? null,
    rpath: texts(DT.RPATH).at(-1) ?? null,
    runpath: texts(DT.RUNPATH).at(-1) ?? null,
    versionNeeds: needs,
    symbols,
    faults,
  }
}

/** The dynamic string table, empty in a file that has none. */
function stringTable(image: LoadedElf): ByteReader {
  const what = 'the dynamic string table'
  const size = dynamicValue(image.dynamic, DT.STRSZ) ?? 0
  return tableAt(image, DT.STRTAB, what)?.part(0, size, what) ?? image.file.part(0, 0, what)
}
