import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type AuditJob, audit } from '../../src/jobs/audit-job.js'
import { unjudged } from '../../src/jobs/unjudged.js'
import { HOST } from '../audit/shared-objects.js'
import { pythonZip, zipOf } from '../package/python-zip.js'
import { text } from '../package/sample.js'
import { failure } from '../package/thrown.js'
import { good, init, judge, MODULE, PYTHON, workshop } from './judging.js'

const NOT_UNZIPPED = 'Could not unzip uploaded file. Please check your file, then try to upload again.'
const whole = zipOf([init, [MODULE, good], ['app.py', text('import psycopg2\n')]])

/** A copy of a zip with something wrong with what it says of a file. */
function changed(zip: Uint8Array, path: string, at: number, byte: number): Uint8Array {
  const copy = zip.slice()
  // The directory's entry is the last that has the name; it begins 46 bytes before.
  const entry = Buffer.from(copy).lastIndexOf(path) - 46
  copy[entry + at] = (copy[entry + at] ?? 0) ^ byte
  return copy
}

describe('a zip that cannot be unpacked is not judged, and what Lambda says is said', () => {
  const split = whole.slice()
  split.set([1, 0, 1, 0], split.length - 18)
  test.each<[string, Uint8Array, says: RegExp, hint: RegExp]>([
    [
      'cut off',
      whole.subarray(0, -100),
      /^a\.zip: the zip is cut off: its directory is missing$/,
      /copy it whole/,
    ],
    ['encrypted', changed(whole, 'app.py', 8, 1), /^a\.zip: "app\.py" is encrypted$/, /without a password/],
    ['the last of several parts', split, /^a\.zip: one part of a zip in several parts$/, /zip -s 0 /],
    [
      'the first of several parts',
      new Uint8Array([0x50, 0x4b, 7, 8, ...whole.subarray(0, 100)]),
      /^a\.zip: one part of a zip in several parts$/,
      /zip -s 0 /,
    ],
  ])('%s', async (_, bytes, says, hint) => {
    const error = await failure(judge('a.zip', bytes))
    expect(error.message).toMatch(says)
    expect(error.hint).toMatch(hint)
    expect(error.hint).toContain(NOT_UNZIPPED)
    expect(error.hint).not.toContain('.sha256')
    expect(unjudged('a.zip', error)).toMatchObject({
      ...{ file: 'a.zip', passed: false },
      findings: [{ rule: 'not-judged', message: error.message, error: NOT_UNZIPPED }],
    })
  })
})

test('libraries that cannot be unpacked are named in one line', async () => {
  const files = zipOf([init, [MODULE, good], ['liba.so.1', good], ['libb.so.1', good]])
  const zip = pythonZip(
    'for i in given.infolist(): z.writestr(i, given.read(i), zipfile.ZIP_BZIP2 if i.filename.startswith("lib") else None)',
    files,
  )
  expect((await judge('package.zip', zip)).text).toContain('(it cannot be unpacked): liba.so.1, libb.so.1\n')
})

describe('a file that cannot be unpacked', () => {
  const packed = (method: string) =>
    pythonZip(
      `for i in given.infolist(): z.writestr(i, given.read(i), zipfile.${method} if i.filename == '${MODULE}' else None)`,
      whole,
    )
  test.each<[string, Uint8Array, says: string, hint: string]>([
    [
      'a wrong sum',
      changed(whole, MODULE, 16, 1),
      `the CRC of "${MODULE}" is wrong`,
      'Zip it again, and copy it whole',
    ],
    ['bzip2', packed('ZIP_BZIP2'), 'is packed by method 12 (bzip2)', 'Zip it again by deflate'],
    ['LZMA', packed('ZIP_LZMA'), 'is packed by method 14 (LZMA)', 'Zip it again by deflate'],
  ])('is the cause, where it is a module: %s', async (_, zip, says, hint) => {
    const { headline, findings } = await judge('a.zip', zip)
    expect(findings).toMatchObject([
      { rule: 'unreadable', class: 'loads', file: MODULE, error: NOT_UNZIPPED },
    ])
    expect(headline).toContain(says)
    expect(headline).toContain(hint)
    expect(headline).not.toContain('.sha256')
  })

  test('is noted, where nothing of it is judged', async () => {
    const { passed, notes } = await judge('a.zip', changed(whole, 'app.py', 16, 1))
    expect({ passed, notes }).toEqual({
      passed: true,
      notes: [`damaged: the CRC of "app.py" is wrong: Lambda may answer to the upload: ${NOT_UNZIPPED}`],
    })
  })
})

describe('a directory', () => {
  const job = (path: string): AuditJob => ({
    file: 'x',
    path,
    python: PYTHON,
    architecture: HOST,
    strict: false,
  })
  const made = (name: string) => {
    const path = join(workshop.directory, name)
    mkdirSync(join(path, 'psycopg2'), { recursive: true })
    writeFileSync(join(path, 'psycopg2', '__init__.py'), '')
    return path
  }

  test('with a file that its reader may not read', async () => {
    const path = made('locked')
    writeFileSync(join(path, MODULE), good)
    chmodSync(join(path, MODULE), 0)
    chmodSync(workshop.directory, 0o755)
    // Root may read everything: be somebody else for a moment.
    const root = process.getuid?.() === 0
    if (root) process.seteuid?.(65534)
    try {
      const error = await failure(audit(job(path)))
      expect(error.message).toMatch(/^Cannot read .*locked: EACCES: permission denied, .*_psycopg/)
      expect(error.hint).toMatch(/^Make it readable: chmod/)
    } finally {
      if (root) process.seteuid?.(0)
    }
  })

  test('with links that lead to one another, to nothing, and to where it will lie on Lambda', async () => {
    const path = made('linked')
    symlinkSync('a', join(path, 'a'))
    symlinkSync(`/opt/m.bin`, join(path, MODULE))
    expect((await audit(job(path))).findings).toMatchObject([
      {
        rule: 'module-name',
        message: `${MODULE} is a symbolic link to "/opt/m.bin", which is not in the package`,
      },
    ])
    writeFileSync(join(path, 'm.bin'), good)
    const { passed, notes } = await audit(job(path))
    expect({ passed, notes }).toEqual({
      passed: true,
      notes: ['"a" is a symbolic link that leads to nothing'],
    })
  })
})
