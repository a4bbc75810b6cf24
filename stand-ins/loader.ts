import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Architecture, MACHINES } from '../src/catalog/architecture.js'
import { execute, tail } from '../src/machine/process.js'
import { thisArchitecture } from '../src/machine/this-machine.js'
import { LOADER, provideSysroot } from './old-glibc/sysroot.js'

const PROGRAM = join(import.meta.dirname, 'old-glibc', 'load.c')

/** What every Python of Lambda's is linked with, beside the C library itself. */
const BESIDE = ['libpthread.so.0', 'libdl.so.2', 'libm.so.6']

/** What a loader is made for. */
export interface LoaderOptions {
  /** Whose loader: that of glibc 2.17, or this machine's own. */
  glibc: '2.17' | 'this'
  architecture?: Architecture
  /** Python's functions and data that modules need. */
  python: readonly string[]
  /** What Python would call: `PyInit__psycopg`. With `()` behind it, it is called. */
  initFunction: string
  /** A C compiler for the modules' machine, and what it is always given. */
  compiler?: readonly [string, ...string[]] | undefined
}

/** A real loader, which loads one module after another, each in a process of its own. */
export class Loader {
  private constructor(
    private readonly work: string,
    /** Where the C library and what is beside it are; undefined for this machine's. */
    readonly libraries: string | undefined,
    private readonly initFunction: string,
  ) {}

  /** The library that stands for Python. */
  get python(): string {
    return join(this.work, 'python.so')
  }

  /** Compiles the program that loads, and what stands for Python. */
  static async make(options: LoaderOptions): Promise<Loader> {
    const { glibc, architecture = thisArchitecture(), initFunction } = options
    const sysroot = glibc === 'this' ? undefined : await provideSysroot(architecture)
    const libraries = sysroot === undefined ? undefined : join(sysroot, 'lib')
    const loader = new Loader(mkdtempSync(join(tmpdir(), 'loader-')), libraries, initFunction)
    try {
      const compile = compilerFor(architecture, options.compiler)
      writeFileSync(
        loader.#file('python.c'),
        options.python.map((name) => `void ${name}(void) {}\n`).join(''),
      )
      await compile(['-shared', '-fPIC', '-nostdlib', '-o', loader.python, loader.#file('python.c')])
      const linked = sysroot === undefined ? linkedHere() : linkedWith(sysroot)
      const emulated = architecture === thisArchitecture() ? [] : ['-DEMULATED=1']
      await compile(['-no-pie', ...emulated, '-o', loader.#file('load'), ...linked])
      return loader
    } catch (error) {
      loader.close()
      throw error
    }
  }

  /**
   * Loads modules, every symbol at once.
   *
   * @returns for each, `loads` or the loader's own words or what ended the process
   * @throws when they cannot be tried
   */
  async load(paths: readonly string[]): Promise<string[]> {
    const outcome = await execute(this.#file('load'), [this.python, this.initFunction], {
      input: Buffer.from(paths.map((path) => `${path}\n`).join('')),
    })
    const words = outcome.stdout.split('\n').slice(0, -1)
    if (outcome.exitCode === 0 && words.length === paths.length)
      return words.map((line) =>
        line.replaceAll(`${this.work}/`, '').replaceAll(`${this.libraries ?? this.work}/`, ''),
      )
    throw new Error(`the loader could not try it (${outcome.exitCode}): ${tail(outcome, 3).join('\n')}`)
  }

  /** Removes what was compiled. */
  close(): void {
    rmSync(this.work, { recursive: true, force: true })
  }

  #file(name: string): string {
    return join(this.work, name)
  }
}

function linkedHere(): string[] {
  return [PROGRAM, '-Wl,--no-as-needed', ...BESIDE.map((name) => `-l:${name}`)]
}

/**
 * The program, and of glibc 2.17 what every Python of Lambda's is linked with. The kernel is told of the loader by the
 * program itself: called as a command with a program to load, the one for arm64 crashes.
 */
function linkedWith(sysroot: string): string[] {
  const start = (name: string) => join(sysroot, 'usr', 'lib', name)
  const library = (name: string) => join(sysroot, 'lib', name)
  return [
    '-nostdlib',
    ...['crt1.o', 'crti.o'].map(start),
    PROGRAM,
    ...[...BESIDE, 'libc.so.6'].map(library),
    ...['libc_nonshared.a', 'crtn.o'].map(start),
    ...[
      '-Wl,--allow-shlib-undefined',
      '-Wl,--disable-new-dtags',
      '-Xlinker',
      `-rpath=${join(sysroot, 'lib')}`,
    ],
    ...['-Xlinker', `--dynamic-linker=${library(LOADER)}`],
  ]
}

function compilerFor(architecture: Architecture, given?: readonly [string, ...string[]]) {
  const native = architecture === thisArchitecture()
  const [command, ...always] = given ?? [native ? 'gcc' : `${MACHINES[architecture]}-linux-gnu-gcc`]
  return async (argv: string[]): Promise<void> => {
    const outcome = await execute(command, [...always, '-O1', '-fno-builtin', ...argv])
    if (outcome.exitCode !== 0) throw new Error(`${command} failed: ${tail(outcome, 10).join('\n')}`)
  }
}
