import { type ByteReader, malformed } from './byte-reader.js'

/** Values of `e_type`, of a program and of a shared object: gABI, "ELF Header". */
export const [ET_EXEC, ET_DYN] = [2, 3]

/** Values of `e_machine`: gABI, "ELF Header". */
export const EM = { X86_64: 62, AARCH64: 183 } as const

/** Values of `p_type`: gABI, "Program Header", and for 0x6474e55x the Linux Standard Base. */
export const PT = {
  LOAD: 1,
  DYNAMIC: 2,
  NOTE: 4,
  PHDR: 6,
  TLS: 7,
  GNU_STACK: 0x6474e551,
  GNU_RELRO: 0x6474e552,
  GNU_PROPERTY: 0x6474e553,
} as const

/** Bits of `p_flags`. */
export const PF = { X: 1, W: 2, ALL: 7 } as const

/** Values of `sh_type`: gABI, "Sections". */
export const SHT = { SYMTAB: 2, DYNSYM: 11 } as const

const HEADER_SIZE = 64
/** Size of a program header, in bytes. */
export const SEGMENT_SIZE = 56
const SECTION_SIZE = 64

/** A program header. Sizes, offsets and alignment in bytes. */
export interface Segment {
  type: number
  flags: number
  offset: number
  vaddr: number
  fileSize: number
  memorySize: number
  align: number
}

/** A section header. Sizes and offsets in bytes. */
export interface Section {
  name: string
  type: number
  address: number
  offset: number
  size: number
  entrySize: number
}

/** What the file's header and its two tables say. */
export interface ElfHeader {
  /** `EI_OSABI`: 0 for System V, 3 for GNU/Linux. */
  osAbi: number
  /** `EI_ABIVERSION`: what of that operating system's loader it relies on. */
  abiVersion: number
  /** Whether a byte of the identification is set that stands for nothing. */
  padded: boolean
  type: number
  machine: number
  /** Where in the file the program headers are. */
  segmentsAt: number
  segments: Segment[]
}

/**
 * Reads the ELF header and the program headers.
 *
 * @throws BuildError when the file is not 64-bit little-endian ELF, or the table does not fit into it
 */
export function readHeader(file: ByteReader): ElfHeader {
  checkIdentification(file)
  return {
    osAbi: file.u8(7),
    abiVersion: file.u8(8),
    padded: file.bytes.subarray(9, 16).some((byte) => byte !== 0),
    type: file.u16(16),
    machine: file.u16(18),
    segmentsAt: file.u64(32),
    segments: readSegments(file),
  }
}

function checkIdentification(file: ByteReader): void {
  const magic = [0x7f, 0x45, 0x4c, 0x46]
  if (magic.some((byte, at) => file.bytes[at] !== byte)) {
    throw malformed('it does not start with the four bytes of an ELF file')
  }
  if (file.size < HEADER_SIZE) {
    throw malformed(`it has ${file.size} bytes, and an ELF header alone has ${HEADER_SIZE}`)
  }
  if (file.u8(4) !== 2) {
    throw malformed(
      `it is ${file.u8(4) === 1 ? 'a 32-bit' : 'not a 64-bit'} file, and Lambda's Python is 64-bit`,
    )
  }
  if (file.u8(5) !== 1) throw malformed('it is big-endian, and both Lambda machines are little-endian')
  if (file.u8(6) !== 1 || file.u32(20) !== 1) throw malformed('its ELF version is not 1')
}

function readSegments(file: ByteReader): Segment[] {
  const count = file.u16(56)
  if (file.u16(54) !== SEGMENT_SIZE) {
    throw malformed(`its program headers have ${file.u16(54)} bytes each instead of ${SEGMENT_SIZE}`)
  }
  const table = file.part(file.u64(32), count * SEGMENT_SIZE, 'the program header table')
  return Array.from({ length: count }, (_, index) => readSegment(table, index * SEGMENT_SIZE))
}

/** The program header that is `at` bytes into a range. */
function readSegment(table: ByteReader, at: number): Segment {
  return {
    type: table.u32(at),
    flags: table.u32(at + 4),
    offset: table.u64(at + 8),
    vaddr: table.u64(at + 16),
    fileSize: table.u64(at + 32),
    memorySize: table.u64(at + 40),
    align: table.u64(at + 48),
  }
}

/**
 * Reads the section headers; none when the file has none. A loader never reads them.
 *
 * @throws BuildError when a table does not fit into the file
 */
export function readSections(file: ByteReader): Section[] {
  const offset = file.u64(40)
  if (offset === 0) return []
  if (file.u16(58) !== SECTION_SIZE) {
    throw malformed(`its section headers have ${file.u16(58)} bytes each instead of ${SECTION_SIZE}`)
  }
  // Numbers that do not fit into 16 bits are in the first section header: gABI, "Extended Section Header".
  const first = file.part(offset, SECTION_SIZE, 'the first section header')
  const count = file.u16(60) || first.u64(32)
  const nameIndex = file.u16(62) === 0xffff ? first.u32(40) : file.u16(62)
  const table = file.part(offset, count * SECTION_SIZE, 'the section header table')
  const names = sectionNames(file, table, nameIndex)
  const sections: Section[] = []
  for (let at = 0; at < table.size; at += SECTION_SIZE) {
    sections.push({
      name: names?.string(table.u32(at)) ?? '',
      type: table.u32(at + 4),
      address: table.u64(at + 16),
      offset: table.u64(at + 24),
      size: table.u64(at + 32),
      entrySize: table.u64(at + 56),
    })
  }
  return sections
}

/** The string table of the section names; undefined when the file says that sections have none. */
function sectionNames(file: ByteReader, table: ByteReader, index: number): ByteReader | undefined {
  if (index === 0 || table.size === 0) return undefined
  const at = index * SECTION_SIZE
  return file.part(table.u64(at + 24), table.u64(at + 32), 'the table of section names')
}
