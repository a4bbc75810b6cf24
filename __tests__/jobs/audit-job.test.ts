import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { moduleFileName } from '../../src/catalog/python.js'
import { audit } from '../../src/jobs/audit-job.js'
import { sharedObjectPath } from '../../src/package/package-names.js'
import { packageTree } from '../../src/package/tree.js'
import { writeZip } from '../../src/package/zip.js'
import { HOST, Workshop } from '../audit/shared-objects.js'
import { sampleContents, text } from '../package/sample.js'
import { REQUEST } from '../plans.js'

const workshop = new Workshop()
afterAll(() => workshop.close())

const PYTHON = '3.13'
const MODULE = sharedObjectPath({ python: PYTHON, architecture: HOST })
const good = workshop.build()

/** What becomes of a file of these bytes. */
function judge(file: string, bytes: Uint8Array, strict = false) {
  const path = join(workshop.directory, file)
  writeFileSync(path, bytes)
  return audit({ file, path, request: { ...REQUEST, architectures: [HOST] }, strict })
}

test.each(['all', 'supported'])('%s is no runtime to judge for', async (word) => {
  const request = { ...REQUEST, pythons: [word] }
  await expect(audit({ file: 'a.zip', path: '/a.zip', request, strict: false })).rejects.toThrow(
    `python-version: ${word} stands for several Pythons`,
  )
})

test('a module that loads passes, strictly only under the name that those made here have', async () => {
  const name = moduleFileName(PYTHON, HOST)
  const { passed, findings, text: said } = await judge(name, good)
  expect({ passed, findings }).toMatchObject({ passed: true, findings: [{ path: name, problems: [] }] })
  expect(said).toMatch(
    new RegExp(`^${name}: passed \\d+ rules for Python 3\\.13 on ${HOST}; highest GLIBC 2\\.`),
  )
  expect(await judge('renamed.so', good)).toMatchObject({ passed: true })
  expect(await judge('renamed.so', good, true)).toMatchObject({ passed: false })
})

test('a zip of ours is judged with its contents', async () => {
  const contents = sampleContents({ architecture: HOST, glibc: '2.17' })
  const files = [...contents.files].filter(([path]) => !path.endsWith('.so'))
  const whole = packageTree({ ...contents, files: new Map([...files, [MODULE, good]]) })
  const { passed, text: said } = await judge('ours.zip', writeZip(whole))
  expect(said).toContain('ours.zip: contents, modes and RECORD are as they should be\n')
  expect(passed).toBe(true)
  whole.set('psycopg2/more.py', text(''))
  const [zip] = (await judge('more.zip', writeZip(whole))).findings
  expect(zip?.problems).toEqual(expect.arrayContaining([expect.stringContaining('psycopg2/more.py')]))
})

test('of a zip that was not made here, only the modules are judged', async () => {
  const { passed, findings } = await judge('theirs.zip', writeZip([[MODULE, good]]))
  expect({ passed, findings }).toMatchObject({
    passed: true,
    findings: [{ path: 'theirs.zip', problems: [] }, { path: MODULE }],
  })
})

test('an artifact that GitHub packed is told from a zip without a module', async () => {
  const packed = await judge('packed.zip', writeZip([['psycopg2/in.zip', text('')]]))
  expect(packed).toMatchObject({ passed: false })
  expect(packed.text).toBe(
    'packed.zip: it has no psycopg2/_psycopg….so; it holds psycopg2/in.zip, as an artifact that GitHub packed does: ' +
      'unpack it and audit that\n',
  )
  const other = await judge('other.zip', writeZip([['psycopg2/a.py', text('')]]))
  expect(other.text).toBe('other.zip: it has no psycopg2/_psycopg….so\n')
})

test('what is no module is said to be none, by its name', async () => {
  await expect(judge('text.so', text('text'))).rejects.toThrow(/^text\.so: /)
})

test.each([
  ['/no/such/file', /^Cannot read \/no\/such\/file: /],
  ['/dev/zero', /^Cannot read \/dev\/zero: it is a device/],
])('%s cannot be read', async (path, message) => {
  await expect(audit({ file: 'x', path, request: REQUEST, strict: false })).rejects.toThrow(message)
})
