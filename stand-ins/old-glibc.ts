import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Elf, readElf } from '../src/audit/elf.js'
import { DT } from '../src/audit/elf-dynamic.js'
import { EM, PT } from '../src/audit/elf-header.js'
import { type Architecture, MACHINES } from '../src/catalog/architecture.js'
import { execute, tail } from '../src/machine/process.js'
import { thisArchitecture } from '../src/machine/this-machine.js'
import { LOADER, provideSysroot } from './old-glibc/sysroot.js'

const PROGRAM = join(import.meta.dirname, 'old-glibc', 'load.c')

/** A module to load. */
export interface Loaded {
  /** The file, or what is in it. */
  module: string | Uint8Array
  /** What Python would call: `PyInit__psycopg`. */
  initFunction: string
  /** A C compiler for the module's machine, and what it is always given. */
  compiler?: readonly [string, ...string[]]
}

/**
 * Has glibc 2.17's own loader load a module, every symbol at once, with stand-ins for Python's functions and data. It
 * sees what no look at versions does: a function that glibc 2.17 lacks and that the module needs without a version.
 *
 * Nothing of the module is called. A module for another machine needs emulation.
 *
 * @returns the loader's own words where it refuses the module, otherwise undefined
 * @throws when it cannot be tried
 */
export async function whyOldGlibcRefuses(given: Loaded): Promise<string | undefined> {
  const bytes = typeof given.module === 'string' ? readFileSync(given.module) : given.module
  const elf = readElf(bytes)
  const architecture = architectureOf(elf)
  const sysroot = await provideSysroot(architecture)
  const work = mkdtempSync(join(tmpdir(), 'old-glibc-'))
  const file = (name: string) => join(work, name)
  const libraries = join(sysroot, 'lib')
  try {
    writeFileSync(file('_psycopg.so'), unloadable(elf))
    writeFileSync(file('python.c'), pythonInC(elf))
    const compile = compilerFor(architecture, given.compiler)
    await compile(['-shared', '-fPIC', '-nostdlib', '-o', file('python.so'), file('python.c')])
    await compile(['-no-pie', '-nostdlib', '-o', file('load'), ...linkedWith(sysroot)])
    const argv = [file('python.so'), file('_psycopg.so'), given.initFunction]
    const outcome = await execute(file('load'), argv, { env: { LD_LIBRARY_PATH: libraries } })
    if (outcome.exitCode === 0) return undefined
    if (outcome.exitCode === 1)
      return outcome.stdout.trim().replaceAll(`${work}/`, '').replaceAll(`${libraries}/`, '')
    throw new Error(
      `glibc 2.17's loader could not try it (${outcome.exitCode}): ${tail(outcome, 3).join('\n')}`,
    )
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function architectureOf({ machine }: Elf): Architecture {
  if (machine === EM.X86_64) return 'x86_64'
  if (machine === EM.AARCH64) return 'arm64'
  throw new Error(`There is no glibc 2.17 for machine ${machine}`)
}

/**
 * The module as one that may be unloaded again: after refusing one that must stay, glibc 2.17 ends the process instead
 * of saying why (an assertion in its dl-open.c). What is loaded, and how, is the same.
 */
function unloadable({ bytes, segments, dynamic }: Elf): Uint8Array {
  const NODELETE = 0x8
  const copy = Buffer.from(bytes)
  const table = segments.findLast(({ type }) => type === PT.DYNAMIC)?.offset ?? 0
  for (const [index, { tag, value }] of dynamic.entries()) {
    if (tag === DT.FLAGS_1) copy.writeUInt32LE((value & ~NODELETE) >>> 0, table + index * 16 + 8)
  }
  return copy
}

/** Everything of Python's that the module needs, as functions: a loader does not ask what a name stands for. */
function pythonInC({ symbols }: Elf): string {
  const missing = symbols.filter(({ defined, version }) => !defined && version === null)
  const names = missing.map(({ name }) => name).filter((name) => /^_?Py\w+$/.test(name))
  return names.map((name) => `void ${name}(void) {}\n`).join('')
}

/**
 * The program, and of glibc 2.17 what every Python of Lambda's is linked with. The kernel is told of the loader by the
 * program itself: called as a command with a program to load, the one for arm64 crashes.
 */
function linkedWith(sysroot: string): string[] {
  const start = (name: string) => join(sysroot, 'usr', 'lib', name)
  const library = (name: string) => join(sysroot, 'lib', name)
  return [
    ...['crt1.o', 'crti.o'].map(start),
    PROGRAM,
    ...['libpthread.so.0', 'libdl.so.2', 'libm.so.6', 'libc.so.6'].map(library),
    ...['libc_nonshared.a', 'crtn.o'].map(start),
    ...['-Xlinker', `--dynamic-linker=${library(LOADER)}`],
  ]
}

function compilerFor(architecture: Architecture, given?: readonly [string, ...string[]]) {
  const native = architecture === thisArchitecture()
  const [command, ...always] = given ?? [native ? 'gcc' : `${MACHINES[architecture]}-linux-gnu-gcc`]
  return async (argv: string[]): Promise<void> => {
    const outcome = await execute(command, [...always, '-O1', ...argv])
    if (outcome.exitCode !== 0) throw new Error(`${command} failed: ${tail(outcome, 10).join('\n')}`)
  }
}
