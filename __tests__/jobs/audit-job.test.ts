import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { audit } from '../../src/jobs/audit-job.js'
import { packageTree } from '../../src/package/tree.js'
import { writeZip } from '../../src/package/zip.js'
import { HOST } from '../audit/shared-objects.js'
import { sampleContents, text } from '../package/sample.js'
import { type Files, good, init, judge, MODULE, NAME, PYTHON, rulesOf, workshop } from './judging.js'

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
  for (const key of told.filter((one) => !['text', 'headline'].includes(one))) {
    expect(docs).toContain(`\`${key}\``)
    expect(action).toMatch(new RegExp(`\\b${key}\\b`))
  }
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
