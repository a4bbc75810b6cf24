import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { moduleFileName } from '../../src/catalog/python.js'
import { PROJECT } from '../../stand-ins/places.js'
import { HOST, Workshop } from '../audit/shared-objects.js'
import { zipOf } from '../package/python-zip.js'
import { errors, runAction, temporary } from '../runner.js'

const bundle = join(PROJECT, 'dist', 'audit', 'index.js')
const workshop = new Workshop()
afterAll(() => workshop.close())

const PYTHON = '3.13'
const good = workshop.build()
const files = (name: string): [string, Uint8Array][] => [
  ['psycopg2/__init__.py', new Uint8Array()],
  [`psycopg2/${name}`, good],
]

test('the audit action judges zips and directories, and says so in outputs, annotations and summary', async () => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'function.zip'), zipOf(files(moduleFileName(PYTHON, HOST))))
  for (const [path, bytes] of files('_psycopg.cpython-312-x86_64-linux-gnu.so')) {
    mkdirSync(dirname(join(cwd, 'package', path)), { recursive: true })
    writeFileSync(join(cwd, 'package', path), bytes)
  }
  const inputs = { 'python-version': PYTHON, architecture: HOST, strict: 'false' }
  const loads = await runAction({ ...inputs, paths: '*.zip' }, { bundle, cwd })
  expect(loads.code, loads.output).toBe(0)
  expect(loads.output).toContain(
    `Lambda's Python ${PYTHON} on ${HOST} loads everything in function.zip (1 module)`,
  )
  expect(JSON.parse(loads.outputs.results ?? '')).toMatchObject([{ file: 'function.zip', passed: true }])

  const both = await runAction({ ...inputs, paths: 'function.zip\npackage' }, { bundle, cwd })
  expect(both.code).toBe(1)
  expect(errors(both.output)).toEqual([
    expect.stringMatching(
      /^Lambda's Python 3\.13 on \S+ does not load package: psycopg2\/_psycopg: psycopg2's module is for Python 3\.12.*\nLambda says: No module named 'psycopg2\._psycopg'$/,
    ),
  ])
  expect(JSON.parse(both.outputs.results ?? '')).toMatchObject([{ passed: true }, { passed: false }])
  expect(both.summary).toMatch(/^\| `function\.zip` \| 3\.13 \| \S+ \| ✅ \|/m)
  expect(both.summary).toMatch(
    /^\| `package` \| 3\.13 \| \S+ \| ❌ \| psycopg2\/_psycopg: .* Lambda says: `` No module named 'psycopg2\._psycopg' `` \|$/m,
  )
})

test('the audit action annotates each thing that is wrong, and what is only odd as a notice', async () => {
  const cwd = temporary()
  const broken = new Uint8Array(100)
  const more = [
    ...files(moduleFileName(PYTHON, HOST)),
    ['a/b.abi3.so', broken],
    ['c\\d.txt', broken],
  ] as const
  writeFileSync(join(cwd, 'a.zip'), zipOf([...more, ['a/c.abi3.so', broken]]))
  const run = await runAction(
    { paths: 'a.zip', 'python-version': PYTHON, architecture: HOST },
    { bundle, cwd },
  )
  expect(errors(run.output)).toEqual([
    expect.stringMatching(
      /^Lambda's .* does not load a\.zip: a\/b\.abi3\.so: .*\nLambda says: invalid ELF header$/,
    ),
    expect.stringMatching(/^a\.zip: a\/c\.abi3\.so: .*\nLambda says: invalid ELF header$/),
  ])
  expect(run.summary.match(/invalid ELF header/g)).toHaveLength(2)
  expect(run.output).toMatch(/^::notice::a\.zip: name with backslashes/m)
  expect(run.output).not.toContain('::warning::')
})

test('what cannot be judged hides nothing of the others', async () => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'a.zip'), 'no zip')
  writeFileSync(join(cwd, 'b.zip'), zipOf(files(moduleFileName(PYTHON, HOST))))
  const run = await runAction({ paths: '*.zip' }, { bundle, cwd })
  expect(run.code).toBe(1)
  expect(errors(run.output)).toEqual([expect.stringMatching(/^a\.zip: not a zip file/)])
  expect(JSON.parse(run.outputs.results ?? '')).toMatchObject([
    { file: 'a.zip', passed: false, findings: [{ rule: 'not-judged', message: 'a.zip: not a zip file' }] },
    { file: 'b.zip', passed: true },
  ])
  expect(run.summary).toMatch(/^\| `a\.zip` \| {2}\| {2}\| ❌ \| a\.zip: not a zip file\. /m)
  expect(run.summary).toContain('`b.zip`')
})

test('what cannot be judged is said to be the input', async () => {
  const run = await runAction({ paths: 'no/such/*.zip' }, { bundle })
  expect(errors(run.output)).toEqual([expect.stringMatching(/^paths: nothing matches "no\/such\/\*\.zip"/)])
})
