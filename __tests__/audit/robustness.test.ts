import { afterAll, describe, expect, it } from 'vitest'
import { type AuditReport, auditSharedObject } from '../../src/audit/audit.js'
import { readElf } from '../../src/audit/elf.js'
import { DT } from '../../src/audit/elf-dynamic.js'
import { PT } from '../../src/audit/elf-header.js'
import { pageStart } from '../../src/audit/elf-image.js'
import { BuildError } from '../../src/report/errors.js'
import { dynamicAt, type Patch, patched, segmentAt, withoutSections } from './patches.js'
import { target, Workshop } from './shared-objects.js'

const workshop = new Workshop()
afterAll(() => workshop.close())

// Both hash tables and a search path, so that more of the file is read.
const good = workshop.build({ link: ['-Wl,--hash-style=both', '-Wl,-rpath,/x'] })

/**
 * A report, or the BuildError in its place; anything else that is thrown fails the test, and so does work without a bound:
 * processor time, because a loaded machine lets even little work wait.
 */
function outcome(bytes: Uint8Array): AuditReport | BuildError {
  const before = process.cpuUsage()
  const result = reportOrError(bytes)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(2000)
  return result
}

function reportOrError(bytes: Uint8Array): AuditReport | BuildError {
  try {
    return auditSharedObject(bytes, target())
  } catch (error) {
    if (error instanceof BuildError) return error
    throw error
  }
}

/** Numbers from 0 to 2^32, the same on every run: Numerical Recipes' linear congruential generator. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state
  }
}

describe('a file that is no sound ELF file gets an error or a violation that says so', () => {
  it.each([
    ['nothing', new Uint8Array(0), /does not start with the four bytes/],
    ['a zip', new Uint8Array(Buffer.from('PK\x03\x04'.padEnd(100))), /does not start with the four bytes/],
    ['a linker script', new Uint8Array(Buffer.from('/* GNU ld script */')), /does not start with/],
    ['the beginning of a header', good.subarray(0, 40), /it has 40 bytes, and an ELF header alone has 64/],
    ['a 32-bit file', patched(good, [4, 1, 1]), /it is a 32-bit file/],
    ['a file of no known width', patched(good, [4, 1, 0]), /it is not a 64-bit file/],
    ['a big-endian file', patched(good, [5, 1, 2]), /it is big-endian/],
    ['a later ELF', patched(good, [6, 1, 2]), /ELF version is not 1/],
    ['half a file', good.subarray(0, good.length >> 1), /behind the file's end/],
    ['program headers beyond the end', patched(good, [32, 8, 2 ** 40]), /the program header table should be/],
    [
      'a segment beyond the end',
      patched(good, [segmentAt(good, PT.LOAD) + 56 + 32, 8, 2 ** 40]),
      /should end at byte \d+, but the file has/,
    ],
    ['program headers of another size', patched(good, [54, 2, 32]), /program headers have 32 bytes each/],
    ['section headers of another size', patched(good, [58, 2, 40]), /section headers have 40 bytes each/],
    [
      '2^40 section headers',
      patched(good, [60, 2, 0], [sectionTable() + 32, 8, 2 ** 40]),
      /section header table/,
    ],
    [
      'a dynamic section nowhere',
      patched(good, [segmentAt(good, PT.DYNAMIC) + 16, 8, 2 ** 40]),
      /dynamic section/,
    ],
    ['a string table nowhere', patched(good, [dynamicAt(good, DT.STRTAB) + 8, 8, 2 ** 52]), /0x100000000000/],
    ['2^31 symbols', patched(good, [dynamicNumber(DT.HASH) + 4, 4, 2 ** 31]), /dynamic symbol table/],
    [
      'a hash table that points before its start',
      patched(good, [dynamicNumber(DT.GNU_HASH) + 4, 4, 2 ** 31]),
      /GNU hash table starts at symbol 2147483648/,
    ],
  ])('%s', (_title, bytes, message) => {
    const said = outcome(bytes)
    const words =
      said instanceof BuildError ? said.message : said.violations.map(({ message }) => message).join()
    expect(words).toMatch(message)
  })
})

describe('a damaged file gets a report or an error, and soon', () => {
  it.each([
    ['', good],
    [', without section headers', withoutSections(good)],
  ])('at every length%s', (_title, whole) => {
    const loads = readElf(whole).segments.filter(({ type }) => type === PT.LOAD)
    const end = Math.max(...loads.map(({ offset, fileSize }) => offset + fileSize))
    // A page that is there in part is whole to the loader; what is missing are zeros.
    const lastPage = pageStart(end - 1)
    // Every length of the tables at the start, then steps that no table entry is a multiple of.
    for (let length = 0; length <= lastPage; length += length < 2048 ? 1 : 13) {
      const said = outcome(whole.subarray(0, length))
      expect(said instanceof BuildError || !said.loads).toBe(true)
    }
    expect(outcome(whole.subarray(0, end))).toMatchObject({ loads: true })
  })

  it.each([1, 2, 3, 4])('with random bytes, from seed %i', (seed) => {
    const numbers = random(seed)
    const next = (limit: number) => numbers.next().value % limit
    const kinds = { reports: 0, errors: 0 }
    const interesting = interestingPlaces()
    for (let round = 0; round < 1500; round++) {
      const copy = new Uint8Array(seed % 2 === 0 ? good : withoutSections(good))
      for (let flips = 1 + next(4); flips > 0; flips--) {
        const at = interesting[next(interesting.length)] ?? 0
        copy[at] = [0, 0xff, 0x7f, 1 << next(8), next(256)][next(5)] ?? 0
      }
      kinds[outcome(copy) instanceof BuildError ? 'errors' : 'reports'] += 1
    }
    expect(kinds.reports).toBeGreaterThan(50)
    expect(kinds.errors).toBeGreaterThan(50)
  })
})

describe('a file that is made to take long', () => {
  const SIZE = 4_000_000
  // Room for a symbol table of nothing but zeros, and for one endless name.
  const large = workshop.build({
    c: `const char zeros[${SIZE}] = { 0, 1 }; __attribute__((aligned(16))) const char name[${SIZE}] = "@@@@";`,
  })
  const nameAt = Buffer.from(large).indexOf('@@@@')
  const filled = Buffer.from(large).fill('@', nameAt, nameAt + SIZE - 1)
  const zerosAt = filled.indexOf(Buffer.alloc(SIZE - 64))
  const address = (offset: number) => {
    const segment = readElf(large).segments.find(
      (one) => one.type === PT.LOAD && one.offset <= offset && offset < one.offset + one.fileSize,
    )
    return offset + (segment === undefined ? 0 : segment.vaddr - segment.offset)
  }
  const point = (tag: number, value: number): Patch => [dynamicAt(large, tag) + 8, 8, value]

  it('by many symbols with one name of 4 MB', () => {
    const count = 100_000
    const bytes = patched(
      new Uint8Array(filled),
      point(DT.STRTAB, address(nameAt + 16)),
      point(DT.STRSZ, SIZE - 16),
      point(DT.SYMTAB, address(zerosAt)),
      [dynamicAt(large, DT.GNU_HASH), 8, DT.HASH],
      [dynamicAt(large, DT.VERSYM), 8, DT.SONAME],
      point(DT.GNU_HASH, address(nameAt)),
      point(DT.VERSYM, 0),
      [nameAt + 4, 4, count],
    )
    const error = outcome(withoutSections(bytes))
    expect(error).toBeInstanceOf(BuildError)
    expect(String(error)).toMatch(/has no end/)
  })

  it('by a list of versions in a list of versions', () => {
    const bytes = Buffer.from(filled)
    // Each library, four bytes after the one before, has a list of all that follow.
    for (let at = nameAt; at < nameAt + SIZE - 16; at += 4) {
      bytes.writeUInt32LE(4, at)
    }
    bytes.writeUInt32LE(1, nameAt)
    const error = outcome(
      patched(
        new Uint8Array(bytes),
        point(DT.VERNEED, address(nameAt)),
        point(DT.STRTAB, address(zerosAt)),
        point(DT.STRSZ, SIZE - 64),
      ),
    )
    expect(error).toBeInstanceOf(BuildError)
    expect(String(error)).toMatch(/the table of needed versions has more than 32767 entries/)
  })

  it('by text that is nothing but paths', () => {
    const bytes = Buffer.from(filled).fill('/tmp/', nameAt, nameAt + SIZE - 1)
    const report = outcome(new Uint8Array(bytes))
    expect(report).not.toBeInstanceOf(BuildError)
  })
})

function sectionTable(): number {
  return Number(Buffer.from(good).readBigUInt64LE(40))
}

/** A value of the good file's dynamic section. An address is also an offset: its first segment starts at 0. */
function dynamicNumber(tag: number): number {
  return readElf(good).dynamic.find((entry) => entry.tag === tag)?.value ?? 0
}

/** The headers, the dynamic section and all the tables, but not the code: bytes that are read as numbers. */
function interestingPlaces(): number[] {
  const { segments } = readElf(good)
  const ranges = [[0, segments[0]?.fileSize ?? 0]]
  const dynamic = segments.find(({ type }) => type === PT.DYNAMIC)
  ranges.push([dynamic?.offset ?? 0, dynamic?.fileSize ?? 0], [sectionTable(), good.length - sectionTable()])
  return ranges.flatMap(([start = 0, size = 0]) => Array.from({ length: size }, (_, index) => start + index))
}
