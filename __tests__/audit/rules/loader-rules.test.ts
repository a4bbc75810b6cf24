import { afterAll } from 'vitest'
import { readElf } from '../../../src/audit/elf.js'
import { DT, dynamicValue } from '../../../src/audit/elf-dynamic.js'
import { elfHash } from '../../../src/audit/elf-hash.js'
import { PT } from '../../../src/audit/elf-header.js'
import { BINDING_RULES } from '../../../src/audit/rules/binding.js'
import { MAPPING_RULES } from '../../../src/audit/rules/mapping.js'
import { RELOCATING_RULES } from '../../../src/audit/rules/relocating.js'
import { dynamicAt, patched, segmentAt } from '../patches.js'
import { HOST } from '../shared-objects.js'
import { built, good, testRules, workshop } from './cases.js'

afterAll(() => workshop.close())

const { dynamic, versionNeeds } = readElf(good)
// An address is also an offset: the tables are in the first segment, which starts at 0.
const [table, size] = [DT.RELA, DT.RELASZ].map((tag) => dynamicValue(dynamic, tag) ?? 0)
const lastRelocation = (table ?? 0) + (size ?? 0) - 24
const hash = Buffer.alloc(4)
hash.writeUInt32LE(elfHash(versionNeeds[0]?.version ?? ''))

/** A note as GNU's tools write it: its type, its words, and what the loader wants it to be aligned to. */
const note = (name: string, align: number, type: number, words: string) =>
  `__asm__(".section .note.${name},\\"a\\",%note; .balign ${align}; .long 4, 16, ${type}; .asciz \\"GNU\\"; .long ${words}; .previous");`

testRules(
  [...MAPPING_RULES, ...BINDING_RULES, ...RELOCATING_RULES],
  [
    {
      rules: ['segments'],
      title: 'a RELRO that goes on behind its segment',
      file: patched(good, [segmentAt(good, PT.GNU_RELRO) + 40, 8, 2 ** 30]),
      says: [/^what is to become read-only \(PT_GNU_RELRO\) is outside/],
    },
    {
      rules: ['dynamic'],
      title: 'relocations of another size',
      file: patched(good, [dynamicAt(good, DT.RELAENT) + 8, 8, 16]),
      says: [/^DT_RELAENT is 16 instead of 24/],
    },
    {
      rules: ['processor'],
      title: 'a note that asks for x86-64-v4',
      file: built({ c: note('gnu.property', 8, 5, '0xc0008002, 4, 8, 0') }),
      target: { glibc: '2.34' },
      says: [/instruction sets that not every processor has: v4/],
      skip: HOST === 'arm64',
    },
    {
      rules: ['kernel'],
      title: 'a note that asks for a kernel to come',
      file: built({ c: note('ABI-tag', 4, 1, '0, 99, 1, 2') }),
      says: [/^a note says that it needs Linux 99\.1\.2/],
    },
    {
      rules: ['libraries'],
      title: 'a version with the hash of another',
      file: patched(good, [Buffer.from(good).indexOf(hash), 4, 1]),
      target: { glibc: '2.34' },
      says: [/^it needs GLIBC_[\d.]+ of libc\.so\.6, and .* none with the hash/],
    },
    {
      rules: ['init-function'],
      title: 'an init function of another name',
      file: built({ source: 'int a(void) { return 0; }', exported: 'no_init;' }),
      target: { openssl: undefined },
      says: [/^it does not export PyInit__psycopg/],
    },
    {
      rules: ['undefined'],
      title: 'a function that nothing has',
      file: built({ c: 'void nobody(void); void call(void) { nobody(); }' }),
      says: [/^nobody is in neither the file nor Python/],
    },
    {
      rules: ['relocations'],
      title: 'one of the header, which cannot be written',
      file: patched(good, [lastRelocation, 8, 0]),
      says: [/^the relocation of 0x0 \(type \d+\) is where nothing can be written/],
    },
    {
      rules: ['start'],
      title: 'a first function in the header, which cannot be run',
      file: patched(good, [dynamicAt(good, DT.INIT) + 8, 8, 0]),
      says: [/^DT_INIT is no function/],
    },
  ],
)
