import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { initFunctionOf } from '../../src/catalog/python.js'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { PYTHONS } from '../roles.js'
import { judged, MODULE, PYTHON, refusals } from './judging.js'
import { Workshop } from './shared-objects.js'

const workshop = new Workshop()
afterAll(() => workshop.close())

const good = workshop.build()
const init = { 'psycopg2/__init__.py': '' }
const library = () => workshop.build({ source: 'int add(int a, int b) { return a + b; }', exported: 'add;' })
const module = (name: string) => {
  const start = initFunctionOf(PYTHON, name)
  return workshop.build({ source: `void *${start}(void) { return 0; }`, exported: `${start};` })
}

describe('a file without an init function', () => {
  test('is a library, although it is called as modules are: ctypes and cffi open such', async () => {
    const report = await judged({
      'Crypto/Cipher/_raw_ecb.abi3.so': library(),
      'Crypto/Util/_strxor.abi3.so': module('_strxor'),
    })
    expect(refusals(report)).toEqual([])
    expect(report.objects).toMatchObject([{ path: 'Crypto/Cipher/_raw_ecb.abi3.so', module: false }, {}])
    expect(report.notes).toEqual([
      'not imported; no init function; judged as a library: Crypto/Cipher/_raw_ecb.abi3.so',
    ])
  })

  test('makes no package one for another Python', async () => {
    const other = { 'Crypto/_speedups.cpython-312-x86_64-linux-gnu.so': 'for another' }
    expect(refusals(await judged({ 'Crypto/_raw_ecb.abi3.so': library(), ...other }))).toEqual([])
  })

  test("is refused where it is psycopg2's, or has the init function of another module", async () => {
    const error = 'init-function: dynamic module does not define module export function'
    expect(refusals(await judged({ ...init, [MODULE]: library() }))).toEqual([
      `${MODULE} ${error} (PyInit__psycopg)`,
    ])
    expect(refusals(await judged({ 'a/b.abi3.so': module('c') }))).toEqual([
      `a/b.abi3.so ${error} (PyInit_b)`,
    ])
  })
})

describe('a file that links give several names', () => {
  test('is judged once, by the name that an import finds', async () => {
    const report = await judged({ ...init, 'libs/x.so': good, [MODULE]: good, 'libs/psycopg.abi3.so': good })
    expect(refusals(report)).toEqual([])
    expect(report).toMatchObject({ objects: [{ path: MODULE, module: true }], unopened: [] })
  })

  test('is refused by the name that an import finds', async () => {
    const other = module('x')
    expect(refusals(await judged({ ...init, 'libs/x.so': other, [MODULE]: library() }))).toHaveLength(1)
    expect((await judged({ 'libs/libx.so.1': other, 'a/y.abi3.so': other })).findings).toMatchObject([
      { rule: 'init-function', file: 'a/y.abi3.so' },
    ])
  })

  test('is found as a library by each of them', async () => {
    const needing = workshop.build({
      c: 'void a(void); void b(void) { a(); }',
      link: [workshop.library('liba.so.1', { '': ['a'] })],
    })
    const bytes = workshop.build({ source: 'void a(void) {}', exported: 'a;' })
    const report = await judged({
      ...init,
      [MODULE]: needing,
      'lib/liba.so.1.2': bytes,
      'lib/liba.so.1': bytes,
    })
    expect(refusals(report)).toEqual([])
    expect(report.objects).toMatchObject([{ path: MODULE }, { path: 'lib/liba.so.1.2' }])
  })
})

describe('psycopg 3', () => {
  test.each(['psycopg_binary', 'psycopg_c'])('in %s is no psycopg2', async (directory) => {
    const name = MODULE.replace('psycopg2', directory)
    const three = { [`${directory}/__init__.py`]: '', [name]: good }
    const report = await judged(three)
    expect(report).toMatchObject({ psycopg2: undefined, objects: [{ path: name, module: true }] })
    expect(report.findings).toEqual([])
    expect(await judged({ ...three, ...init, [MODULE]: workshop.build() })).toMatchObject({
      psycopg2: 'psycopg2/',
      findings: [],
      unopened: [],
    })
  })
})

test("a package of that name in another's is no psycopg2", async () => {
  const inside = (...files: string[]) =>
    judged(Object.fromEntries(files.map((file) => [`opentelemetry/instrumentation/psycopg2/${file}`, ''])))
  expect((await inside('__init__.py', 'package.py', 'version.py')).findings).toEqual([])
  expect((await inside('__init__.py', 'extensions.py', 'extras.py')).findings).toMatchObject([
    { rule: 'psycopg2' },
  ])
})

describe('psycopg2 without its own __init__.py', () => {
  const MISSING = "module 'psycopg2' has no attribute 'connect'"

  test('is an empty package, wherever it lies', async () => {
    expect(refusals(await judged({ [MODULE]: good }))).toEqual([`psycopg2/ psycopg2: ${MISSING}`])
    const layer = `python/${MODULE}`
    expect(refusals(await judged({ [layer]: good }))).toEqual([`python/psycopg2/ psycopg2: ${MISSING}`])
    const init27 = workshop.build({ source: 'void init_psycopg(void) {}', exported: 'init_psycopg;' })
    expect(refusals(await judged({ 'psycopg2/_psycopg.so': init27 }, { python: '2.7' }))).toEqual([
      'psycopg2/ psycopg2: No module named psycopg2',
    ])
  })

  test('is none where byte code alone is there, which Python takes', async () => {
    expect(refusals(await judged({ 'psycopg2/__init__.pyc': '', [MODULE]: good }))).toEqual([])
  })
})

describe("a function's own psycopg2.py", () => {
  const handler = 'import psycopg2\n\ndef handler(event, context):\n    psycopg2.connect()\n'
  const circular = (path = '/var/task/psycopg2.py') =>
    `partially initialized module 'psycopg2' from '${path}' has no attribute 'connect' (most likely due to a circular import)`

  test('hides the package that a layer has', async () => {
    const report = await judged({ 'psycopg2.py': handler })
    expect(refusals(report)).toEqual([`psycopg2.py psycopg2: ${circular()}`])
    expect(report.findings[0]?.hint).toMatch(/^Rename psycopg2\.py/)
    expect(refusals(await judged({ 'psycopg2.py': 'connect = None\n' }))).toEqual([])
  })

  test('hides a directory that is no package', async () => {
    const report = await judged({ 'psycopg2.py': '', [MODULE]: good })
    expect(refusals(report)).toEqual([`psycopg2.py psycopg2: ${circular()}`])
  })

  test.each(PYTHONS.filter((python) => python !== '2.7'))('says what Python %s says', async (python) => {
    const directory = join(workshop.directory, python)
    mkdirSync(directory)
    writeFileSync(join(directory, 'psycopg2.py'), 'import psycopg2\npsycopg2.connect()\n')
    const script = `import sys; sys.path.insert(0, ${JSON.stringify(directory)}); import psycopg2`
    const { stderr } = spawnSync(await findPythonHere(python), ['-I', '-c', script], { encoding: 'utf8' })
    const [finding] = (await judged({ 'psycopg2.py': handler }, { python })).findings
    expect(stderr.replaceAll(directory, '/var/task')).toContain(`AttributeError: ${finding?.error}\n`)
  })

  test('is not found before the package beside it, and that is said', async () => {
    const report = await judged({ ...init, 'psycopg2.py': handler, [MODULE]: good })
    expect(refusals(report)).toEqual([])
    expect(report.notes).toEqual([expect.stringMatching(/^psycopg2\.py is not imported/)])
  })
})
