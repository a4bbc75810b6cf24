import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Elf, readElf } from '../../src/audit/elf.js'
import { DT, hasFlag } from '../../src/audit/elf-dynamic.js'
import { SHT } from '../../src/audit/elf-header.js'
import { dynamicAt, numberAt, patched, sectionAt, withoutSections } from './patches.js'
import { hasReadelf, type Readelf, readelf } from './readelf.js'
import { HOST, Workshop } from './shared-objects.js'

const workshop = new Workshop()
afterAll(() => workshop.close())

const EXPORTING = { c: 'int exported; void *call(void) { return PyInit__psycopg(); }' }
const OWN = {
  good: workshop.path(),
  'sysv hash': workshop.path({ ...EXPORTING, link: ['-Wl,--hash-style=sysv'] }),
  'both hashes': workshop.path({ link: ['-Wl,--hash-style=both', '-Wl,-rpath,/a:/b', '-Wl,-soname,x.so'] }),
  'everything exported, with debug information': workshop.path({
    ...EXPORTING,
    compile: ['-g'],
    exported: '*;',
    strip: [],
  }),
}

/** Libraries of this machine: those of note, and a few of every kind. */
function systemLibraries(): string[] {
  const directory = HOST === 'arm64' ? '/usr/lib/aarch64-linux-gnu' : '/usr/lib/x86_64-linux-gnu'
  const named = [
    'libc.so.6',
    'libm.so.6',
    'libpthread.so.0',
    'libstdc++.so.6',
    'libcrypto.so.3',
    'libpq.so.5',
  ]
  const paths = named.map((name) => join(directory, name))
  const sample = (from: string, step: number) =>
    existsSync(from)
      ? readdirSync(from)
          .filter((name) => /\.so[.\d]*$/.test(name))
          .sort()
          .filter((_, index) => index % step === 0)
          .map((name) => join(from, name))
      : []
  const found = [...paths, ...sample(directory, 40), ...sample(pythonModules(), 10)].filter(isElf)
  return [...new Set(found.map((path) => realpathSync(path)))]
}

function pythonModules(): string {
  try {
    const program = 'import _ctypes, os; print(os.path.dirname(_ctypes.__file__))'
    return execFileSync('python3', ['-c', program], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return '/nowhere'
  }
}

function isElf(path: string): boolean {
  return (
    existsSync(path) &&
    statSync(path).size < 2e7 &&
    readFileSync(path).subarray(0, 4).toString() === '\x7fELF'
  )
}

const TYPES = new Map([[3, 'DYN']])
const MACHINES = new Map([
  [62, 'Advanced Micro Devices X86-64'],
  [183, 'AArch64'],
])
const SEGMENTS = new Map([
  [1, 'LOAD'],
  [2, 'DYNAMIC'],
  [3, 'INTERP'],
  [4, 'NOTE'],
  [6, 'PHDR'],
  [7, 'TLS'],
  [0x6474e550, 'GNU_EH_FRAME'],
  [0x6474e551, 'GNU_STACK'],
  [0x6474e552, 'GNU_RELRO'],
  [0x6474e553, 'GNU_PROPERTY'],
])
const SYMBOLS = ['NOTYPE', 'OBJECT', 'FUNC', 'SECTION', 'FILE', 'COMMON', 'TLS', '', '', '', 'IFUNC']
const BINDINGS = ['LOCAL', 'GLOBAL', 'WEAK', '', '', '', '', '', '', '', 'UNIQUE']
const VISIBILITIES = ['DEFAULT', 'INTERNAL', 'HIDDEN', 'PROTECTED']

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** What the audit read, in readelf's words. */
function inReadelfsWords(elf: Elf): Readelf {
  return {
    type: TYPES.get(elf.type) ?? '',
    machine: MACHINES.get(elf.machine) ?? '',
    segments: elf.segments.map(({ type, flags, offset, vaddr, fileSize, memorySize, align }) =>
      [
        SEGMENTS.get(type) ?? type,
        `0x${hex(offset, 6)}`,
        `0x${hex(vaddr, 16)}`,
        `0x${hex(fileSize, 6)}`,
        `0x${hex(memorySize, 6)}`,
        `${flags & 4 ? 'R' : ' '}${flags & 2 ? 'W' : ' '}${flags & 1 ? 'E' : ' '}`,
        `0x${hex(align, 1)}`,
      ].join(' '),
    ),
    sections: elf.sections.map(({ name, address, offset, size, entrySize }) =>
      [name, hex(address, 16), hex(offset, 6), hex(size, 6), hex(entrySize, 2)].join(' '),
    ),
    tags: elf.dynamic.map(({ tag }) => tag),
    texts: {
      NEEDED: elf.needed,
      SONAME: elf.soname === null ? [] : [elf.soname],
      RPATH: elf.rpath === null ? [] : [elf.rpath],
      RUNPATH: elf.runpath === null ? [] : [elf.runpath],
    },
    isBoundNow: [hasFlag(elf.dynamic, DT.FLAGS, 8), hasFlag(elf.dynamic, DT.FLAGS_1, 1)],
    needs: elf.versionNeeds.map(({ library, version, index }) => `${library} ${version} ${index}`),
    symbols: elf.symbols.map(({ name, version, type, binding, visibility, defined }) =>
      [
        SYMBOLS[type],
        BINDINGS[binding],
        VISIBILITIES[visibility],
        defined ? 'DEF' : 'UND',
        // The linker makes a symbol of each version it defines, and readelf does not repeat its name.
        version === null || version === name ? name : `${name}@${version}`,
      ].join(' '),
    ),
  }
}

describe.skipIf(!hasReadelf)('says what readelf says', () => {
  it.each(Object.entries(OWN))('of a file with %s', (_title, path) => {
    expect(inReadelfsWords(readElf(readFileSync(path)))).toEqual(readelf(path))
  })

  it.each(systemLibraries())('of %s', (path) => {
    expect(inReadelfsWords(readElf(readFileSync(path)))).toEqual(readelf(path))
  })
})

describe('without section headers', () => {
  it.each([...Object.entries(OWN), ...systemLibraries().map((path) => [path, path])])(
    'all that the loader sees of %s is still read',
    (_title, path) => {
      const bytes = new Uint8Array(readFileSync(path))
      const { sections, bytes: _all, image: _whole, ...whole } = readElf(bytes)
      const { sections: none, bytes: _same, image: _bare, ...bare } = readElf(withoutSections(bytes))
      expect(sections).not.toEqual([])
      expect(none).toEqual([])
      expect(bare).toEqual(whole)
      expect(bare.faults).toEqual([])
    },
  )
})

describe('counts dynamic symbols', () => {
  const both = new Uint8Array(readFileSync(OWN['both hashes']))
  const count = readElf(both).symbols.length + 1
  const size = sectionAt(both, SHT.DYNSYM) + 32

  it('by the section header', () => {
    expect(numberAt(both, size)).toBe(24 * count)
  })

  it.each([
    ['DT_GNU_HASH', DT.HASH],
    ['DT_HASH', DT.GNU_HASH],
  ])('by %s alone', (_name, other) => {
    const DT_DEBUG = 21
    const bytes = withoutSections(patched(both, [dynamicAt(both, other), 8, DT_DEBUG]))
    expect(readElf(bytes).symbols).toEqual(readElf(both).symbols)
  })

  it('and believes the highest number, but says that the others differ', () => {
    const elf = readElf(patched(both, [size, 8, 48]))
    expect(elf.symbols).toHaveLength(count - 1)
    expect(elf.faults).toEqual([
      `the number of dynamic symbols is ${count} by DT_HASH, ${count} by DT_GNU_HASH, 2 by the section header`,
    ])
  })
})

it('reads a file from the middle of a larger buffer', () => {
  const bytes = readFileSync(OWN.good)
  const larger = Buffer.concat([Buffer.alloc(3, 1), bytes, Buffer.alloc(5, 2)])
  const part = larger.subarray(3, 3 + bytes.length)
  const { image: _image, ...read } = readElf(part)
  expect(read).toEqual({ ...readElf(bytes), image: undefined, bytes: part })
})

it('knows versions of needs by 15 bits of their index, as glibc does', () => {
  const bytes = new Uint8Array(readFileSync(OWN.good))
  const SHT_GNU_VERNEED = 0x6ffffffe
  const first = numberAt(bytes, sectionAt(bytes, SHT_GNU_VERNEED) + 24)
  const entry = first + Buffer.from(bytes).readUInt32LE(first + 8)
  const index = Buffer.from(bytes).readUInt16LE(entry + 6)
  expect(readElf(patched(bytes, [entry + 6, 2, index + 0x8000])).symbols).toEqual(readElf(bytes).symbols)
})

it('finds the names of sections by the first section header, when their place is no 16-bit number', () => {
  const bytes = new Uint8Array(readFileSync(OWN.good))
  const [E_SHSTRNDX, SHN_XINDEX] = [62, 0xffff]
  const index = Buffer.from(bytes).readUInt16LE(E_SHSTRNDX)
  const names = (elf: Elf) => elf.sections.map(({ name }) => name)
  const extended = patched(bytes, [E_SHSTRNDX, 2, SHN_XINDEX], [numberAt(bytes, 40) + 40, 4, index])
  expect(names(readElf(extended))).toEqual(names(readElf(bytes)))
})
