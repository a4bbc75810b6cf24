import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { elfHash } from '../../src/audit/elf-hash.js'
import { EM } from '../../src/audit/elf-header.js'
import { MACHINES } from '../../src/catalog/architecture.js'
import { moduleFileName } from '../../src/catalog/python.js'
import { type AuditJob, audit, type Judgement } from '../../src/jobs/audit-job.js'
import { judgementText } from '../../src/jobs/audit-text.js'
import { sharedObjectPath } from '../../src/package/package-names.js'
import { packageTree } from '../../src/package/tree.js'
import { writeZip } from '../../src/package/zip.js'
import { forOtherMachine, patched } from '../audit/patches.js'
import { HOST, Workshop } from '../audit/shared-objects.js'
import { pythonZip, zipOf } from '../package/python-zip.js'
import { sampleContents, text } from '../package/sample.js'

const workshop = new Workshop()
afterAll(() => workshop.close())

const PYTHON = '3.13'
const NAME = moduleFileName(PYTHON, HOST)
const MODULE = sharedObjectPath({ python: PYTHON, architecture: HOST })
const OTHER = HOST === 'arm64' ? 'x86_64' : 'arm64'
const good = workshop.build()
const init = ['psycopg2/__init__.py', text('')] as const

type Files = (readonly [path: string, bytes: Uint8Array])[]

/** What becomes of a file of these bytes, or of a zip of these files. */
async function judge(file: string, content: Uint8Array | Files, job: Partial<AuditJob> = {}) {
  const path = join(workshop.directory, file)
  writeFileSync(path, content instanceof Uint8Array ? content : zipOf(content))
  const named: AuditJob = { file, path, python: PYTHON, architecture: HOST, strict: false }
  const judgement = await audit({ ...named, ...job })
  return { ...judgement, text: judgementText(judgement) }
}

function keepingFromLoading({ findings }: Judgement) {
  return findings.filter((finding) => finding.class === 'loads')
}

/** The same, with the rules that keep it from loading, each once. */
async function rulesOf(...given: Parameters<typeof judge>) {
  return [...new Set(keepingFromLoading(await judge(...given)).map(({ rule }) => rule))]
}

describe('a zip of ours', () => {
  const contents = sampleContents({ architecture: HOST, glibc: '2.17' })
  const files = [...contents.files].filter(([path]) => !path.endsWith('.so'))
  const whole = packageTree({ ...contents, files: new Map([...files, [MODULE, good]]) })
  const NAMED = `psycopg2.9.13-${PYTHON}${HOST === 'arm64' ? '-arm64' : ''}.zip`

  test('passes, also what is only asked of ours', async () => {
    const { passed, strict, findings, text: said } = await judge(NAMED, writeZip(whole))
    expect({ passed, strict, findings }).toEqual({ passed: true, strict: true, findings: [] })
    expect(said.split('\n')[0]).toBe(
      `Lambda's Python 3.13 on ${HOST} loads everything in ${NAMED} (1 module)`,
    )
  })

  test('is one by its name, and then something more in it is wrong', async () => {
    const more = [...whole, ['psycopg2/more.py', text('')]] as Files
    expect((await judge(NAMED, more)).text).toContain('more.py has no byte code (zip)')
    expect(await judge(NAMED, more)).toMatchObject({ passed: false })
  })

  test('in a function passes; what differs from ours is asked for by --strict', async () => {
    const function_ = [...whole, ['lambda_function.py', text('')]] as Files
    expect(await judge('function.zip', function_)).toMatchObject({ passed: true, findings: [] })
    expect(await judge('function.zip', function_, { strict: true })).toMatchObject({ passed: false })
  })

  test('tells by itself what it is for', async () => {
    const guessing = { python: undefined, architecture: undefined }
    const { guessed, taken, text: said } = await judge('function.zip', [...whole], guessing)
    expect({ guessed, taken }).toEqual({ guessed: ['Python 3.13', HOST], taken: undefined })
    expect(said).toContain(`(Python 3.13 and ${HOST}: guessed, because its modules are for nothing else)`)
  })
})

describe("what an import finds decides, wherever psycopg2's module lies", () => {
  const NO_PSYCOPG2 = "Lambda says: No module named 'psycopg2'\n"
  test.each<[string, Files, says: string]>([
    [
      'one folder too deep',
      [
        ['src/psycopg2/__init__.py', text('')],
        [`src/${MODULE}`, good],
      ],
      'zip what is in src/',
    ],
    [
      'without its folder',
      [
        ['__init__.py', text('')],
        [NAME, good],
      ],
      'Put these files into a directory psycopg2/',
    ],
    [
      'in a folder renamed',
      [
        ['psycopg2-3.13/__init__.py', text('')],
        [`psycopg2-3.13/${NAME}`, good],
      ],
      'Rename that directory',
    ],
    [
      "a layer in a function's zip",
      [
        ['app.py', text('')],
        ['python/psycopg2/__init__.py', text('')],
        [`python/${MODULE}`, good],
      ],
      'psycopg2 lies in python/psycopg2/',
    ],
    [
      "a layer's of another Python",
      [['python/lib/python3.12/site-packages/psycopg2/__init__.py', text('')]],
      'where only Python 3.12 looks',
    ],
    [
      'by a tool that writes backslashes',
      [
        ['psycopg2\\__init__.py', text('')],
        [`psycopg2\\${NAME}`, good],
      ],
      'Zip it with a tool that writes slashes',
    ],
  ])('%s', async (_, files, says) => {
    const { passed, findings, text: said } = await judge('package.zip', files)
    expect({ passed, findings }).toMatchObject({
      passed: false,
      findings: [{ rule: 'psycopg2', class: 'loads' }],
    })
    expect(said).toContain(says)
    expect(said).toContain(NO_PSYCOPG2)
  })

  test.each<[string, string]>([
    ['a layer', 'python/'],
    ["a layer's site-packages", 'python/lib/python3.13/site-packages/'],
  ])('%s', async (_, root) => {
    const files: Files = [
      [`${root}psycopg2/__init__.py`, text('')],
      [`${root}${MODULE}`, good],
    ]
    expect(await judge('package.zip', files)).toMatchObject({ passed: true, psycopg2: `${root}psycopg2/` })
  })

  test('a wheel that pip unpacks, and nothing else that has such directories', async () => {
    const root = 'psycopg2-2.9.13.data/platlib/'
    const unpacked: Files = [
      [`${root}psycopg2/__init__.py`, text('')],
      [`${root}${MODULE}`, good],
    ]
    const wheel: Files = [...unpacked, ['psycopg2-2.9.13.dist-info/WHEEL', text('')]]
    expect(await judge('a.whl', wheel)).toMatchObject({ passed: true, psycopg2: `${root}psycopg2/` })
    expect(await rulesOf('a.zip', wheel)).toEqual(['psycopg2'])
    expect(await rulesOf('a.whl', unpacked)).toEqual(['psycopg2'])
  })

  test("a function's own directory called python makes no layer of it", async () => {
    const files: Files = [
      ['src/app.py', text('')],
      ['python/more.py', text('')],
    ]
    expect(await judge('package.zip', [init, [MODULE, good], ...files])).toMatchObject({ passed: true })
  })

  test('and not one that no import finds', async () => {
    const old: Files = [
      ['old/psycopg2/__init__.py', text('')],
      ['old/psycopg2/_psycopg.so', text('broken')],
    ]
    const { passed, unopened } = await judge('package.zip', [init, [MODULE, good], ...old])
    expect({ passed, unopened }).toMatchObject({
      passed: true,
      unopened: [{ path: 'old/psycopg2/_psycopg.so' }],
    })
  })
})

describe('the name that Python looks for', () => {
  test.each(['_psycopg.abi3.so', '_psycopg.so'])('%s is one', async (name) => {
    const { passed, text: said } = await judge('package.zip', [init, [`psycopg2/${name}`, good]])
    expect(passed).toBe(true)
    expect(said).toContain("remark: psycopg2's module differs from those made here in 1 way (file-name)")
  })

  test.each([
    ['_psycopg.cpython-312-x86_64-linux-gnu.so', 'Python 3.12'],
    ['_psycopg.cpython-313t-x86_64-linux-gnu.so', 'a free-threaded Python 3.13'],
    ['_psycopg.cpython-313-x86_64-linux-musl.so', 'Python 3.13 with musl'],
    ['_psycopg.cpython-313-darwin.so', 'Python 3.13 on macOS'],
    ['_psycopg.cp313-win_amd64.pyd', 'Python 3.13 on Windows'],
    [moduleFileName(PYTHON, OTHER), `Python 3.13 on ${OTHER}`],
  ])('%s is not', async (name, whose) => {
    const { findings, text: said } = await judge('package.zip', [init, [`psycopg2/${name}`, good]])
    expect(findings).toMatchObject([{ rule: 'module-name', error: "No module named 'psycopg2._psycopg'" }])
    expect(said).toContain(`not judged, because it is for ${whose}`)
    expect(said).toContain('does not make it one. Get that with: pip install ')
  })

  test('may stand beside those of other Pythons, as in a layer for both', async () => {
    const other: Files = [['psycopg2/_psycopg.cpython-312-x86_64-linux-gnu.so', text('broken')]]
    expect(await judge('package.zip', [init, [MODULE, good], ...other])).toMatchObject({ passed: true })
    const guessing = judge('package.zip', [init, [MODULE, good], ...other], { python: undefined })
    await expect(guessing).rejects.toThrow(
      /^python-version: nothing given, and the modules .* are for 3\.1[23], 3\.1[23]/,
    )
  })

  test('that Python takes first is the one that counts', async () => {
    expect(
      await rulesOf('package.zip', [init, [MODULE, text('broken')], ['psycopg2/_psycopg.so', good]]),
    ).toEqual(['elf'])
    expect(
      await rulesOf('package.zip', [init, [MODULE, good], ['psycopg2/_psycopg.so', text('broken')]]),
    ).toEqual([])
  })

  test('of another package is as good, unless none of its modules has one', async () => {
    const module = (path: string) =>
      [path, workshop.build({ source: 'void PyInit_a(void) {}', exported: 'PyInit_a;' })] as const
    const other = 'numpy/a.cpython-312-x86_64-linux-gnu.so'
    expect(await rulesOf('numpy.zip', [module(other)])).toEqual(['module-name'])
    expect(await rulesOf('numpy.zip', [module(other), module('numpy/core/a.abi3.so')])).toEqual([])
  })
})

describe('what nobody imports refuses no package', () => {
  const app = ['app.py', text('')] as const
  test.each<[string, string, Uint8Array]>([
    ["another system's library", 'debugpy/attach.dylib', text('\xcf\xfa\xed\xfe'.repeat(20))],
    ['one of 32 bits', 'debugpy/attach_linux_x86.so', patched(good, [4, 1, 1])],
    ['a linker script', 'lib/libncurses.so', text('INPUT(libncurses.so.6 -ltinfo)\n'.repeat(4))],
  ])('%s', async (_, path, bytes) => {
    const { passed, findings, unopened } = await judge('package.zip', [app, [path, bytes]])
    expect({ passed, findings }).toEqual({ passed: true, findings: [] })
    expect(unopened).toMatchObject([{ path, why: expect.stringMatching(/^nothing that can be loaded \(/) }])
  })
})

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

describe('what Lambda says leads to its cause', () => {
  const pq = workshop.build({
    c: 'void PQfinish(void); void b(void) { PQfinish(); }',
    link: [workshop.library('libpq.so.5', { '': ['PQfinish'] })],
  })

  test.each<[string, Uint8Array, rule: string, error: RegExp]>([
    ['a script', text('#!/bin/sh\n'.repeat(20)), 'elf', /^invalid ELF header$/],
    ['32 bits', patched(good, [4, 1, 1]), 'elf', /^wrong ELF class: ELFCLASS32$/],
    ['cut off', good.subarray(0, 30), 'elf', /^file too short$/],
    [
      'another machine',
      patched(good, [18, 2, HOST === 'arm64' ? EM.X86_64 : EM.AARCH64]),
      'machine',
      /cannot open shared object file/,
    ],
    [
      'a newer C library',
      workshop.build({
        c: 'void a(void); void b(void) { a(); }',
        link: [workshop.library('libm.so.6', { 'GLIBC_2.99': ['a'] })],
      }),
      'glibc',
      /^\/lib64\/libm\.so\.6: version `GLIBC_2\.99' not found$/,
    ],
    [
      'another name',
      workshop.build({ source: 'void *PyInit_a(void) { return 0; }', exported: 'PyInit_a;' }),
      'init-function',
      /^dynamic module does not define module export function \(PyInit__psycopg\)$/,
    ],
  ])('%s', async (_, bytes, rule, error) => {
    const { passed, findings } = await judge('package.zip', [init, [MODULE, bytes]])
    expect(passed).toBe(false)
    expect(findings[0]).toMatchObject({
      rule,
      class: 'loads',
      file: MODULE,
      error: expect.stringMatching(error),
    })
  })

  test.each<[string, Files]>([
    ['no ELF file', [init, ['psycopg2/_psycopg.abi3.so', text('#!/bin/sh\n'.repeat(20))]]],
    ['one for another machine', [init, ['psycopg2/_psycopg.abi3.so', good]]],
    ['a library left out', [init, ['psycopg2/_psycopg.abi3.so', forOtherMachine(pq)]]],
  ])('for the architecture that is asked about: %s', async (_, files) => {
    const { text: said } = await judge('package.zip', files, { architecture: OTHER })
    expect(said).toContain(
      `pip install --platform manylinux2014_${MACHINES[OTHER]} --python-version 3.13 --only-binary :all: --target DIRECTORY psycopg2-binary`,
    )
    expect(said).not.toContain(`manylinux2014_${MACHINES[HOST]}`)
  })

  test('in the words of the Python that it is', async () => {
    const errors = async (files: Files) => {
      const { findings } = await judge('package.zip', files, { python: '2.7' })
      return findings.map(({ error }) => error)
    }
    expect(await errors([['old/psycopg2/_psycopg.so', good]])).toContain('No module named psycopg2')
    expect(await errors([init, ['psycopg2/_psycopg.abi3.so', good]])).toContain('No module named _psycopg')
    expect(await errors([init, ['psycopg2/_psycopg.so', good]])).toContain(
      'dynamic module does not define init function (init_psycopg)',
    )
  })

  test('too large to be unpacked there, and too large to be uploaded directly', async () => {
    const large = pythonZip("for n in range(26): z.writestr(entry('%d' % n), bytes(10 * 1024 * 1024))")
    expect((await judge('large.zip', large)).findings).toMatchObject([
      { rule: 'unzipped-size', limit: '262144000', error: expect.stringContaining('262144000') },
    ])
    const stored = pythonZip("z.writestr(entry('a'), bytes(60_000_000), zipfile.ZIP_STORED)")
    expect(await judge('stored.zip', stored)).toMatchObject({
      passed: true,
      notes: [expect.stringContaining('by S3')],
    })
  })
})

describe('a directory, a module', () => {
  test('what has nothing compiled in it is for any machine, and psycopg2 not in it', async () => {
    const pure = await judge('pure.zip', [['app.py', text('')]], { architecture: undefined })
    expect(pure).toMatchObject({ passed: true, objects: [] })
    expect(pure.text).toContain('note: psycopg2 is not in it')
    expect(pure.text).toContain('(x86_64: taken, because nothing in it tells)')
    expect(pure).toMatchObject({ guessed: [], taken: 'x86_64' })
    await expect(judge('pure.zip', [['app.py', text('')]], { python: undefined })).rejects.toThrow(
      /^python-version: nothing given, and nothing in pure.zip tells it/,
    )
  })

  test('a directory is judged like the zip of it', async () => {
    const directory = join(workshop.directory, 'package')
    for (const [path, bytes] of [init, [MODULE, good] as const]) {
      mkdirSync(dirname(join(directory, path)), { recursive: true })
      writeFileSync(join(directory, path), bytes)
    }
    symlinkSync('psycopg2', join(directory, 'linked'))
    const job = {
      file: 'package',
      path: directory,
      python: undefined,
      architecture: undefined,
      strict: false,
    }
    expect(await audit(job)).toMatchObject({
      passed: true,
      python: PYTHON,
      architecture: HOST,
      psycopg2: 'psycopg2/',
    })
  })

  test("psycopg2's own directory is judged as that, by its name", async () => {
    for (const [file, rules] of [
      ['psycopg2', []],
      ['psycopg2-3.13', ['psycopg2']],
    ] as const) {
      const path = join(workshop.directory, 'own', file)
      mkdirSync(path, { recursive: true })
      writeFileSync(join(path, '__init__.py'), '')
      writeFileSync(join(path, NAME), good)
      const { findings } = await audit({ file, path, python: PYTHON, architecture: HOST, strict: false })
      expect(findings.map(({ rule }) => rule)).toEqual(rules)
    }
  })

  test('a module passes, whose name tells what it is for', async () => {
    const { passed, text: said } = await judge(NAME, good, { python: undefined })
    expect(passed).toBe(true)
    expect(said).toContain('highest GLIBC 2.')
    expect(await rulesOf(NAME, good, { python: '3.12' })).toEqual(['module-name'])
  })

  test('one that was given another name than its own does not load', async () => {
    expect(await rulesOf('renamed.so', good)).toEqual(['init-function'])
  })

  test('what is no module is said to be none', async () => {
    expect((await judge('text.so', text('text\n'.repeat(20)))).text).toContain('invalid ELF header')
    await expect(judge('text.txt', text('text'))).rejects.toThrow('text.txt: not a zip file')
  })
})

test('docs/audit.md and the audit action name all that is told of a package', async () => {
  const told = Object.keys(await judge('function.zip', [init, [MODULE, good]]))
  const docs = readFileSync('docs/audit.md', 'utf8').split('## For programs')[1]?.split('\n|')[0]
  const action = readFileSync('audit/action.yml', 'utf8').split('results:')[1]
  for (const key of told.filter((one) => one !== 'text')) {
    expect(docs).toContain(`\`${key}\``)
    expect(action).toMatch(new RegExp(`\\b${key}\\b`))
  }
})

test('an artifact that GitHub packed is no package', async () => {
  await expect(judge('packed.zip', [['a/in.zip', text('')]])).rejects.toThrow(
    'packed.zip is no package: it holds a/in.zip, as an artifact that GitHub packed does',
  )
  const directory = join(workshop.directory, 'packed')
  mkdirSync(directory)
  writeFileSync(join(directory, 'in.zip'), '')
  const job: AuditJob = { file: 'packed', path: directory, python: PYTHON, architecture: HOST, strict: false }
  await expect(audit(job)).rejects.toMatchObject({
    message: 'packed is no package: it holds in.zip',
    hint: 'Name the zips in it.',
  })
})

test('what is compiled beside a zip makes a package of it', async () => {
  for (const file of ['app.pyc', 'app.pyd'])
    await expect(
      judge('a.zip', [
        [file, text('')],
        ['data/model.zip', text('')],
      ]),
    ).resolves.toBeDefined()
})

const pipe = join(workshop.directory, 'pipe')
execFileSync('mkfifo', [pipe])
test.each([
  ['/no/such/file', /^Cannot read x: .*\/no\/such\/file/],
  ['/dev/zero', /^Cannot read x: it is neither a file nor a directory/],
  [pipe, /^Cannot read x: it is neither a file nor a directory/],
])('%s cannot be read', async (path, message) => {
  await expect(audit({ file: 'x', path, python: PYTHON, architecture: HOST, strict: false })).rejects.toThrow(
    message,
  )
})
