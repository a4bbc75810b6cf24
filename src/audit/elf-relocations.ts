import { MalformedError, malformed } from './byte-reader.js'
import { DT, dynamicValue, type LoadedElf, requiredValue } from './elf-dynamic.js'
import { EM } from './elf-header.js'
import { RELA_SIZE } from './elf-symbols.js'
import { isSince } from './glibc.js'

/** What a type of relocation is to the loader. */
interface RelocationType {
  /** How many bytes it writes. */
  size: number
  /** What it writes: a place in the file itself, what a function of the file's says, or what a symbol is; or nothing. */
  kind: 'nothing' | 'relative' | 'call' | 'symbol' | 'size' | 'tls' | 'static-tls'
  /** Whether its symbol must be defined by someone, although it may have a value without. */
  defined?: boolean
  /** The first glibc that knows it. */
  since?: string
}

const NOTHING: RelocationType = { size: 0, kind: 'nothing' }
const RELATIVE: RelocationType = { size: 8, kind: 'relative' }
const CALL: RelocationType = { size: 8, kind: 'call' }
const WORD: RelocationType = { size: 8, kind: 'symbol' }
const HALF: RelocationType = { size: 4, kind: 'symbol' }
const JUMP: RelocationType = { size: 8, kind: 'symbol', defined: true }
const TLS: RelocationType = { size: 8, kind: 'tls', defined: true }
const STATIC_TLS: RelocationType = { size: 8, kind: 'static-tls', defined: true }
const TLS_CALL: RelocationType = { size: 16, kind: 'tls', defined: true }

/** What glibc's loaders know: `elf_machine_rela` of `sysdeps/x86_64/dl-machine.h` and `sysdeps/aarch64/dl-machine.h`. */
const TYPES: Record<number, Record<number, RelocationType> | undefined> = {
  [EM.X86_64]: {
    ...{ 0: NOTHING, 8: RELATIVE, 38: RELATIVE, 37: CALL },
    ...{ 1: WORD, 6: WORD, 7: JUMP, 2: HALF, 10: HALF, 5: { size: 0, kind: 'symbol' } },
    ...{ 16: TLS, 17: TLS, 18: STATIC_TLS, 36: TLS_CALL },
    32: { size: 4, kind: 'size', since: '2.18' },
    33: { size: 8, kind: 'size', since: '2.18' },
  },
  [EM.AARCH64]: {
    ...{ 0: NOTHING, 1027: RELATIVE, 1032: CALL },
    ...{ 257: WORD, 258: WORD, 1025: WORD, 1026: JUMP, 1024: { size: 0, kind: 'symbol' } },
    ...{ 1028: TLS, 1029: TLS, 1030: STATIC_TLS, 1031: TLS_CALL },
  },
}

/** An entry of the relocation tables. */
interface Relocation {
  /** The address that is changed. */
  address: number
  /** Its number in the ABI of the machine. */
  number: number
  type: RelocationType
  symbol: number
  addend: number
}

const WHAT = 'the relocations'

/** A file as it is loaded, and the machine that it is for. */
type MachineElf = LoadedElf & { machine: number }

/**
 * The relocations in the order in which the loader goes through them: `_ELF_DYNAMIC_DO_RELOC` of glibc's
 * `elf/dynamic-link.h`. None of a file for a machine that Lambda does not have.
 *
 * No generator, because V8 compiles none that runs only once, and there are tens of thousands.
 *
 * @param glibc the loader's, as `x.y`
 * @param visit is called with each
 * @throws BuildError where the loader would crash, stop, or not know the type
 */
export function eachRelocation(elf: MachineElf, glibc: string, visit: (one: Relocation) => void): void {
  const types = typesOf(elf, glibc)
  if (types === undefined) return
  const { image, dynamic } = elf
  const versions = dynamicValue(dynamic, DT.VERSYM)
  for (const { start, size, relative } of ranges(elf, glibc)) {
    const end = Math.max(size, relative * RELA_SIZE)
    const table = image.table(start, Math.ceil(end / RELA_SIZE) * RELA_SIZE, WHAT)
    for (let at = 0; at < end; at += RELA_SIZE) {
      const number = table.u32(at + 8)
      const type = types[number]
      if (type === undefined) {
        throw malformed(`${WHAT} have one of type ${number}, which glibc ${glibc} does not know`)
      }
      const symbol = table.u32(at + 12)
      if (at < relative * RELA_SIZE) {
        if (type.kind !== 'relative')
          throw malformed(`${WHAT} say of one of type ${number} that it is relative`)
      } else if (versions !== undefined) {
        image.u16(versions + symbol * 2, 'the table of symbol versions')
      }
      visit({ address: table.u64(at), number, type, symbol, addend: table.u64(at + 16) })
    }
  }
}

/** By number, what a loader of this glibc knows; undefined for a machine that Lambda does not have. */
function typesOf({ machine }: MachineElf, glibc: string): Record<number, RelocationType> | undefined {
  const types = TYPES[machine]
  return (
    types &&
    Object.fromEntries(Object.entries(types).filter(([, { since }]) => !since || isSince(glibc, since)))
  )
}

/** Whether the relocations are of a machine that Lambda has. */
export function knowsMachine({ machine }: MachineElf): boolean {
  return TYPES[machine] !== undefined
}

/** The same, up to where the loader would stop: that is told by the rule about relocations. @throws what `visit` throws */
export function eachSoundRelocation(elf: MachineElf, glibc: string, visit: (one: Relocation) => void): void {
  let visiting = false
  try {
    eachRelocation(elf, glibc, (one) => {
      visiting = true
      visit(one)
      visiting = false
    })
  } catch (error) {
    if (visiting || !(error instanceof MalformedError)) throw error
  }
}

/** Where the tables are, in bytes, and how many at the start are relative whatever they say. */
function ranges(elf: LoadedElf, glibc: string): { start: number; size: number; relative: number }[] {
  const { dynamic } = elf
  const own = { start: 0, size: 0, relative: 0 }
  const table = dynamicValue(dynamic, DT.RELA)
  if (table !== undefined && !(table === 0 && isSince(glibc, '2.36'))) {
    own.start = table
    own.size = requiredValue(elf, DT.RELASZ, 'RELASZ')
    const relative = dynamicValue(dynamic, DT.RELACOUNT) ?? 0
    if (relative < 0) throw malformed(`${WHAT} are said to begin with ${relative} relative ones`)
    // Up to 2.20 the count ends where the table does.
    own.relative = isSince(glibc, '2.21')
      ? relative
      : Math.min(relative, Math.floor((own.size < 0 ? 2 ** 64 : own.size) / RELA_SIZE))
  }
  if (dynamicValue(dynamic, DT.PLTREL) === undefined) return [own]
  const jumps = {
    start: requiredValue(elf, DT.JMPREL, 'JMPREL'),
    size: requiredValue(elf, DT.PLTRELSZ, 'PLTRELSZ'),
    relative: 0,
  }
  if (own.start === 0 && isSince(glibc, '2.36')) own.start = jumps.start
  if (own.start + own.size === jumps.start + jumps.size) own.size -= jumps.size
  // Up to 2.22 the second table is taken to be behind the first, wherever it is.
  const follows = isSince(glibc, '2.23') ? own.start + own.size === jumps.start : own.size !== 0
  return follows ? [{ ...own, size: own.size + jumps.size }] : [own, jumps]
}

/** The addresses that packed relative relocations change: `ELF_DYNAMIC_DO_RELR` of the same file. */
export function* packedRelocations(elf: LoadedElf): Generator<number> {
  const { image, dynamic } = elf
  const table = dynamicValue(dynamic, DT.RELR)
  if (table === undefined) return
  const size = requiredValue(elf, DT.RELRSZ, 'RELRSZ')
  const bits = (word: number) =>
    Array.from({ length: 31 }, (_, bit) => bit + 1).filter((bit) => (word >>> bit) & 1)
  let where = 0
  for (let at = 0; at < size; at += 8) {
    const [low, high] = [image.u32(table + at, WHAT), image.u32(table + at + 4, WHAT)]
    if ((low & 1) === 0) {
      where = high * 2 ** 32 + low
      yield where
      where += 8
    } else {
      for (const bit of bits(low)) yield where + (bit - 1) * 8
      for (let bit = 0; bit < 32; bit++) if ((high >>> bit) & 1) yield where + (31 + bit) * 8
      where += 63 * 8
    }
  }
}
