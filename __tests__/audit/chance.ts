import type { Elf } from '../../src/audit/elf.js'
import { DT } from '../../src/audit/elf-dynamic.js'
import { PF, PT, type Segment } from '../../src/audit/elf-header.js'
import { pageEnd, pageStart } from '../../src/audit/elf-image.js'

/** Addresses have 47 bits: what lies farther from a module than that is nowhere. */
const NOWHERE = 2 ** 46

/** A program header, as it is in the file: sizes and places are not checked. */
type Header = Omit<Segment, 'align'>

/** The type of a relocation to a thread-local variable at a fixed place: psABI of x86-64, "Relocation Types". */
const TPOFF64 = 18

/**
 * Whether it is a matter of chance, or of what the module does later, whether a mutation of a module is loaded:
 *
 * - code is called that is no function, or is no longer where it was;
 * - a segment is mapped over memory of others, or so large a one that it depends on the machine whether there is room;
 * - what is behind the file's end is mapped: it ends a process that reads it, and no other;
 * - what is made read-only is memory of others, or thread-local variables start with it;
 * - a segment can be run and not read, which some processors heed and others do not;
 * - a symbol refers to a version that is behind the loader's own list of them, or a number of entries is so large that it
 *   goes around;
 * - thread-local variables are looked for in other libraries;
 * - a relocation writes over what the loader still has to read.
 *
 * In numbers of its own and not the audit's: what is left out must not depend on what is tested.
 */
export function isChance(bytes: Buffer, original: Elf): boolean {
  const headers = headersOf(bytes)
  return (
    isLaidOutByChance(bytes, headers) || isOtherCode(headers, original) || areTablesChance(bytes, original)
  )
}

function headersOf(bytes: Buffer): Header[] {
  const [at, count] = [Number(bytes.readBigUInt64LE(32)), bytes.readUInt16LE(56)]
  if (at + count * 56 > bytes.length) return []
  return Array.from({ length: count }, (_, index) => {
    const start = at + index * 56
    const number = (to: number) => Number(bytes.readBigUInt64LE(start + to))
    const [type, flags] = [bytes.readUInt32LE(start), bytes.readUInt32LE(start + 4)]
    return { type, flags, offset: number(8), vaddr: number(16), fileSize: number(32), memorySize: number(40) }
  })
}

function isLaidOutByChance(bytes: Buffer, headers: readonly Header[]): boolean {
  const loads = headers.filter(({ type }) => type === PT.LOAD)
  const [first, last] = [loads[0], loads.at(-1)]
  if (first === undefined || last === undefined) return false
  const [start, end] = [pageStart(first.vaddr), pageEnd(last.vaddr + last.memorySize)]
  if (end - start > 2 * NOWHERE) return false
  const tls = headers.findLast(({ type }) => type === PT.TLS)
  const relro = headers.findLast(({ type }) => type === PT.GNU_RELRO)
  const readOnlyEnd = relro === undefined ? start : relro.vaddr + relro.memorySize
  return (
    end - start > 2 ** 28 ||
    loads.some(
      ({ vaddr, offset, fileSize, memorySize, flags }) =>
        pageStart(vaddr) < start ||
        pageEnd(vaddr + Math.max(fileSize, memorySize)) > end ||
        (fileSize > 0 && pageEnd(offset + fileSize) > pageEnd(bytes.length)) ||
        (flags & PF.ALL) === PF.X,
    ) ||
    (tls !== undefined && tls.fileSize > tls.memorySize) ||
    (relro !== undefined && (relro.vaddr < start || readOnlyEnd > end) && readOnlyEnd < NOWHERE)
  )
}

function isOtherCode(headers: readonly Header[], { segments }: Elf): boolean {
  return segments.some((code, index) => {
    const now = headers[index]
    if (now?.type !== PT.LOAD || code.type !== PT.LOAD || !(code.flags & PF.X)) return false
    const moved = now.vaddr - now.offset - (code.vaddr - code.offset)
    return (moved !== 0 && pageStart(moved) === moved) || now.fileSize < code.fileSize
  })
}

function areTablesChance(bytes: Buffer, { sections, segments, image }: Elf): boolean {
  const before = Buffer.from(image.file.bytes)
  const entries = (name: string, size: number) => {
    const { offset = 0, size: length = 0 } = sections.find((section) => section.name === name) ?? {}
    return Array.from({ length: Math.floor(length / size) }, (_, index) => offset + index * size)
  }
  const number = (at: number) => Number(bytes.readBigUInt64LE(at))
  const isChanged = (at: number, size: number) => before.compare(bytes, at, at + size, at, at + size) !== 0
  const isCode = (address: number) =>
    segments.some(
      ({ type, flags, vaddr, memorySize }) =>
        type === PT.LOAD && flags & PF.X && vaddr <= address && address < pageEnd(vaddr + memorySize),
    )
  const needs = entries('.gnu.version_r', 16).map((at) => bytes.readUInt16LE(at + 6) & 0x7fff)
  const highest = Math.max(0, ...needs.slice(1))
  const still = sections.filter(({ name }) => ['.dynamic', '.init_array'].includes(name))
  return (
    entries('.dynamic', 16).some((at) => {
      const [tag, value] = [number(at), number(at + 8)]
      const isNear = value < NOWHERE || value > 2 ** 64 - NOWHERE
      return (
        isChanged(at, 16) &&
        ((tag === DT.INIT && isCode(value)) ||
          (tag === DT.VERSYM && isNear) ||
          (tag === DT.RELACOUNT && value > NOWHERE))
      )
    }) ||
    entries('.dynsym', 24).some((at) => isChanged(at + 8, 8) && isCode(number(at + 8))) ||
    entries('.gnu.version', 2).some((at) => (bytes.readUInt16LE(at) & 0x7fff) > highest) ||
    ['.rela.dyn', '.rela.plt']
      .flatMap((name) => entries(name, 24))
      .some((at) => {
        const address = number(at)
        return (
          (isChanged(at + 16, 8) && isCode(number(at + 16))) ||
          (isChanged(at + 12, 4) && bytes.readUInt32LE(at + 8) === TPOFF64) ||
          (isChanged(at, 8) &&
            still.some(
              (section) => section.address - 16 < address && address < section.address + section.size,
            ))
        )
      })
  )
}
