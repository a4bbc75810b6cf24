import { afterAll, describe, expect, it } from 'vitest'
import type { AuditTarget } from '../../../src/audit/audit-target.js'
import { type Elf, readElf } from '../../../src/audit/elf.js'
import { DT } from '../../../src/audit/elf-dynamic.js'
import { PT } from '../../../src/audit/elf-header.js'
import { LOADING_RULES } from '../../../src/audit/rules/loading.js'
import type { Finding } from '../../../src/audit/violation.js'
import { dynamicAt, patched, segmentAt } from '../patches.js'
import { HOST, linkerKnows, target } from '../shared-objects.js'
import { built, good, testRules, workshop } from './cases.js'

afterAll(() => workshop.close())

const OTHER = HOST === 'arm64' ? 'x86_64' : 'arm64'
const DT_RELACOUNT = 0x6ffffff9
const firstLoad = segmentAt(good, PT.LOAD)

testRules(LOADING_RULES, [
  {
    rules: ['shared-object'],
    title: 'a library that only a program may bring',
    file: built({ link: ['-Wl,-z,nodlopen'] }),
    says: [/DF_1_NOOPEN/],
  },
  {
    rules: ['shared-object'],
    title: 'the flag of a program that is loaded anywhere',
    file: patched(good, [dynamicAt(good, DT.FLAGS_1) + 8, 8, 0x8000001]),
    target: { glibc: '2.34' },
    says: [/DF_1_PIE/],
  },
  {
    rules: ['shared-object'],
    title: 'a program',
    file: patched(good, [16, 2, 2]),
    says: [/it is a program \(ELF type 2\)/],
  },
  {
    rules: ['shared-object'],
    title: 'another ELF type',
    file: patched(good, [16, 2, 4]),
    says: [/ELF type is 4, but that of a shared object is 3/],
  },
  {
    rules: ['shared-object', 'relro'],
    title: 'no dynamic section',
    file: patched(good, [segmentAt(good, PT.DYNAMIC), 4, 4]),
    says: [/no dynamic section/, /no BIND_NOW/],
  },
  {
    rules: ['shared-object'],
    title: 'another operating system',
    file: patched(good, [7, 1, 9]),
    says: [/EI_OSABI 9/],
  },
  {
    rules: ['machine'],
    title: 'the other machine',
    file: good,
    target: { architecture: OTHER },
    says: [new RegExp(`is for ${HOST}, but Python 3.13 .* is to run on ${OTHER}`)],
  },
  {
    rules: ['machine'],
    title: 'a machine that Lambda does not have',
    file: patched(good, [18, 2, 243]),
    says: [/is for RISC-V/],
  },
  {
    rules: ['file-name'],
    title: 'a name without the ABI tag',
    file: good,
    target: { fileName: { actual: '_psycopg.so', expected: '_psycopg.cpython-313-x86_64-linux-gnu.so' } },
    says: [/called _psycopg\.so, but Python 3\.13 .* looks for _psycopg\.cpython-313-x86_64-linux-gnu\.so/],
  },
  {
    rules: ['needed'],
    title: 'libraries that are not of glibc',
    file: () => {
      const libraries = [workshop.library('libz.so.1', { '': ['z'] }), workshop.library('libmade.so.3', {})]
      return workshop.build({ link: ['-Wl,--no-as-needed', ...libraries] })
    },
    says: [/needs libz\.so\.1, .*; only libc\.so\.6, .*ld-linux-/, /needs libmade\.so\.3/],
  },
  {
    rules: ['needed'],
    title: 'a filter, which is loaded like a needed library',
    file: built({ link: ['-Wl,-F,libfilter.so.1'] }),
    says: [/needs libfilter\.so\.1/],
  },
  {
    rules: ['needed'],
    title: "the other machine's loader",
    file: () => {
      const loader = HOST === 'arm64' ? 'ld-linux-x86-64.so.2' : 'ld-linux-aarch64.so.1'
      return workshop.build({ link: ['-Wl,--no-as-needed', workshop.library(loader, {})] })
    },
    says: [/needs ld-linux-/],
  },
  {
    rules: ['rpath'],
    title: 'a RUNPATH',
    file: built({ link: ['-Wl,--enable-new-dtags,-rpath,/var/lang/lib'] }),
    says: [/DT_RUNPATH is "\/var\/lang\/lib"/],
  },
  {
    rules: ['rpath'],
    title: 'a RPATH',
    file: built({ link: ['-Wl,--disable-new-dtags,-rpath,$ORIGIN/lib'] }),
    says: [/DT_RPATH is "\$ORIGIN\/lib"/],
  },
  {
    rules: ['relr', 'glibc'],
    title: 'packed relative relocations, with the mark that glibc gives them',
    file: built({ link: ['-Wl,-z,pack-relative-relocs'] }),
    says: [/DT_RELR .* glibc 2\.36, and .* has 2\.17/, /^it needs GLIBC_ABI_DT_RELR of libc\.so\.6/],
    skip: !linkerKnows(workshop, 'pack-relative-relocs'),
  },
  {
    rules: ['relr'],
    title: 'packed relative relocations alone',
    file: patched(good, [dynamicAt(good, DT_RELACOUNT), 8, DT.RELR]),
    says: [/DT_RELR/],
  },
  {
    rules: ['alignment'],
    title: 'segments of 2 MB, the default of old linkers for x86_64',
    file: built({ link: ['-Wl,-z,max-page-size=0x200000'] }),
    // Newer linkers fill up to it between code and data.
    target: { maxBytes: 10_000_000 },
    says: /aligned to 2097152 bytes; the limit is 65536/,
  },
  {
    rules: ['alignment', 'segments'],
    title: 'a segment smaller than a page',
    file: patched(good, [firstLoad + 48, 8, 16]),
    says: [/segment at 0x0 is aligned to 16 bytes/, /segment at 0x0 is aligned to 16 bytes/],
  },
  {
    rules: ['alignment'],
    title: 'an alignment that is no power of two',
    file: patched(good, [firstLoad + 48, 8, 12288]),
    says: [/aligned to 12288 bytes/],
  },
  {
    rules: ['static-tls'],
    title: 'static thread-local storage',
    file: built({
      c: '__thread long slot __attribute__((tls_model("initial-exec"))); long next(void) { return slot++; }',
    }),
    says: [/STATIC_TLS/],
    // The linkers for arm64 do not set the flag.
    skip: HOST === 'arm64',
  },
  {
    rules: ['static-tls'],
    title: 'the flag of static thread-local storage',
    file: patched(good, [dynamicAt(good, DT.FLAGS) + 8, 8, 0x18]),
    says: [/STATIC_TLS/],
  },
])

function findings(rule: string, elf: Elf, runtime: AuditTarget): Finding[] {
  const found = LOADING_RULES.find(({ id }) => id === rule)
  if (found === undefined) throw new Error(`no rule ${rule}`)
  return [...found.find(elf, runtime)]
}

describe('needed', () => {
  it('takes every part of glibc and the loader', () => {
    const elf = readElf(good)
    const glibc = ['libc.so.6', 'libm.so.6', 'libpthread.so.0', 'libdl.so.2', 'librt.so.1']
    for (const [architecture, loader] of [
      ['x86_64', 'ld-linux-x86-64.so.2'],
      ['arm64', 'ld-linux-aarch64.so.1'],
    ] as const) {
      const taking = { ...elf, needed: [...glibc, loader] }
      expect(findings('needed', taking, target({ architecture }))).toEqual([])
    }
  })
})
