import type { AuditTarget } from '../audit-target.js'
import { malformed } from '../byte-reader.js'
import type { Elf } from '../elf.js'
import { DF, DT, dynamicValue, hasFlag, hasTag, requiredValue } from '../elf-dynamic.js'
import { PF, PT } from '../elf-header.js'
import { isExecutable, pageEnd, pageStart } from '../elf-image.js'
import { loadedSegments } from '../elf-notes.js'
import { eachRelocation, eachSoundRelocation, knowsMachine, packedRelocations } from '../elf-relocations.js'
import { type DynamicSymbol, readSymbol, STB } from '../elf-symbols.js'
import { isSince } from '../glibc.js'
import { loaderRule } from '../loader-rule.js'
import { DAMAGED } from '../rule.js'
import type { Finding } from '../violation.js'

/** What there is of the room for thread-local variables that glibc reserves at the start, and how it is aligned. */
const STATIC_TLS = { size: 1664, align: 64 }

/** Rules about what the loader changes in the file's memory, and the functions that it then calls. */
export const RELOCATING_RULES = [
  loaderRule('relocations', 'relocations that the loader can do', function* (elf, target) {
    const isWritable = writable(elf)
    const misplaced: Finding[] = []
    let staticTls = false
    try {
      eachRelocation(elf, target.glibc, ({ address, type, number, symbol, addend }) => {
        const tell = (what: string) =>
          misplaced.push({
            message: `the relocation of 0x${address.toString(16)} (type ${number}) ${what}`,
            hint: DAMAGED,
          })
        if (!isWritable(address, type.size)) tell('is where nothing can be written')
        if (type.kind === 'call' && !isExecutable(elf, addend)) tell('calls what is no function')
        // Those of others have their place already.
        if (type.kind === 'static-tls' && isOwn(readSymbol(elf, symbol))) staticTls = true
      })
    } finally {
      yield* misplaced
    }
    const problem = staticTls ? staticTlsProblem(elf) : undefined
    if (problem !== undefined)
      yield {
        message: `its thread-local variables are to be at a fixed place, ${problem}`,
        hint: 'Compile everything with -fPIC, and without -ftls-model=initial-exec.',
      }
    if (!isSince(target.glibc, '2.36')) return
    for (const address of packedRelocations(elf)) {
      if (isWritable(address, 8)) continue
      yield {
        message: `the relocation of 0x${address.toString(16)} is where nothing can be written`,
        hint: DAMAGED,
      }
    }
    if (isUnmarked(elf))
      yield {
        message: 'it has DT_RELR relocations, and does not need GLIBC_ABI_DT_RELR, which says so',
        hint: 'Link with -Wl,-z,pack-relative-relocs, which does both, or without such relocations.',
      }
  }),

  loaderRule('start', 'functions that run when it is loaded', function* (elf, target) {
    const hint = DAMAGED
    const first = dynamicValue(elf.dynamic, DT.INIT)
    if (first !== undefined && !isExecutable(elf, first)) yield { message: 'DT_INIT is no function', hint }
    const start = dynamicValue(elf.dynamic, DT.INIT_ARRAY)
    // That an old loader leaves packed relocations undone is told by a rule of its own.
    const isLeft = hasTag(elf.dynamic, DT.RELR) && !isSince(target.glibc, '2.36')
    if (start === undefined || isLeft || !knowsMachine(elf)) return
    // The loader counts them in 32 bits: `call_init` of glibc's `elf/dl-init.c`.
    const size = (Math.floor(requiredValue(elf, DT.INIT_ARRAYSZ, 'INIT_ARRAYSZ') / 8) % 2 ** 32) * 8
    const set = addressesSet(elf, target, start, size)
    for (let at = start; at < start + size; at += 8) {
      const address = set(at, elf.image.u64(at, 'the list of functions that run when it is loaded'))
      if (address !== 'elsewhere' && !(address !== undefined && isExecutable(elf, address))) {
        yield { message: `DT_INIT_ARRAY has at 0x${at.toString(16)} what is no function`, hint }
        return
      }
    }
  }),
]

function isOwn({ defined, binding }: DynamicSymbol): boolean {
  return defined || binding === STB.LOCAL
}

/** `_dl_try_allocate_static_tls` of glibc's `elf/dl-reloc.c`. */
function staticTlsProblem({ segments, image }: Elf): string | undefined {
  const block = segments.findLast(({ type, memorySize }) => type === PT.TLS && memorySize !== 0)
  if (block === undefined || block.align === 0) return 'and there are none'
  const { vaddr, fileSize, memorySize, align } = block
  if (memorySize > STATIC_TLS.size || memorySize < 0)
    return `they need ${memorySize} bytes, and at most ${STATIC_TLS.size} are left`
  if (align > STATIC_TLS.align || align < 0)
    return `aligned to ${align} bytes, which is more than ${STATIC_TLS.align}`
  return fileSize > memorySize || !image.isMapped(vaddr, vaddr + fileSize)
    ? 'and they are not in the file'
    : undefined
}

/** Whether the loader can write at an address while it does relocations. */
function writable(elf: Elf): (address: number, size: number) => boolean {
  const { image, dynamic } = elf
  // With text relocations, what cannot be written becomes so for the time being.
  const opened =
    hasTag(dynamic, DT.TEXTREL) || hasFlag(dynamic, DT.FLAGS, DF.TEXTREL)
      ? loadedSegments(elf)
          .filter(({ type, flags }) => type === PT.LOAD && !(flags & PF.W))
          .map(({ vaddr, memorySize }) => ({ start: pageStart(vaddr), end: pageEnd(vaddr + memorySize) }))
      : []
  const closed = opened.find(({ start, end }) => !image.isMapped(start, end))
  if (closed !== undefined)
    throw malformed('it has text relocations, and a segment that is not where it should be')
  const isByteWritable = (at: number) =>
    ((image.flags(at) ?? 0) & PF.W) !== 0 || opened.some(({ start, end }) => start <= at && at < end)
  return (address, size) => size === 0 || (isByteWritable(address) && isByteWritable(address + size - 1))
}

/** `_dl_check_map_versions` of glibc's `elf/dl-version.c`. */
function isUnmarked({ dynamic, needed: libraries, versionNeeds }: Elf): boolean {
  return (
    hasTag(dynamic, DT.RELR) &&
    hasTag(dynamic, DT.VERNEED) &&
    libraries.some((name) => name.startsWith('libc.so.')) &&
    versionNeeds.every(({ version }) => version !== 'GLIBC_ABI_DT_RELR')
  )
}

/** Gives the address that the loader puts somewhere in a range, if it is one of the file's. */
function addressesSet(elf: Elf, target: AuditTarget, start: number, size: number) {
  const set = new Map<number, number | 'elsewhere' | undefined>()
  eachSoundRelocation(elf, target.glibc, ({ address, type, addend, symbol }) => {
    if (address < start || start + size <= address || type.size !== 8) return
    if (type.kind === 'relative') set.set(address, addend)
    else if (type.kind === 'symbol') {
      const of = readSymbol(elf, symbol)
      set.set(address, isOwn(of) ? of.value + addend : 'elsewhere')
    }
  })
  const packed = new Set(packedRelocations(elf))
  // Packed relocations, which come first, add to what is there.
  return (at: number, value: number) => (set.has(at) ? set.get(at) : packed.has(at) ? value : undefined)
}
