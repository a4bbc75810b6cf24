import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readElf } from '../../src/audit/elf.js'
import { isExported } from '../../src/audit/elf-symbols.js'
import { glibcNumber, isSince } from '../../src/audit/glibc.js'
import { globalScope } from '../../src/audit/global-scope.js'
import { libraryOf } from '../../src/audit/library.js'
import { LOADER, provideSysroot } from '../../stand-ins/old-glibc/sysroot.js'
import { judged, MODULE, refusals } from './judging.js'
import { forOtherMachine } from './patches.js'
import { HOST, Workshop } from './shared-objects.js'

const workshop = new Workshop()
afterAll(() => workshop.close())

const LOADERS = { x86_64: 'ld-linux-x86-64.so.2', arm64: 'ld-linux-aarch64.so.1' }

/** A library that names none that it needs, and wants functions of no version. */
const nameless = (...functions: string[]) =>
  workshop.build({
    source: `${functions.map((name) => `void ${name}(void);`).join(' ')} void a(void) { ${functions.map((name) => `${name}();`).join(' ')} }`,
    compile: ['-fno-builtin'],
    exported: 'a;',
    link: ['-nostdlib'],
  })

describe('what Python has loaded, a library finds without naming it', () => {
  const functions = [
    'memcpy',
    'malloc',
    'pthread_create',
    'cos',
    'acoshl',
    'fegetround',
    'dlopen',
    'getrandom',
  ]

  test('as those do that are made for any C library', async () => {
    expect(refusals(await judged({ 'libddwaf.so': nameless(...functions) }))).toEqual([])
  })

  test('but not what nobody has, or only a newer C library', async () => {
    expect(refusals(await judged({ 'a.so': nameless('memcpy', 'PQfinish') }))).toEqual([
      'a.so undefined: undefined symbol: PQfinish',
    ])
    const old = await judged({ 'a.so': nameless('memcpy', 'getrandom') }, { python: '3.6' })
    expect(refusals(old)).toEqual(
      HOST === 'arm64' ? expect.anything() : ['a.so undefined: undefined symbol: getrandom'],
    )
  })
})

test.each(['2.17', 'this'] as const)(
  'functions of no version are those that glibc (%s) gives',
  async (which) => {
    const sysroot = which === 'this' ? undefined : await provideSysroot(HOST)
    const glibc = sysroot === undefined ? thisGlibc() : '2.17'
    const elves = ['libc.so.6', 'libm.so.6', 'libpthread.so.0', 'libdl.so.2', LOADERS[HOST]].map((name) => {
      const file =
        sysroot === undefined
          ? execFileSync('gcc', [`-print-file-name=${name}`], { encoding: 'utf8' }).trim()
          : join(sysroot, 'lib', name === LOADERS[HOST] ? LOADER : name)
      return readElf(readFileSync(file))
    })
    const libraries = elves.map((elf) => libraryOf(elf, { names: new Set(), path: '' }))
    const scope = globalScope(glibc)
    const versions = new Map<string, string[]>()
    // Each version is a symbol, too.
    for (const { name, version } of elves.flatMap(({ symbols }) => symbols.filter(isExported)))
      if (!name.startsWith('GLIBC_')) versions.set(name, [...(versions.get(name) ?? []), version ?? ''])
    // What is private nobody asks for, and what is newer than every runtime does not matter.
    const matters = (version: string) =>
      version !== 'GLIBC_PRIVATE' && !isSince(glibcNumber(version) ?? '0', '2.35')
    const wrong = [...versions].flatMap(([name, those]) => {
      const isGiven = libraries.some((library) => library.gives(name, null))
      return those.some(matters) && isGiven !== scope.some((library) => library.gives(name, null))
        ? [name]
        : []
    })
    expect(wrong).toEqual([])
  },
)

describe('what is wrong is told by its cause alone', () => {
  test('a library that is missing, and not the functions that it would have', async () => {
    const needing = workshop.build({
      c: 'void PQfinish(void); void b(void) { PQfinish(); }',
      link: [workshop.library('libpq.so.5', { RHPG_9: ['PQfinish'] })],
    })
    expect(refusals(await judged({ 'psycopg2/__init__.py': '', [MODULE]: needing }))).toEqual([
      `${MODULE} libraries: libpq.so.5: cannot open shared object file: No such file or directory`,
    ])
  })

  test('another machine, and not what it has other names for', async () => {
    const needing = workshop.build({
      c: 'void a(void); void b(void) { a(); }',
      link: [workshop.library('liba.so.1', { '': ['a'] })],
    })
    const files = {
      'psycopg2/__init__.py': '',
      [MODULE]: forOtherMachine(needing),
      'liba.so.1': nameless('memcpy'),
    }
    expect((await judged(files)).findings.filter(({ class: kind }) => kind === 'loads')).toMatchObject([
      { rule: 'machine', file: MODULE },
    ])
  })

  test('a function that a library has in another version', async () => {
    const name = 'liba.so.1'
    const needing = workshop.build({
      c: 'void a(void); void b(void) { a(); }',
      link: [workshop.library(name, { A_1: ['a'], A_2: [] })],
    })
    const other = new Uint8Array(readFileSync(workshop.library(name, { A_1: ['c'], A_2: ['a'] })))
    expect(refusals(await judged({ 'psycopg2/__init__.py': '', [MODULE]: needing, [name]: other }))).toEqual([
      `${MODULE} undefined: undefined symbol: a, version A_1`,
    ])
  })
})

function thisGlibc(): string {
  return execFileSync('getconf', ['GNU_LIBC_VERSION'], { encoding: 'utf8' }).trim().replace('glibc ', '')
}
