import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Architecture, MACHINES } from '../../src/catalog/architecture.js'
import { execute, tail } from '../../src/machine/process.js'
import { CACHE, PROJECT } from '../places.js'

/**
 * Packages of npm with a whole glibc 2.17 inside, made for compiling native modules of Node. The first word of a name is
 * the machine that their compiler runs on, which plays no part here.
 */
const PACKAGES: Record<Architecture, { spec: string; integrity: string }> = {
  x86_64: {
    spec: '@napi-rs/cross-toolchain-x64-target-x86_64@1.0.0',
    integrity:
      'sha512-lecoghCfoTAX9MLFcIx9/nL9M8xdkZ9n8Pki8qjKUNzjiq1zbECdEbzIZAMMHRtrXxifK9dAyYuh8gSxNbr2og==',
  },
  arm64: {
    spec: '@napi-rs/cross-toolchain-x64-target-aarch64@1.0.3',
    integrity:
      'sha512-EMFcy/ahFsmCY3BI1tMC3wRUYZ+cDuILg7nP1micaKXW1tO1+RvUB1CC6QYe+cv2W4Tuz9wr3qcFExWyjgWf2w==',
  },
}

/** The loader in a sysroot's `lib`. */
export const LOADER = 'ld-2.17.so'

/** The libraries that psycopg2, Python or a program needs, as they are called by those who need them. */
const LIBRARIES = {
  c: 'libc.so.6',
  m: 'libm.so.6',
  pthread: 'libpthread.so.0',
  dl: 'libdl.so.2',
  rt: 'librt.so.1',
  util: 'libutil.so.1',
  crypt: 'libcrypt.so.1',
}

/** What a program is linked with that starts on this C library. */
const START_FILES = ['crt1.o', 'crti.o', 'crtn.o', 'libc_nonshared.a']

const FILES = [
  ...[LOADER, ...Object.entries(LIBRARIES).flatMap(([name, soname]) => [`lib${name}-2.17.so`, soname])].map(
    (name) => `lib/${name}`,
  ),
  ...START_FILES.map((name) => `usr/lib/${name}`),
]

/**
 * Gets glibc 2.17 from the npm registry that this machine is configured for, unless an earlier run has.
 *
 * @returns a directory: libraries and loader are in `lib`, what a program is linked with in `usr/lib`
 * @throws when it cannot be had, or is not what it was
 */
export async function provideSysroot(architecture: Architecture): Promise<string> {
  const sysroot = join(CACHE, `glibc-2.17-${architecture}`)
  if (existsSync(sysroot)) return sysroot
  mkdirSync(CACHE, { recursive: true })
  // Beside the place where it goes whole: another test file may be about the same, and renames within one file system.
  const work = mkdtempSync(`${sysroot}-`)
  try {
    const packed = await pack(architecture, work)
    const inner = `package/${MACHINES[architecture]}-unknown-linux-gnu.tar.xz`
    await run('tar', ['-xzf', packed, '-C', work, inner])
    const top = `./${MACHINES[architecture]}-unknown-linux-gnu/sysroot`
    await run('tar', ['-xJf', join(work, inner), '-C', work, ...FILES.map((name) => `${top}/${name}`)])
    renameSync(join(work, top), sysroot)
  } catch (error) {
    if (!existsSync(sysroot)) throw error
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return sysroot
}

/** The package's tarball, checked. */
async function pack(architecture: Architecture, into: string): Promise<string> {
  const { spec, integrity } = PACKAGES[architecture]
  await run('npm', ['pack', '--pack-destination', into, spec])
  // What npm says the file is called has been another name than the file's.
  const path = join(into, readdirSync(into).find((name) => name.endsWith('.tgz')) ?? '')
  const sum = `sha512-${createHash('sha512').update(readFileSync(path)).digest('base64')}`
  if (sum !== integrity) throw new Error(`${spec} is not what it was: its integrity is ${sum}`)
  return path
}

/** In the project's directory, whose configuration of npm holds like the machine's. */
async function run(command: string, argv: string[]): Promise<void> {
  const outcome = await execute(command, argv, { cwd: PROJECT })
  if (outcome.exitCode === 0) return
  throw new Error(`glibc 2.17 cannot be had: ${[command, argv[0]].join(' ')}: ${tail(outcome, 5).join('\n')}`)
}
