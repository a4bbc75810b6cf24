import { type Elf, readElf } from '../../src/audit/elf.js'
import { DT } from '../../src/audit/elf-dynamic.js'
import { STT } from '../../src/audit/elf-symbols.js'
import { isChance } from './chance.js'

/** A number in a file, and which others may stand in its place. */
interface Field {
  what: string
  at: number
  /** In bytes. */
  size: 1 | 2 | 4 | 8
  /** Values worth trying, beside those that are tried of every field. */
  values?: readonly (bigint | number)[]
  /** Whether what becomes of a value is no matter of chance. */
  allows?: (value: bigint) => boolean
}

/** A file with one number changed. */
interface Mutation {
  what: string
  bytes: Uint8Array
}

type Layout = readonly (readonly [name: string, size: Field['size'], more?: Partial<Field>])[]

const HEADER: Layout = [
  ...['magic0', 'magic1', 'magic2', 'magic3', 'class', 'data', 'version', 'osabi', 'abiversion'].map(
    (name) => [`ident ${name}`, 1, { values: [0, 1, 2, 3, 4, 5] }] as const,
  ),
  ...Array.from({ length: 7 }, (_, index) => [`ident pad${index}`, 1] as const),
  ['type', 2, { values: [0, 1, 2, 3, 4] }],
  ['machine', 2, { values: [3, 62, 183, 243] }],
  ['version', 4],
  ['entry', 8],
  ['phoff', 8, { allows: (value) => value < 1n << 63n }],
  ['shoff', 8],
  ['flags', 4],
  ['ehsize', 2],
  ['phentsize', 2, { values: [32, 56, 64] }],
  ['phnum', 2],
  ['shentsize', 2],
  ['shnum', 2],
  ['shstrndx', 2],
]

const SEGMENT: Layout = [
  ['type', 4, { values: [0, 1, 2, 3, 4, 5, 6, 7, 0x6474e550, 0x6474e551, 0x6474e552, 0x6474e553] }],
  ['flags', 4, { values: [0, 2, 3, 4, 5, 6, 7] }],
  // From farther than any file an old loader does not read, but goes on where it is.
  ['offset', 8, { allows: (value) => value < 1n << 40n }],
  ['vaddr', 8],
  ['paddr', 8],
  ['filesz', 8, { allows: (value) => value < 1n << 63n }],
  ['memsz', 8, { allows: (value) => value < 1n << 63n }],
  ['align', 8, { values: [0, 1, 2, 4, 8, 16, 0x1000, 0x2000, 0x3000, 0x4000, 0x10000, 0x200000] }],
]

/** Tags of what would be loaded beside it, what no module has, and what only new loaders do and old ones leave undone. */
const OTHERS: number[] = [DT.VERDEF, DT.AUXILIARY, DT.FILTER, DT.RELR, DT.RELRSZ, DT.RELRENT]

const DYNAMIC: Layout = [
  [
    'tag',
    8,
    {
      values: [...Array(35).keys(), ...Object.values(DT)],
      allows: (value) => !OTHERS.includes(Number(value)),
    },
  ],
  ['value', 8],
]

const SYMBOL: Layout = [
  ['name', 4],
  // What an indirect function says is a matter of its code.
  [
    'info',
    1,
    {
      values: [0x02, 0x12, 0x22, 0x10, 0x11, 0x13, 0x15, 0x16, 0xa2],
      allows: (value) => Number(value & 0xfn) !== STT.IFUNC,
    },
  ],
  ['other', 1, { values: [1, 2, 3] }],
  ['shndx', 2, { values: [0xfff1, 0xfff2, 0xffff] }],
  ['value', 8],
  ['size', 8],
]

/** Types whose meaning is in another file's memory: what is copied from there, and where its thread-local variables are. */
const FOREIGN = [5, 18, 36]

const RELOCATION: Layout = [
  ['offset', 8],
  ['type', 4, { values: [...Array(45).keys(), 1027], allows: (value) => !FOREIGN.includes(Number(value)) }],
  ['symbol', 4, { values: [0, 1, 2, 3, 4, 5, 6, 7, 8] }],
  ['addend', 8],
]

const WORD: Layout = [['word', 4, { values: [2, 3, 4, 5, 0xb0008000, 0xc0000002, 0xc0008002, 0xffff] }]]

/** The tables that a loader reads, by the name of their section. */
const TABLES: Record<string, Layout> = {
  '.dynamic': DYNAMIC,
  '.dynsym': SYMBOL,
  '.rela.dyn': RELOCATION,
  '.rela.plt': RELOCATION,
  // Odd words are 63 addresses, some of them of what the loader still has to read.
  '.relr.dyn': [['word', 8, { allows: (value) => value % 2n === 0n }]],
  '.gnu.hash': WORD,
  '.hash': WORD,
  '.gnu.version': [['version', 2]],
  '.gnu.version_r': [
    ['half', 2],
    ['half', 2],
    ['word', 4],
    ['word', 4],
    ['word', 4],
  ],
  '.dynstr': [['byte', 1]],
  '.init_array': [['word', 8]],
}

function fieldsOf({ bytes, segments, segmentsAt, sections }: Elf): Field[] {
  const fields: Field[] = []
  const add = (what: string, layout: Layout, start: number, end: number) => {
    for (let at = start, entry = 0; at < end; entry++) {
      for (const [name, size, more] of layout) {
        fields.push({ what: `${what}[${entry}] ${name}`, at, size, ...more })
        at += size
      }
    }
  }
  add('header', HEADER, 0, 64)
  add('segment', SEGMENT, segmentsAt, segmentsAt + segments.length * 56)
  for (const { name, offset, size } of sections) {
    const layout = name.startsWith('.note') ? WORD : TABLES[name]
    if (layout !== undefined) add(name, layout, offset, Math.min(offset + size, bytes.length))
  }
  return fields
}

/** Numbers from 0 to 2^32, the same on every run: Numerical Recipes' linear congruential generator. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state
  }
}

/**
 * Files that differ from a module in one number that the loader reads, or might: in each field of its tables some that
 * mean something, and some at random; none of which it is a matter of chance what comes.
 */
export function mutations(bytes: Uint8Array, seed: number): Mutation[] {
  const original = readElf(bytes)
  const numbers = random(seed)
  const next = (limit: number) => (numbers.next().value >>> 8) % limit
  const made = new Map<string, Mutation>()
  for (const field of fieldsOf(original)) {
    const copy = Buffer.from(bytes)
    const before = read(copy, field)
    const top = 1n << BigInt(8 * field.size - 1)
    const flip = () => before ^ (BigInt(1 + next(255)) << BigInt(8 * next(field.size)))
    const common = [
      0n,
      1n,
      before + 1n,
      before - 1n,
      before + 8n,
      before - 8n,
      before + 4096n,
      before ^ top,
      2n * top - 1n,
    ]
    for (const value of [...common, ...(field.values ?? []), flip(), flip()].map(BigInt)) {
      const after = BigInt.asUintN(8 * field.size, value)
      if (after === before || field.allows?.(after) === false) continue
      write(copy, field, after)
      const what = `${field.what}: 0x${before.toString(16)} → 0x${after.toString(16)}`
      if (!isChance(copy, original)) made.set(what, { what, bytes: new Uint8Array(copy) })
    }
  }
  return [...made.values()]
}

function read(bytes: Buffer, { at, size }: Field): bigint {
  return size === 8 ? bytes.readBigUInt64LE(at) : BigInt(bytes.readUIntLE(at, size))
}

function write(bytes: Buffer, { at, size }: Field, value: bigint): void {
  if (size === 8) bytes.writeBigUInt64LE(value, at)
  else bytes.writeUIntLE(Number(value), at, size)
}
