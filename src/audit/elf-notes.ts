import type { Elf } from './elf.js'
import { PT, SEGMENT_SIZE, type Segment } from './elf-header.js'
import { pageEnd, pageStart } from './elf-image.js'
import { isSince } from './glibc.js'

const WHAT = 'a note'

/** What a note of the type says, when it is GNU's: gABI, "Note Section". */
const NT_GNU_PROPERTY_TYPE_0 = 5

/** Types of properties: the psABI of x86-64, "Program Property". */
export const PROPERTY = { ONE_NEEDED: 0xb0008000, FEATURE_1_AND: 0xc0000002, ISA_1_NEEDED: 0xc0008002 }

const GNU = 0x00554e47

/**
 * The program headers as the loader has them once the file is mapped: in the file's own memory, if they are there, and
 * wherever `PT_PHDR` says.
 *
 * @throws BuildError when nothing is there
 */
export function loadedSegments({ image, segments, segmentsAt }: Elf): Segment[] {
  const size = segments.length * SEGMENT_SIZE
  const holder = segments.find(({ type, vaddr, offset, fileSize }) => {
    const [start, mapped] = [pageStart(offset), pageEnd(vaddr + fileSize) - pageStart(vaddr)]
    return type === PT.LOAD && start <= segmentsAt && start + mapped >= segmentsAt + size
  })
  const said = segments.findLast(({ type }) => type === PT.PHDR)?.vaddr
  const found = holder && pageStart(holder.vaddr) + segmentsAt - pageStart(holder.offset)
  const table = said || found
  if (table === undefined || table === 0) return segments
  const what = 'the program header table'
  return segments.map((_, index) => {
    const at = table + index * SEGMENT_SIZE
    const [type, flags] = [image.u32(at, what), image.u32(at + 4, what)]
    const [offset, vaddr, fileSize, memorySize, align] = [8, 16, 32, 40, 48].map((to) =>
      image.u64(at + to, what),
    )
    return { type, flags, offset, vaddr, fileSize, memorySize, align } as Segment
  })
}

/**
 * The instruction sets that the file says it needs, as bits: 1 for x86-64's baseline, 2 for v2, 4 for v3, 8 for v4.
 * 0 where glibc's loader does not see that it says so: `_dl_process_property_note` of its `sysdeps/x86/dl-prop.h`.
 *
 * @param glibc the loader's, as `x.y`
 * @throws BuildError where the loader would crash
 */
export function neededInstructionSets(elf: Elf, glibc: string): number {
  let found: number | undefined
  // From the last to the first.
  for (const { type, vaddr, memorySize, align } of loadedSegments(elf).reverse()) {
    // The same list is in a PT_GNU_PROPERTY; of that, the loader for this machine uses nothing.
    if (type === PT.GNU_PROPERTY && align === 8) propertiesIn(elf, vaddr, memorySize, glibc)
    if (type === PT.NOTE && align === 8 && found === undefined) {
      found = propertiesIn(elf, vaddr, memorySize, glibc)
    }
  }
  return found ?? 0
}

/** The bits that a list of notes has; undefined when it has no note about properties, 0 when that says nothing. */
function propertiesIn({ image }: Elf, start: number, size: number, glibc: string): number | undefined {
  const word = (at: number) => image.u32(at, WHAT)
  let isa: number | undefined
  for (let at = start; at + 12 - start < size; ) {
    const [nameSize, descriptionSize] = [word(at), word(at + 4)]
    if (nameSize === 4 && word(at + 8) === NT_GNU_PROPERTY_TYPE_0 && word(at + 12) === GNU) {
      // Two such notes are those of an old linker, and mean nothing.
      if (isa !== undefined || descriptionSize < 8 || descriptionSize % 8 !== 0) return 0
      const bits = instructionSetsIn(word, at + 16, at + 16 + descriptionSize, glibc)
      if (bits === undefined) return 0
      isa = bits
    }
    // Both the name and what follows end at a multiple of 8 bytes.
    at += 12 + nameSize + 7 - ((12 + nameSize + 7) % 8) + (descriptionSize + 7 - ((descriptionSize + 7) % 8))
  }
  return isa
}

/** A property of a file as a note has it. */
interface Property {
  type: number
  /** In bytes, and where they are. */
  size: number
  at: number
}

/**
 * The properties of a note's list, of which the last may go beyond its end: gABI's `NT_GNU_PROPERTY_TYPE_0`.
 *
 * @param word gives 32 bits at a place
 * @param start of the list, behind the note's header and name
 */
export function* properties(word: (at: number) => number, start: number, end: number): Generator<Property> {
  for (let at = start; end - at >= 8; ) {
    const [type, size] = [word(at), word(at + 4)]
    yield { type, size, at: at + 8 }
    at += 8 + size + 7 - ((size + 7) % 8)
  }
}

/** The bits that a list of properties has; undefined when it is of no sound layout. */
function instructionSetsIn(
  word: (at: number) => number,
  start: number,
  end: number,
  glibc: string,
): number | undefined {
  const sized: number[] = [PROPERTY.FEATURE_1_AND, PROPERTY.ISA_1_NEEDED]
  if (isSince(glibc, '2.35')) sized.push(PROPERTY.ONE_NEEDED)
  let before = 0
  for (const { type, size, at } of properties(word, start, end)) {
    if (type < before || at + size > end || (sized.includes(type) && size !== 4)) return undefined
    if (type === PROPERTY.ISA_1_NEEDED) return word(at)
    if (type > PROPERTY.ISA_1_NEEDED) return 0
    before = type
  }
  return 0
}

/** The kernel that a file is made for, as a note of the C library says it. */
interface AbiTag {
  /** 0 for Linux. */
  system: number
  /** As `x.y.z`. */
  kernel: string
}

/**
 * What the file's `.note.ABI-tag` says; undefined where it has none that the loader sees: `open_verify` of glibc's
 * `elf/dl-load.c`, up to 2.35.
 *
 * @param glibc the loader's, as `x.y`
 * @throws BuildError when a note is not in the file
 */
export function readAbiTag({ image: { file }, segments }: Elf, glibc: string): AbiTag | undefined {
  const isAligned = (align: number) => (isSince(glibc, '2.31') ? align === 4 || align === 8 : align >= 4)
  for (const { type, offset, fileSize, align } of segments) {
    if (type !== PT.NOTE || fileSize < 32 || !isAligned(align)) continue
    const note = file.part(offset, fileSize, WHAT)
    const step = isSince(glibc, '2.31') && align === 8 ? 8 : 4
    const up = (size: number) => size + step - 1 - ((size + step - 1) % step)
    for (let at = 0; ; ) {
      const [nameSize, descriptionSize] = [note.u32(at), note.u32(at + 4)]
      if (nameSize === 4 && descriptionSize === 16 && note.u32(at + 8) === 1 && note.u32(at + 12) === GNU) {
        const kernel = [20, 24, 28].map((to) => note.u32(at + to) % 256).join('.')
        return { system: note.u32(at + 16), kernel }
      }
      const size = isSince(glibc, '2.31')
        ? up(12 + nameSize) + up(descriptionSize)
        : 12 + up(nameSize) + up(descriptionSize)
      if (fileSize - at - 32 < size) break
      at += size
    }
  }
  return undefined
}
