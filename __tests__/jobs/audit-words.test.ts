import { describe, expect, test } from 'vitest'
import { EM } from '../../src/audit/elf-header.js'
import { MACHINES } from '../../src/catalog/architecture.js'
import { forOtherMachine, patched } from '../audit/patches.js'
import { HOST } from '../audit/shared-objects.js'
import { pythonZip } from '../package/python-zip.js'
import { text } from '../package/sample.js'
import { type Files, good, init, judge, MODULE, OTHER, workshop } from './judging.js'

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
    expect(said).toContain(`pip install --platform manylinux2014_${MACHINES[OTHER]} `)
    expect(said).toContain(' --python-version 3.13 --only-binary :all: --target DIRECTORY psycopg2-binary')
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
