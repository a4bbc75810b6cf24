import { DF_1_NOOPEN, DF_1_PIE, DF_STATIC_TLS, DT, hasFlag } from '../elf-dynamic.js'
import { EM_AARCH64, EM_X86_64, ET_DYN, PT_LOAD, type Segment } from '../elf-header.js'
import { type Finding, rule } from '../rule.js'

const MACHINES = {
  x86_64: { machine: EM_X86_64, loader: 'ld-linux-x86-64.so.2' },
  arm64: { machine: EM_AARCH64, loader: 'ld-linux-aarch64.so.1' },
} as const

const MACHINE_NAMES: Record<number, string> = {
  3: '32-bit x86',
  21: 'PowerPC64',
  22: 's390',
  40: '32-bit Arm',
  [EM_X86_64]: 'x86_64',
  [EM_AARCH64]: 'arm64',
  243: 'RISC-V',
}

/** `EI_OSABI` values that glibc's loader takes: System V and GNU, `VALID_ELF_OSABI` of its `elf/dl-load.c`. */
const LOADABLE_OS_ABI = [0, 3]

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

/** Rules about whether the runtime's loader takes the file, and finds what it asks for. */
export const LOADING_RULES = [
  rule('shared-object', 'a sound shared object that can be opened while Python runs', (elf) => {
    const hint = 'Link with -shared, and not with -pie or -z nodlopen.'
    const findings: Finding[] = elf.faults.map((fault) => ({
      message: `the file contradicts itself: ${fault}`,
      hint: 'The file is damaged or was edited. Build it again.',
    }))
    if (elf.type !== ET_DYN) {
      findings.push({
        message: `the ELF type is ${elf.type}, but that of a shared object is ${ET_DYN}`,
        hint,
      })
    }
    if (elf.dynamic.length === 0) {
      findings.push({ message: 'it has no dynamic section, so nothing can load it', hint })
    }
    if (hasFlag(elf.dynamic, DT.FLAGS_1, DF_1_PIE)) {
      findings.push({ message: 'it is a program (DF_1_PIE), which cannot be loaded by another', hint })
    }
    if (hasFlag(elf.dynamic, DT.FLAGS_1, DF_1_NOOPEN)) {
      findings.push({ message: 'it forbids loading at run time (DF_1_NOOPEN)', hint })
    }
    if (!LOADABLE_OS_ABI.includes(elf.osAbi)) {
      findings.push({
        message: `it is made for an operating system other than Linux (EI_OSABI ${elf.osAbi})`,
        hint: "Build it in the runtime's build image.",
      })
    }
    return findings
  }),

  rule('machine', "the runtime's machine", (elf, { architecture, runtime }) => {
    const found = MACHINE_NAMES[elf.machine] ?? `ELF machine ${elf.machine}`
    return elf.machine === MACHINES[architecture].machine
      ? []
      : [
          {
            message: `it is for ${found}, but ${runtime} is to run on ${architecture}`,
            hint: `Build it in an image of ${architecture}, or ask for the architecture it was built for.`,
          },
        ]
  }),

  rule(
    'file-name',
    'the file name that Python looks for',
    (_elf, { fileName, runtime }) =>
      fileName === undefined || fileName.actual === fileName.expected
        ? []
        : [
            {
              message: `it is called ${fileName.actual}, but ${runtime} looks for ${fileName.expected}`,
              hint: `Build it with the headers of that Python, and name it ${fileName.expected}.`,
            },
          ],
    ({ fileName }) => fileName !== undefined,
  ),

  rule('needed', 'no library needed beyond the C library', (elf, { architecture, runtime }) => {
    const allowed: string[] = [...GLIBC_LIBRARIES, MACHINES[architecture].loader]
    const forbidden = new Set([...elf.needed, ...elf.filters].filter((name) => !allowed.includes(name)))
    return [...forbidden].map((name) => ({
      message: `it needs ${name}, which ${runtime} may not have; only ${allowed.join(', ')} are certain to be there`,
      hint:
        LIBRARY_HINTS.find(([pattern]) => pattern.test(name))?.[1] ??
        `Leave the library out of the link line, or link it as a static archive.`,
    }))
  }),

  rule('rpath', 'no search path of its own', (elf) =>
    (['rpath', 'runpath'] as const).flatMap((tag) => {
      const path = elf[tag]
      return path === null
        ? []
        : {
            message: `DT_${tag.toUpperCase()} is "${path}", and the runtime would search libraries there first`,
            hint: "Link without -Wl,-rpath; Python's own LDSHARED is where it usually comes from.",
          }
    }),
  ),

  rule('relr', 'no packed relative relocations', (elf, { runtime, glibc }) =>
    elf.dynamic.some(({ tag }) => tag === DT.RELR || tag === DT.RELRSZ || tag === DT.RELRENT)
      ? [
          {
            // glibc 2.36 is the first that reads them: its NEWS. An older one loads the file and crashes.
            message: `it has DT_RELR relocations, which need glibc 2.36, and ${runtime} has ${glibc}`,
            hint: 'Link without -Wl,-z,pack-relative-relocs.',
          },
        ]
      : [],
  ),

  rule('alignment', 'segments aligned for every page size up to 64 KB, and no more', (elf) =>
    elf.segments.filter(({ type }) => type === PT_LOAD).flatMap(alignmentFindings),
  ),

  rule('static-tls', 'no static thread-local storage', (elf) =>
    hasFlag(elf.dynamic, DT.FLAGS, DF_STATIC_TLS)
      ? [
          {
            message:
              'it has the flag STATIC_TLS: its thread-local variables need room that may be used up by then',
            hint: 'Compile everything with -fPIC, and without -ftls-model=initial-exec.',
          },
        ]
      : [],
  ),
]

/** glibc's loader refuses the first two with "not page-aligned": `_dl_map_object_from_fd` of `elf/dl-load.c`. */
function alignmentFindings(segment: Segment): Finding[] {
  const { align, vaddr, offset } = segment
  const where = `the segment at 0x${vaddr.toString(16)}`
  const hint = 'Link with -Wl,-z,max-page-size=4096 on x86_64 and =65536 on arm64.'
  if (align < MIN_ALIGN || !Number.isInteger(Math.log2(align))) {
    return [{ message: `${where} is aligned to ${align} bytes, but a page has ${MIN_ALIGN}`, hint }]
  }
  if (align > MAX_ALIGN) {
    return [{ message: `${where} is aligned to ${align} bytes; the limit is ${MAX_ALIGN}`, hint }]
  }
  return vaddr % align === offset % align
    ? []
    : [{ message: `${where} is at 0x${offset.toString(16)} in the file, which its alignment forbids`, hint }]
}
