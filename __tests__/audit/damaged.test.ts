import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { DT } from '../../src/audit/elf-dynamic.js'
import { PT } from '../../src/audit/elf-header.js'
import { headerWords } from '../../src/audit/loader-words.js'
import { Loader } from '../../stand-ins/loader.js'
import { judged, MODULE } from './judging.js'
import { dynamicAt, patched, segmentAt } from './patches.js'
import { HOST, Workshop } from './shared-objects.js'

const workshop = new Workshop()
afterAll(() => workshop.close())

const good = workshop.build()
const ofPsycopg2 = async (bytes: Uint8Array) => await judged({ 'psycopg2/__init__.py': '', [MODULE]: bytes })

describe('what is no module is told in the words of a real loader', async () => {
  const loader = await Loader.make({
    glibc: 'this',
    python: ['PyModule_Create2', '_PyObject_New'],
    initFunction: 'PyInit__psycopg',
  })
  afterAll(() => loader.close())

  test.each<[string, Uint8Array]>([
    ['a beginning', good.subarray(0, 40)],
    ['text', new Uint8Array(Buffer.from('version https://git-lfs.github.com/spec/v1\n'.repeat(4)))],
    ['another width', patched(good, [4, 1, 1])],
    ['another order of bytes', patched(good, [5, 1, 2])],
    ['another ELF', patched(good, [6, 1, 2])],
    ['another ELF in its header', patched(good, [20, 4, 2])],
    ['another system', patched(good, [7, 1, 9])],
    ['another ABI', patched(good, [8, 1, 9])],
    ['padding', patched(good, [9, 1, 9])],
    ['a program', patched(good, [16, 2, 2])],
    ['an object file', objectFile()],
    ['segments of another size', patched(good, [54, 2, 32])],
    ['segments beyond the end', patched(good, [32, 8, 2 ** 40])],
    ['no segments', patched(good, [56, 2, 1], [segmentAt(good, PT.LOAD), 4, PT.NOTE])],
    ['no dynamic section', patched(good, [segmentAt(good, PT.DYNAMIC), 4, PT.NOTE])],
    ['a program that is loaded anywhere', patched(good, [dynamicAt(good, DT.FLAGS_1) + 8, 8, 0x8000001])],
    ['what no program may open', patched(good, [dynamicAt(good, DT.FLAGS_1) + 8, 8, 0x41])],
  ])('%s', async (_, bytes) => {
    const path = join(workshop.directory, '_psycopg.so')
    writeFileSync(path, bytes)
    const [words] = await loader.load([path])
    const { findings } = await ofPsycopg2(bytes)
    expect(findings[0]?.error ?? 'nothing').not.toContain('/')
    expect(words).toBe(`${path}: ${findings[0]?.error}`)
  })
})

// Lambda has no loader that is as new as this machine's may be.
test.skipIf(HOST === 'arm64').each<[string, Uint8Array]>([
  [
    'a segment that is not where its alignment says',
    patched(good, [segmentAt(good, PT.LOAD) + 56 + 8, 8, 0x1010]),
  ],
  ['a segment smaller than a page', patched(good, [segmentAt(good, PT.LOAD) + 48, 8, 16])],
])('%s is told in the words of a loader as old', async (_, bytes) => {
  const old = await Loader.make({ glibc: '2.17', python: [], initFunction: 'PyInit__psycopg' })
  const path = join(workshop.directory, '_psycopg.so')
  writeFileSync(path, bytes)
  const [words] = await old.load([path])
  old.close()
  const { findings } = await ofPsycopg2(bytes)
  expect(words).toBe(`${path}: ${findings[0]?.error}`)
})

function objectFile(): Uint8Array {
  const path = join(workshop.directory, 'a.o')
  execFileSync('gcc', ['-c', '-x', 'c', '-', '-o', path], { input: 'int a;' })
  return new Uint8Array(readFileSync(path))
}

test('a file that was read and written as text is said to be damaged by that', async () => {
  // As editors, and git with a wrong encoding, do it.
  const asText = new Uint8Array(Buffer.from(Buffer.from(good).toString('utf8'), 'utf8'))
  const { findings } = await ofPsycopg2(asText)
  expect(findings[0]).toMatchObject({
    rule: 'elf',
    file: MODULE,
    message: expect.stringMatching(/^it was changed into text on its way: .* EF BF BD/),
    hint: expect.stringContaining('.gitattributes'),
  })
  expect(findings[0]?.error).toBe(headerWords(asText))
})
