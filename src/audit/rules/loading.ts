import type { AuditTarget } from '../audit-target.js'
import type { Elf } from '../elf.js'
import { DF, DF_1, DT, hasFlag, hasTag } from '../elf-dynamic.js'
import { EM, ET_DYN, ET_EXEC, PT } from '../elf-header.js'
import { isSince } from '../glibc.js'
import { DAMAGED, rule } from '../rule.js'
import type { Finding } from '../violation.js'

const MACHINES = {
  x86_64: { machine: EM.X86_64, loader: 'ld-linux-x86-64.so.2' },
  arm64: { machine: EM.AARCH64, loader: 'ld-linux-aarch64.so.1' },
} as const

const MACHINE_NAMES: Record<number, string> = {
  3: '32-bit x86',
  21: 'PowerPC64',
  22: 's390',
  40: '32-bit Arm',
  [EM.X86_64]: 'x86_64',
  [EM.AARCH64]: 'arm64',
  243: 'RISC-V',
}

/** `EI_OSABI` values that glibc's loader takes: System V and GNU, `VALID_ELF_OSABI` of its `elf/dl-load.c`. */
const OS_ABI_GNU = 3
const LOADABLE_OS_ABI = [0, OS_ABI_GNU]

/** The newest of GNU's ABI versions that a loader knows, by the list in glibc's `libc-abis`. */
function newestAbi({ architecture, glibc }: AuditTarget): number {
  return (architecture === 'x86_64' ? 2 : 1) + (isSince(glibc, '2.28') ? 1 : 0)
}

/** The parts of glibc itself; from 2.34 on the first two hold everything. */
const GLIBC_LIBRARIES = ['libc.so.6', 'libm.so.6', 'libpthread.so.0', 'libdl.so.2', 'librt.so.1']

/** What is usually behind a library that should not be needed; the first pattern that fits is used. */
const LIBRARY_HINTS: [RegExp, string][] = [
  [/^lib(ssl|crypto|pq)\b/, 'Link the static archive: the shared library was found first.'],
  [/^libpython/, 'Leave out -lpythonX.Y: the interpreter that loads the module has these symbols already.'],
  [/^libgcc_s\b|^libatomic\b/, 'Link with -static-libgcc and -Wl,--as-needed.'],
  [
    /^lib(k|gssapi|com_err|ldap|lber|sasl)/,
    'Configure PostgreSQL without it (--without-gssapi --without-ldap).',
  ],
  [/^libz\b|^liblz4|^libzstd/, 'Configure OpenSSL with no-comp and PostgreSQL --without-zlib.'],
]

const MAX_ALIGN = 65536
/** Pages of both machines' Lambda kernels have 4 KB, and no loader maps less than a page. */
const MIN_ALIGN = 4096
const ALIGN_HINT = 'Link with -Wl,-z,max-page-size=4096 on x86_64 and =65536 on arm64.'

/** What is first wrong with it as a shared object, as the loader goes: `open_verify` and what calls it in glibc's `elf/dl-load.c`. */
function notShared(
  { type, dynamic, osAbi, abiVersion, padded }: Elf,
  target: AuditTarget,
): Finding | undefined {
  const link = 'Link with -shared, and not with -pie or -z nodlopen.'
  const build = "Build it in the runtime's build image."
  const isNewest = abiVersion <= (osAbi === OS_ABI_GNU ? newestAbi(target) : 0)
  const isProgram = hasFlag(dynamic, DT.FLAGS_1, DF_1.PIE) && isSince(target.glibc, '2.30')
  const problems: [is: boolean, message: string, error: string, hint: string][] = [
    [
      !LOADABLE_OS_ABI.includes(osAbi),
      `it is made for an operating system other than Linux (EI_OSABI ${osAbi})`,
      'ELF file OS ABI invalid',
      build,
    ],
    [
      !isNewest,
      `its ABI version is ${abiVersion}, which glibc ${target.glibc} of ${target.runtime} does not know`,
      'ELF file ABI version invalid',
      build,
    ],
    [
      padded,
      'its identification has something where nothing belongs (EI_PAD)',
      'nonzero padding in e_ident',
      DAMAGED,
    ],
    [
      type === ET_EXEC,
      `it is a program (ELF type ${type}), which cannot be loaded by another`,
      'cannot dynamically load executable',
      link,
    ],
    [
      type !== ET_DYN,
      `the ELF type is ${type}, but that of a shared object is ${ET_DYN}`,
      'only ET_DYN and ET_EXEC can be loaded',
      link,
    ],
    [
      dynamic.length === 0,
      'it has no dynamic section, so nothing can load it',
      'object file has no dynamic section',
      link,
    ],
    [
      isProgram,
      'it is a program (DF_1_PIE), which cannot be loaded by another',
      'cannot dynamically load position-independent executable',
      link,
    ],
    [
      hasFlag(dynamic, DT.FLAGS_1, DF_1.NOOPEN),
      'it forbids loading at run time (DF_1_NOOPEN)',
      'shared object cannot be dlopen()ed',
      link,
    ],
  ]
  const [, message, error, hint] = problems.find(([is]) => is) ?? []
  return message === undefined || hint === undefined ? undefined : { message, hint, ...(error && { error }) }
}

/** Rules about whether the runtime's loader takes the file, and finds what it asks for. */
export const LOADING_RULES = [
  rule(
    'shared-object',
    'loads',
    'a shared object that can be opened while Python runs',
    function* (elf, target) {
      const first = notShared(elf, target)
      if (first !== undefined) yield first
    },
  ),

  rule('machine', 'loads', "the runtime's machine", function* ({ machine }, { architecture, runtime }) {
    if (machine === MACHINES[architecture].machine) return
    const found = MACHINE_NAMES[machine] ?? `ELF machine ${machine}`
    yield {
      message: `it is for ${found}, but ${runtime} is to run on ${architecture}`,
      hint: `Build it in an image of ${architecture}, or ask for the architecture it was built for.`,
    }
  }),

  rule(
    'file-name',
    'ours',
    'the file name that Python looks for',
    function* (_elf, { fileName, runtime }) {
      if (fileName === undefined || fileName.actual === fileName.expected) return
      yield {
        message: `it is called ${fileName.actual}, but ${runtime} looks for ${fileName.expected}`,
        hint: `Build it with the headers of that Python, and name it ${fileName.expected}.`,
      }
    },
    ({ fileName }) => fileName !== undefined,
  ),

  rule(
    'needed',
    'ours',
    'no library needed beyond the C library',
    function* (elf, { architecture, runtime }) {
      const allowed: string[] = [...GLIBC_LIBRARIES, MACHINES[architecture].loader]
      for (const name of new Set([...elf.needed, ...elf.filters])) {
        if (allowed.includes(name)) continue
        yield {
          message: `it needs ${name}, which ${runtime} may not have; only ${allowed.join(', ')} are certain to be there`,
          hint:
            LIBRARY_HINTS.find(([pattern]) => pattern.test(name))?.[1] ??
            `Leave the library out of the link line, or link it as a static archive.`,
        }
      }
    },
  ),

  rule('rpath', 'ours', 'no search path of its own', function* (elf) {
    for (const tag of ['rpath', 'runpath'] as const) {
      if (elf[tag] === null) continue
      yield {
        message: `DT_${tag.toUpperCase()} is "${elf[tag]}", and the runtime would search libraries there first`,
        hint: "Link without -Wl,-rpath; Python's own LDSHARED is where it usually comes from.",
      }
    }
  }),

  rule('relr', 'loads', 'no packed relative relocations', function* ({ dynamic }, { runtime, glibc }) {
    if (isSince(glibc, '2.36') || ![DT.RELR, DT.RELRSZ, DT.RELRENT].some((tag) => hasTag(dynamic, tag)))
      return
    yield {
      // glibc 2.36 is the first that reads them: its NEWS. An older one loads the file and crashes.
      message: `it has DT_RELR relocations, which need glibc 2.36, and ${runtime} has ${glibc}`,
      hint: 'Link without -Wl,-z,pack-relative-relocs.',
    }
  }),

  rule('alignment', 'ours', 'segments aligned for every page size up to 64 KB, and no more', function* (elf) {
    for (const { type, align, vaddr } of elf.segments) {
      if (type !== PT.LOAD) continue
      const where = `the segment at 0x${vaddr.toString(16)}`
      if (align < MIN_ALIGN || !Number.isInteger(Math.log2(align))) {
        yield {
          message: `${where} is aligned to ${align} bytes, but a page has ${MIN_ALIGN}`,
          hint: ALIGN_HINT,
        }
      } else if (align > MAX_ALIGN) {
        yield {
          message: `${where} is aligned to ${align} bytes; the limit is ${MAX_ALIGN}`,
          hint: ALIGN_HINT,
        }
      }
    }
  }),

  rule('static-tls', 'ours', 'no static thread-local storage', function* ({ dynamic }) {
    if (!hasFlag(dynamic, DT.FLAGS, DF.STATIC_TLS)) return
    yield {
      message: 'it has the flag STATIC_TLS: its thread-local variables need room that may be used up by then',
      hint: 'Compile everything with -fPIC, and without -ftls-model=initial-exec.',
    }
  }),
]
