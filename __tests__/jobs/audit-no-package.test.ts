import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type AuditJob, audit } from '../../src/jobs/audit-job.js'
import { HOST } from '../audit/shared-objects.js'
import { zipOf } from '../package/python-zip.js'
import { text } from '../package/sample.js'
import { type Files, good, init, judge, MODULE, PYTHON, workshop } from './judging.js'

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

const pointer = text('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n')

test("a module that is Git LFS's pointer says so", async () => {
  const { headline } = await judge('a.zip', [init, [MODULE, pointer]])
  expect(headline).toContain(
    `${MODULE}: it is a pointer of Git LFS, and not the file itself. Get the file: git lfs`,
  )
})

describe('what is no package says what it is', () => {
  const source: Files = [
    ['psycopg2-2.9.13/PKG-INFO', text('Name: psycopg2')],
    ['psycopg2-2.9.13/setup.py', text('')],
    ['psycopg2-2.9.13/lib/__init__.py', text('')],
  ]
  test.each<[string, string, Uint8Array | Files, says: RegExp]>([
    ['an empty zip', 'a.zip', [], /^a\.zip is empty: there is no file in it$/],
    ['an empty file', 'a.zip', text(''), /^a\.zip is empty: it has no bytes$/],
    [
      'names from the root of the disk',
      'a.zip',
      [[`/${MODULE}`, good]],
      /^a\.zip is empty where it is unpacked: psycopg2\/_psycopg\.\S+ is named from the root of the disk/,
    ],
    ['JavaScript', 'a.zip', [['index.mjs', text('')]], /^a\.zip is for Node\.js: nothing in it is Python's$/],
    ['a layer of it', 'a.zip', [['nodejs/node_modules/a/package.json', text('')]], /^a\.zip is for Node\.js/],
    ['an sdist', 'a.zip', source, /^a\.zip is a source distribution: what Python would load has to be/],
    [
      "psycopg2's repository",
      'a.zip',
      [['psycopg2-2_9_13/psycopg/psycopgmodule.c', text('')]],
      /^a\.zip is a source distribution/,
    ],
    [
      'an sdist as it is had',
      'psycopg2-2.9.13.tar.gz',
      new Uint8Array(gzipSync('')),
      /^psycopg2-2\.9\.13\.tar\.gz: not a zip file, but packed by gzip .*: psycopg2's source/,
    ],
    ['another archive', 'a.zip', new Uint8Array(gzipSync('')), /^a\.zip: not a zip file, but packed by gzip/],
    ['an error page', 'a.zip', text('<!DOCTYPE html>'), /^a\.zip: not a zip file, but a web page or XML$/],
    [
      'what Git LFS leaves',
      'a.zip',
      pointer,
      /^a\.zip: it is a pointer of Git LFS, and not the file itself$/,
    ],
    ['wheels', 'a.zip', [['b-1-py3-none-any.whl', text('')]], /^a\.zip is no package: it holds b-1-py3/],
  ])('%s', async (_, file, content, says) => {
    await expect(judge(file, content)).rejects.toThrow(says)
    // Nor is the Python asked for first, which would not help.
    await expect(judge(file, content, { python: undefined })).rejects.toThrow(says)
  })

  test('an empty directory', async () => {
    const path = join(workshop.directory, 'empty')
    mkdirSync(path)
    const job: AuditJob = { file: 'empty', path, python: PYTHON, architecture: HOST, strict: false }
    await expect(audit(job)).rejects.toThrow('empty is empty: there is no file in it')
  })
})

describe('where psycopg2 was to be', () => {
  const handler = ['app.py', text('')] as const
  const psycopg2 = zipOf([init, [MODULE, good]])
  test.each<[string, Files, says: string]>([
    [
      'a zip in the package',
      [['lib/deps.zip', psycopg2]],
      'lib/deps.zip: psycopg2 lies in this zip, into which no',
    ],
    [
      'a wheel in the package',
      [['psycopg2_binary-2.whl', psycopg2]],
      'Put what is in psycopg2_binary-2.whl into',
    ],
    [
      'its dist-info only',
      [['psycopg2-2.9.13.dist-info/METADATA', text('')]],
      'has psycopg2-2.9.13.dist-info/, and no',
    ],
    [
      'its libraries only',
      [['psycopg2_binary.libs/libpq.so.5', text('')]],
      'it has psycopg2_binary.libs/, and no',
    ],
    [
      'its source only',
      [['psycopg2-2/psycopg/psycopgmodule.c', text('')]],
      'psycopg2 is there as source only',
    ],
    [
      'names from the root of the disk',
      [
        ['/psycopg2/__init__.py', text('')],
        [`/${MODULE}`, good],
      ],
      'psycopg2/__init__.py is named from the root of the disk in the zip (/…), and not in the package',
    ],
  ])('%s', async (_, files, says) => {
    const { passed, findings, headline, notes } = await judge('function.zip', [handler, ...files])
    expect(notes.join()).not.toContain('psycopg2 is not in it')
    expect({ passed, findings }).toMatchObject({
      passed: false,
      findings: [{ rule: 'psycopg2', class: 'loads', error: "No module named 'psycopg2'" }],
    })
    expect(headline).toContain(says)
  })

  test('zips that do not stand in for it are not asked about', async () => {
    const packed = ['.requirements.zip', psycopg2] as const
    const unpacking = ['unzip_requirements.py', text('')] as const
    for (const files of [
      [handler, ['data.zip', zipOf([handler])] as const],
      [handler, packed, unpacking],
      [init, [MODULE, good] as const, packed],
    ])
      expect(await judge('function.zip', files)).toMatchObject({ passed: true, findings: [] })
  })

  test('nothing tells that it was: the first line says no more than is true', async () => {
    const { passed, headline, text: said } = await judge('function.zip', [handler])
    expect({ passed, headline }).toEqual({
      passed: true,
      headline: `Lambda's Python 3.13 on ${HOST} has nothing compiled to load in function.zip, and finds no psycopg2 in it`,
    })
    expect(said).toContain(
      'note: psycopg2 is not in it: a function that imports it needs it here or in a layer',
    )
  })
})
