import { describe, expect, test } from 'vitest'
import { moduleFileName } from '../../src/catalog/python.js'
import { patched } from '../audit/patches.js'
import { HOST } from '../audit/shared-objects.js'
import { text } from '../package/sample.js'
import { type Files, good, init, judge, MODULE, NAME, OTHER, PYTHON, rulesOf, workshop } from './judging.js'

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

describe('what is for other systems in a package that does without', () => {
  const wheel = (purelib: boolean): Files => [
    ['debugpy/__init__.py', text('')],
    ['debugpy/attach.cp313-win_amd64.pyd', text('MZ')],
    ['debugpy/attach.cpython-313-darwin.so', text('MZ')],
    [
      'debugpy-1.dist-info/WHEEL',
      text(`Wheel-Version: 1.0\nRoot-Is-Purelib: ${purelib}\nTag: py3-none-any\n`),
    ],
    [
      'debugpy-1.dist-info/RECORD',
      text(
        'debugpy/__init__.py,,\ndebugpy/attach.cp313-win_amd64.pyd,,\ndebugpy/attach.cpython-313-darwin.so,,\n',
      ),
    ],
  ]

  test('is named, and refuses nothing, where its wheel is for any machine', async () => {
    const { passed, unopened, headline } = await judge('function.zip', [['app.py', text('')], ...wheel(true)])
    expect({ passed, headline }).toEqual({
      passed: true,
      headline: `Lambda's Python 3.13 on ${HOST} has nothing compiled to load in function.zip, and finds no psycopg2 in it`,
    })
    expect(unopened.map(({ path }) => path).sort()).toEqual([
      'debugpy/attach.cp313-win_amd64.pyd',
      'debugpy/attach.cpython-313-darwin.so',
    ])
    expect(await rulesOf('function.zip', wheel(false))).toEqual(['module-name'])
  })

  test('may need more than Lambda has, unless a module of its wheel is imported', async () => {
    const library = workshop.build({
      source: 'void a(void); void b(void) { a(); }',
      exported: 'b;',
      link: [workshop.library('libnone.so.1', { '': ['a'] })],
    })
    const recorded = (path: string, bytes: Uint8Array): Files => [
      ...wheel(true).filter(([name]) => /__init__|WHEEL/.test(name)),
      [path, bytes],
      ['debugpy/attach_linux.so', library],
      ['debugpy-1.dist-info/RECORD', text(`debugpy/attach_linux.so,,\n${path},,\n`)],
    ]
    const { passed, unopened } = await judge('a.zip', recorded('debugpy/a.py', text('')))
    expect({ passed, unopened }).toMatchObject({
      passed: true,
      unopened: expect.arrayContaining([
        { path: 'debugpy/attach_linux.so', why: expect.stringMatching(/^an extra of/), foreign: false },
      ]),
    })
    const module = workshop.build({ source: 'void PyInit_m(void) {}', exported: 'PyInit_m;' })
    expect(await rulesOf('a.zip', recorded('debugpy/m.abi3.so', module))).toContain('libraries')
  })

  test('is named, where there is something for this system, too', async () => {
    const library = workshop.build({ source: 'void a(void) {}', exported: 'a;' })
    const files = wheel(false).filter(([path]) => !path.includes('dist-info'))
    const linux = ['debugpy/attach_linux.so', library] as const
    expect(await judge('function.zip', [...files, linux])).toMatchObject({ passed: true })
    const other = ['debugpy/a.cpython-312-x86_64-linux-gnu.so', good] as const
    expect(await rulesOf('function.zip', [...files, linux, other])).toEqual(['module-name'])
  })

  test("is named, where Windows' name for it tells no Python", async () => {
    const files: Files = [
      ['win32/__init__.py', text('')],
      ['win32/win32api.pyd', text('MZ')],
    ]
    expect(await judge('function.zip', files)).toMatchObject({
      passed: true,
      unopened: [{ path: 'win32/win32api.pyd', why: 'for Windows' }],
    })
    expect(await rulesOf('win32api.pyd', text('MZ'))).toEqual(['module-name'])
  })
})
