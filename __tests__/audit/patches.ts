import { readElf } from '../../src/audit/elf.js'
import { DT, dynamicValue } from '../../src/audit/elf-dynamic.js'
import { EM, PT, SHT } from '../../src/audit/elf-header.js'

/** Where, how many bytes (1, 2, 4 or 8), and what number. */
export type Patch = [at: number, size: number, value: number]

/** A copy of the bytes with some numbers replaced. */
export function patched(bytes: Uint8Array, ...patches: Patch[]): Uint8Array {
  const copy = Buffer.from(bytes)
  for (const [at, size, value] of patches) {
    if (size === 8) {
      copy.writeBigUInt64LE(BigInt(value), at)
    } else {
      copy.writeUIntLE(value, at, size)
    }
  }
  return new Uint8Array(copy)
}

/** A copy without section headers, as `sstrip` makes it. */
export function withoutSections(bytes: Uint8Array): Uint8Array {
  return patched(bytes, [40, 8, 0], [60, 2, 0], [62, 2, 0])
}

/** The types of relocations that mean the same on x86_64 and on arm64: 64, GLOB_DAT, JUMP_SLOT, RELATIVE. */
const SAME_TYPES = [
  [1, 257],
  [6, 1025],
  [7, 1026],
  [8, 1027],
] as const

/** A copy that is for the other machine, but for the code in it. */
export function forOtherMachine(bytes: Uint8Array): Uint8Array {
  const { dynamic, machine } = readElf(bytes)
  const [from, to] = machine === EM.X86_64 ? [0, 1] : [1, 0]
  const value = (tag: number) => dynamicValue(dynamic, tag) ?? 0
  const patches: Patch[] = [[18, 2, machine === EM.X86_64 ? EM.AARCH64 : EM.X86_64]]
  // An address is also an offset: the tables are in the first segment, which starts at 0.
  for (const [table, size] of [
    [value(DT.RELA), value(DT.RELASZ)],
    [value(DT.JMPREL), value(DT.PLTRELSZ)],
  ] as const) {
    for (let at = table + 8; at < table + size; at += 24) {
      const type = Buffer.from(bytes).readUInt32LE(at)
      patches.push([at, 4, SAME_TYPES.find((same) => same[from] === type)?.[to] ?? type])
    }
  }
  return patched(bytes, ...patches)
}

/** Where the first program header of a type is in the file. */
export function segmentAt(bytes: Uint8Array, type: number): number {
  const index = readElf(bytes).segments.findIndex((segment) => segment.type === type)
  return found(index, `segment of type ${type}`) * 56 + numberAt(bytes, 32)
}

/** Where the dynamic entry of a tag is in the file. */
export function dynamicAt(bytes: Uint8Array, tag: number): number {
  const index = readElf(bytes).dynamic.findIndex((entry) => entry.tag === tag)
  return found(index, `dynamic entry ${tag}`) * 16 + numberAt(bytes, segmentAt(bytes, PT.DYNAMIC) + 8)
}

/** Where the section header of a type is in the file. */
export function sectionAt(bytes: Uint8Array, type: number): number {
  const index = readElf(bytes).sections.findIndex((section) => section.type === type)
  return found(index, `section of type ${type}`) * 64 + numberAt(bytes, 40)
}

/** Where the dynamic symbol of a name is in the file. */
export function symbolAt(bytes: Uint8Array, name: string): number {
  return symbolIndex(bytes, name) * 24 + numberAt(bytes, sectionAt(bytes, SHT.DYNSYM) + 24)
}

/** Where the version index of a dynamic symbol is in the file. */
export function versionAt(bytes: Uint8Array, name: string): number {
  const SHT_GNU_VERSYM = 0x6fffffff
  return symbolIndex(bytes, name) * 2 + numberAt(bytes, sectionAt(bytes, SHT_GNU_VERSYM) + 24)
}

/** The 64-bit number at a place of the file. */
export function numberAt(bytes: Uint8Array, at: number): number {
  return Number(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).readBigUInt64LE(at))
}

function symbolIndex(bytes: Uint8Array, name: string): number {
  const index = readElf(bytes).symbols.findIndex((symbol) => symbol.name === name)
  return found(index, `symbol ${name}`) + 1
}

function found(index: number, what: string): number {
  if (index < 0) {
    throw new Error(`the file has no ${what}`)
  }
  return index
}
