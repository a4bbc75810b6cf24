import { ByteReader, MalformedError, malformed } from './byte-reader.js'
import { DT, dynamicValue, type LoadedElf, readDynamic } from './elf-dynamic.js'
import { type ElfHeader, PT, readHeader, readSections, type Section } from './elf-header.js'
import { Image } from './elf-image.js'
import { readSymbols, type VersionedSymbol } from './elf-symbols.js'
import {
  readVersionDefinitions,
  readVersionNeeds,
  type SymbolVersion,
  type VersionNeed,
} from './elf-versions.js'

/** What the audit wants to know of a shared object. */
export interface Elf extends ElfHeader, LoadedElf {
  /** The whole file. */
  bytes: Uint8Array
  /** Empty when the file has no section headers, which a loader never reads. */
  sections: Section[]
  /** `DT_NEEDED`: names of the libraries that are loaded with it, in the file's order. */
  needed: string[]
  /** `DT_FILTER` and `DT_AUXILIARY`: libraries that are loaded in its place or before it. */
  filters: string[]
  soname: string | null
  rpath: string | null
  runpath: string | null
  versionNeeds: VersionNeed[]
  versionDefinitions: SymbolVersion[]
  symbols: VersionedSymbol[]
  /** Places where the file contradicts itself in what the loader does not read. */
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
  if (!header.segments.some(({ type }) => type === PT.LOAD)) throw malformed('it has no segment to be loaded')
  const image = new Image(file, header.segments)
  const dynamic = readDynamic(image, header.segments)
  const faults: string[] = []
  /** What the loader does not read may be anything. */
  const unless = <T>(read: () => T, otherwise: T): T => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error
      faults.push(error.detail)
      return otherwise
    }
  }
  const names = dynamicValue(dynamic, DT.STRTAB) ?? 0
  const name = (offset: number) => image.string(names + offset, 'the dynamic string table')
  const texts = (tag: number) => dynamic.filter((entry) => entry.tag === tag).map(({ value }) => name(value))
  const last = (tag: number) => unless(() => texts(tag).at(-1) ?? null, null)
  const { needs, libraries } = readVersionNeeds(image, dynamicValue(dynamic, DT.VERNEED), name)
  const definitions = readVersionDefinitions(image, dynamicValue(dynamic, DT.VERDEF), (offset) =>
    unless(() => name(offset), ''),
  )
  const sections = unless(() => readSections(file), [])
  const read = unless(() => readSymbols({ image, dynamic }, sections, [...definitions, ...needs]), undefined)
  const announced = dynamicValue(dynamic, DT.VERNEEDNUM) ?? 0
  if (announced !== libraries) {
    faults.push(`it says that it needs versions of ${announced} libraries, and lists ${libraries}`)
  }
  return {
    ...header,
    bytes,
    image,
    dynamic,
    sections,
    needed: texts(DT.NEEDED),
    filters: [...texts(DT.FILTER), ...texts(DT.AUXILIARY)],
    soname: last(DT.SONAME),
    rpath: last(DT.RPATH),
    runpath: last(DT.RUNPATH),
    versionNeeds: needs,
    versionDefinitions: definitions,
    symbols: read?.symbols ?? [],
    faults: [...(read?.faults ?? []), ...faults],
  }
}
