import { compareVersions } from '../../catalog/versions.js'
import type { Elf } from '../elf.js'
import { DT, dynamicSegment, dynamicValue, ENTRY_SIZE, requiredValue } from '../elf-dynamic.js'
import { PF, PT, type Segment } from '../elf-header.js'
import { PAGE, pageEnd, pageStart } from '../elf-image.js'
import { versionsByIndex } from '../elf-lookup.js'
import { neededInstructionSets, readAbiTag } from '../elf-notes.js'
import { isSince } from '../glibc.js'
import { loaderRule } from '../loader-rule.js'
import { DAMAGED } from '../rule.js'

/** Address spaces have 47 bits, and files less: on ext4 with pages of 4 KB, 16 TB. */
const [MOST_MEMORY, LONGEST_FILE] = [2 ** 46, 2 ** 44]

/** Rules about what the loader maps, and whether it can: `_dl_map_object_from_fd` of glibc's `elf/dl-load.c`. */
export const MAPPING_RULES = [
  loaderRule('segments', 'segments that can be mapped', function* (elf, { glibc }) {
    const loads = elf.segments.filter(({ type }) => type === PT.LOAD)
    for (const load of loads) {
      for (const { problem, error } of segmentProblems(load, loads, elf, glibc))
        yield {
          message: `the segment at 0x${load.vaddr.toString(16)} ${problem}`,
          hint: DAMAGED,
          ...(error !== undefined && { error }),
        }
    }
    const relro = elf.segments.findLast(({ type }) => type === PT.GNU_RELRO)
    if (relro === undefined || relro.memorySize === 0) return
    const [start, end] = [pageStart(relro.vaddr), pageStart(relro.vaddr + relro.memorySize)]
    // Beyond 2^53, numbers are not exact.
    if (relro.vaddr > MOST_MEMORY || (start !== end && !(start < end && elf.image.isMapped(start, end))))
      yield {
        message: 'what is to become read-only (PT_GNU_RELRO) is outside of its segments',
        hint: DAMAGED,
      }
  }),

  loaderRule(
    'dynamic',
    'a dynamic section with what the loader takes for granted',
    function* (elf, { glibc }) {
      for (const message of dynamicProblems(elf, glibc)) yield { message, hint: DAMAGED }
    },
  ),

  loaderRule(
    'processor',
    "instructions that the runtime's processor has",
    function* (elf, { glibc, architecture, instructionSets }) {
      if (architecture !== 'x86_64' || !isSince(glibc, '2.33')) return
      const missing = neededInstructionSets(elf, glibc) & ~instructionSets
      if (missing === 0) return
      const bits = [...missing.toString(2)].reverse().flatMap((bit, index) => (bit === '1' ? [index] : []))
      yield {
        message: `it says that it needs x86-64 instruction sets that not every processor has: ${bits.map(nameOfSet).join(', ')}`,
        hint: 'Compile it with -march=x86-64-v3 or older, and link without -z x86-64-v4.',
        limit: 'x86-64-v3',
      }
    },
  ),

  loaderRule('kernel', "the runtime's kernel", function* (elf, { glibc, kernel }) {
    if (isSince(glibc, '2.36')) return
    const tag = readAbiTag(elf, glibc)
    const hint = "Build it in the runtime's build image."
    if (tag !== undefined && tag.system !== 0) {
      yield {
        message: `a note says that it is for an operating system other than Linux (${tag.system})`,
        hint,
      }
    } else if (tag !== undefined && compareVersions(tag.kernel, kernel) > 0) {
      yield { message: `a note says that it needs Linux ${tag.kernel}`, hint, limit: kernel }
    }
  }),
]

function nameOfSet(bit: number): string {
  return bit === 0 ? 'the baseline' : bit < 4 ? `v${bit + 1}` : `number ${bit}`
}

function* segmentProblems(
  load: Segment,
  loads: readonly Segment[],
  elf: Elf,
  glibc: string,
): Generator<{ problem: string; error?: string }> {
  const { vaddr, offset, fileSize, memorySize, align } = load
  const [first, last] = [loads[0] ?? load, loads.at(-1) ?? load]
  const wrong = (step: bigint) => BigInt.asUintN(64, BigInt(vaddr) - BigInt(offset)) & (step - 1n)
  if (!isSince(glibc, '2.35') && align % PAGE !== 0) {
    yield {
      problem: `is aligned to ${align} bytes, but a page has ${PAGE}`,
      error: 'ELF load command alignment not page-aligned',
    }
  } else if (
    wrong(isSince(glibc, '2.35') ? BigInt(PAGE) : BigInt.asUintN(64, BigInt(align) || 2n ** 64n)) !== 0n
  ) {
    yield {
      problem: `is at 0x${offset.toString(16)} in the file, which its alignment forbids`,
      error: `ELF load command address/offset not ${isSince(glibc, '2.35') ? 'page-aligned' : 'properly aligned'}`,
    }
  }
  const end = last.vaddr + last.memorySize
  if (end - first.vaddr > MOST_MEMORY || offset + fileSize > LONGEST_FILE) {
    yield { problem: 'makes the file larger than any memory' }
  } else if (
    vaddr < pageStart(first.vaddr) ||
    Math.max(vaddr + memorySize, pageEnd(vaddr + fileSize)) > pageEnd(end) ||
    (pageStart(last.vaddr) < pageEnd(first.vaddr + first.fileSize) &&
      loads.length > 1 &&
      isSince(glibc, '2.26'))
  ) {
    yield { problem: 'is not in the order of addresses' }
  } else if (pageEnd(end) === pageStart(first.vaddr)) {
    yield { problem: 'is empty, and so is every other' }
  }
  // Behind the page of the file's end is nothing: who reads there gets a SIGBUS.
  if (fileSize > 0 && pageEnd(offset + fileSize) > pageEnd(elf.bytes.length)) {
    yield { problem: `should end at byte ${offset + fileSize}, but the file has ${elf.bytes.length}` }
  }
}

/** The tables whose entries the loader changes to the addresses that they have in memory. */
const ADJUSTED = [DT.HASH, DT.PLTGOT, DT.STRTAB, DT.SYMTAB, DT.RELA, DT.JMPREL, DT.VERSYM, DT.GNU_HASH]

/** What tables must say that one of their entries is as large as it is. */
const SIZES = [
  { of: DT.RELA, tag: DT.RELAENT, name: 'RELAENT', is: 24, since: '0' },
  { of: DT.RELR, tag: DT.RELRENT, name: 'RELRENT', is: 8, since: '2.36' },
  { of: DT.PLTREL, tag: DT.PLTREL, name: 'PLTREL', is: DT.RELA, since: '0' },
]

/** `elf_get_dynamic_info` of glibc's `elf/get-dynamic-info.h`. */
function* dynamicProblems(elf: Elf, glibc: string): Generator<string> {
  const { dynamic, segments, image } = elf
  if (dynamic.length === 0) return
  if (
    isSince(glibc, '2.27') &&
    segments.some(({ type, fileSize }) => type === PT.DYNAMIC && fileSize === 0)
  ) {
    yield 'its dynamic section is not in the file: it holds debug information only'
  }
  const segment = dynamicSegment(segments)
  if (segment !== undefined && (!isSince(glibc, '2.35') || segment.flags & PF.W)) {
    for (const tag of isSince(glibc, '2.36') ? [...ADJUSTED, DT.RELR] : ADJUSTED) {
      const index = dynamic.findLastIndex((entry) => entry.tag === tag)
      const at = segment.vaddr + index * ENTRY_SIZE
      if (index >= 0 && !((image.flags(at) ?? 0) & PF.W)) {
        yield 'its dynamic section is in a segment that cannot be written'
        break
      }
    }
  }
  for (const { of, tag, name, is, since } of SIZES) {
    if (dynamicValue(dynamic, of) === undefined || !isSince(glibc, since)) continue
    const value = requiredValue(elf, tag, name)
    if (value !== is) yield `DT_${name} is ${value} instead of ${is}`
  }
  requiredValue(elf, DT.STRTAB, 'STRTAB')
  requiredValue(elf, DT.SYMTAB, 'SYMTAB')
  if ([...versionsByIndex(elf).keys()].some((index) => index > 0)) requiredValue(elf, DT.VERSYM, 'VERSYM')
}
