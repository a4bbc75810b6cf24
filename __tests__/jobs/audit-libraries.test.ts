import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { elfHash } from '../../src/audit/elf-hash.js'
import { forOtherMachine, patched } from '../audit/patches.js'
import { pythonZip, zipOf } from '../package/python-zip.js'
import { text } from '../package/sample.js'
import { type Files, init, judge, keepingFromLoading, MODULE, PYTHON, rulesOf, workshop } from './judging.js'

describe('every shared object is judged, and what it needs is looked for as the loader does', () => {
  const library = workshop.library('liba-123.so.1', { A_1: ['a'] })
  const bytesOf = workshop.build({
    source: 'void a(void) {}',
    exported: 'a;',
    link: ['-Wl,-soname,liba-123.so.1'],
  })
  const needing = (...link: string[]) =>
    workshop.build({ c: 'void a(void); void b(void) { a(); }', link: [library, ...link] })
  const files = (module: Uint8Array, at: string): Files => [init, [MODULE, module], [at, bytesOf]]

  test.each([
    ['$ORIGIN', 'psycopg2.libs/liba-123.so.1', '-Wl,--enable-new-dtags,-rpath,$ORIGIN/../psycopg2.libs'],
    ['RPATH', 'psycopg2.libs/liba-123.so.1', '-Wl,--disable-new-dtags,-rpath,$ORIGIN/../psycopg2.libs'],
    ['an absolute path', 'x/liba-123.so.1', '-Wl,-rpath,/var/task/x'],
    ["LD_LIBRARY_PATH's lib", 'lib/liba-123.so.1', '-Wl,-z,now'],
    ["LD_LIBRARY_PATH's top", 'liba-123.so.1', '-Wl,-z,now'],
  ])('found by %s', async (_, at, link) => {
    const { passed, objects } = await judge('package.zip', files(needing(link), at))
    expect({ passed, objects }).toMatchObject({
      passed: true,
      objects: [{ module: true }, { path: at, module: false }],
    })
  })

  test('not found: it says where it lies, or that it is nowhere', async () => {
    const lies = await judge('package.zip', files(needing(), 'elsewhere/liba-123.so.1'))
    expect(lies.text).toContain('which lies in elsewhere/liba-123.so.1, where the loader does not look')
    const nowhere = await judge('package.zip', [init, [MODULE, needing()]])
    expect(keepingFromLoading(nowhere)).toMatchObject([{ rule: 'libraries', library: 'liba-123.so.1' }])
    expect(nowhere.text).toContain('Lambda says: liba-123.so.1: cannot open shared object file: No such file')
  })

  test.each<[string, Uint8Array, why: string, says: string]>([
    [
      'damaged',
      text('text\n'.repeat(20)),
      'nothing that can be',
      '/var/task/lib/liba.so.1: invalid ELF header',
    ],
    [
      'of 32 bits',
      patched(bytesOf, [4, 1, 1]),
      'nothing that can be',
      'liba.so.1: wrong ELF class: ELFCLASS32',
    ],
    [
      'for another machine',
      forOtherMachine(bytesOf),
      'a library for another machine',
      'liba.so.1: cannot open shared object file: No such file or directory',
    ],
  ])('%s: it says so, and nothing of its symbols', async (_, bytes, why, says) => {
    const module = workshop.build({
      c: 'void a(void); void b(void) { a(); }',
      link: [workshop.library('liba.so.1', { '': ['a'] })],
    })
    const damaged = await judge('package.zip', [init, [MODULE, module], ['lib/liba.so.1', bytes]])
    expect(keepingFromLoading(damaged)).toMatchObject([
      {
        rule: 'libraries',
        message: expect.stringContaining(`liba.so.1, and lib/liba.so.1 is ${why}`),
        error: says,
      },
    ])
  })

  test('through links, as auditwheel and people make them', async () => {
    const zip = pythonZip(
      `
for i in given.infolist(): z.writestr(i, given.read(i))
z.writestr(entry('lib/liba-123.so.1', 0o120777), b'liba.so')
`,
      zipOf(files(needing(), 'lib/liba.so')),
    )
    expect(await judge('package.zip', zip)).toMatchObject({ passed: true })
  })

  test('in a layer, whose lib is /opt/lib', async () => {
    const layer = files(needing(), 'liba-123.so.1').map(
      ([path, bytes]) => [path.includes('/') ? `python/${path}` : `lib/${path}`, bytes] as const,
    )
    expect(await judge('layer.zip', layer)).toMatchObject({ passed: true })
  })

  test('among what is loaded already, whatever its own search path', async () => {
    // b needs a and has no path; the module, whose path has both, has a loaded by then. OpenSSL 1.1.1 has such names.
    const [a, b] = ['libssl-1.so.1.1.1k', 'libb.so.1']
    const [linkA, linkB] = [workshop.library(a, { '': ['a'] }), workshop.library(b, { '': ['b'] })]
    const bytesA = workshop.build({ source: 'void a(void) {}', exported: 'a;', link: [`-Wl,-soname,${a}`] })
    const bytesB = workshop.build({
      source: 'void a(void); void b(void) { a(); }',
      exported: 'b;',
      link: [linkA, `-Wl,-soname,${b}`],
    })
    const module = workshop.build({
      c: 'void a(void); void b(void); void c(void) { a(); b(); }',
      link: [linkB, linkA, '-Wl,--enable-new-dtags,-rpath,$ORIGIN/../x.libs'],
    })
    const libs: Files = [
      [`x.libs/${a}`, bytesA],
      [`x.libs/${b}`, bytesB],
    ]
    expect(keepingFromLoading(await judge('package.zip', [init, [MODULE, module], ...libs]))).toEqual([])
  })

  test('in the image, with the versions that its GCC has', async () => {
    const version = (name: string, soname = 'libstdc++.so.6') =>
      workshop.build({
        c: 'void a(void); void b(void) { a(); }',
        link: [workshop.library(soname, { [name]: ['a'] })],
      })
    expect(await rulesOf('a.zip', [init, [MODULE, version('GLIBCXX_3.4.29')]])).not.toContain('libraries')
    const newer = await judge('a.zip', [init, [MODULE, version('GLIBCXX_3.4.30')]])
    expect(keepingFromLoading(newer)).toMatchObject([
      {
        ...{ rule: 'libraries', version: 'GLIBCXX_3.4.30', limit: 'GLIBCXX_3.4.29 at most' },
        error: expect.stringContaining("version `GLIBCXX_3.4.30' not found"),
      },
    ])
    const unsure = await judge('a.zip', [init, [MODULE, version('X_1', 'libexpat.so.1')]])
    expect(unsure).toMatchObject({ passed: true, unknown: [{ library: 'libexpat.so.1', file: MODULE }] })
    const python = (of: string) => `libpython${of}.so.1.0`
    const embedding = (of: string) => judge('a.zip', [init, [MODULE, version('', python(of))]])
    expect(await embedding(PYTHON)).toMatchObject({ passed: true, unknown: [{ library: python(PYTHON) }] })
    expect(await embedding('3.12')).toMatchObject({ passed: false, unknown: [] })
    expect(unsure.text).toMatch(/^Lambda's .*\(1 module\), as far as is known\n/)
    expect(unsure.text).toContain('note: nothing tells whether Amazon Linux 2023 has libexpat.so.1')
  })
})

test('libraries for musl, which no module of this Python needs, are not judged', async () => {
  const musl = workshop.library('libc.musl-x86_64.so.1', { '': ['a'] })
  const library = workshop.build({
    ...{ source: 'void a(void); void b(void) { a(); }', exported: 'b;' },
    link: [musl],
  })
  const beside: Files = [
    ['psycopg2.libs/libb.so.1', library],
    ['psycopg2.libs/libc.so.1', library],
  ]
  const {
    passed,
    unopened,
    text: said,
  } = await judge('package.zip', [init, [MODULE, workshop.build()], ...beside])
  expect({ passed, unopened: unopened.length }).toEqual({ passed: true, unopened: 2 })
  expect(said).toContain(
    'a library for musl, another C library than glibc: psycopg2.libs/libb.so.1, psycopg2',
  )
  // Whoever asks for one alone is told what it lacks.
  expect(await judge('libb.so.1', library)).toMatchObject({ passed: false })
})

describe('versions of libraries', () => {
  /** A copy of a module whose need of a version is weak. */
  const weakly = (module: Uint8Array, version: string) => {
    const hash = Buffer.alloc(4)
    hash.writeUInt32LE(elfHash(version))
    return patched(module, [Buffer.from(module).indexOf(hash) + 4, 2, 2])
  }

  test('that are wanted weakly may be missing, but for old loaders', async () => {
    const needing = workshop.build({
      c: '__attribute__((weak)) void a(void); void b(void) { if (a) a(); }',
      link: ['-Wl,--no-as-needed', workshop.library('libstdc++.so.6', { 'GLIBCXX_3.4.99': ['a'] })],
    })
    const files: Files = [init, ['psycopg2/_psycopg.so', weakly(needing, 'GLIBCXX_3.4.99')]]
    expect(await rulesOf('a.zip', files)).toEqual([])
    expect(await rulesOf('a.zip', files, { python: '3.6' })).toEqual(['undefined'])
  })

  test('are those that a library defines, with symbols or without', async () => {
    const name = 'liba-123.so.1'
    const needing = (versions: Record<string, string[]>) =>
      workshop.build({ c: 'void a(void); void b(void) { a(); }', link: [workshop.library(name, versions)] })
    const bytes = new Uint8Array(readFileSync(workshop.library(name, { A_1: ['a'], A_2: [] })))
    const files = (module: Uint8Array): Files => [init, [MODULE, module], [name, bytes]]
    expect(await rulesOf('a.zip', files(needing({ A_2: ['a'] })))).not.toContain('libraries')
    const { text: said } = await judge('a.zip', files(needing({ A_3: ['a'] })))
    expect(said).toContain('liba-123.so.1 has A_1, A_2')
    expect(said).toContain("Lambda says: /var/task/liba-123.so.1: version `A_3' not found\n")
  })
})
