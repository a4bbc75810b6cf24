import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isBetter } from '../../src/catalog/zip-record.js'
import { ensureAssets } from '../../src/release/assets.js'
import { parseExpected } from '../../src/release/expected.js'
import { publishRelease } from '../../src/release/publish-release.js'
import type { LocalFile } from '../../src/release/types.js'
import { uploadFiles } from '../../src/release/upload.js'
import { COMMIT, contentsOf, failureOf, sha256, TAG, useBench } from './bench.js'

const bench = useBench()
const ZIP = 'psycopg2.9.13-3.13-arm64.zip'
const RECORD = `${ZIP}.verified.json`
const OF_ZIP = sha256(`the bytes of ${ZIP}`)

const STAGES = ['audit', 'import', 'connect']
const connection = (fields = {}) => bench.connection({ tag: TAG, sha: COMMIT, ...fields })
const request = { expected: [], files: [], makeLatest: 'legacy' } as const
const artefact = (verified: string | null) =>
  parseExpected(JSON.stringify([{ name: ZIP, sha256: OF_ZIP, verified }]))

/** The text of a record that says of so many stages that they ran, and of the others that they were asked for or not. */
function record(ran: number, { asked = false, of = OF_ZIP, when = 'monday' } = {}): string {
  const stages = STAGES.slice(0, ran).map((stage) => ({ stage, finished: when }))
  const notRun = STAGES.slice(ran).map((stage) => ({ stage, asked, why: `no ${stage} here` }))
  return JSON.stringify({ zip: { sha256: of }, stages, notRun })
}

/** The zip, and a record of it. */
async function filesWith(text: string): Promise<[LocalFile, LocalFile]> {
  return [await bench.file(ZIP), await bench.file(RECORD, text)]
}

test('the fuller of two records of one zip says of more stages that they ran', () => {
  for (const zip of [OF_ZIP, undefined]) {
    expect(isBetter(record(2), record(1), zip)).toBe(true)
    expect(isBetter(record(3), record(2, { asked: true }), zip)).toBe(true)
    expect(isBetter(record(2, { when: 'tuesday' }), record(2), zip)).toBe(false)
    expect(isBetter(record(1), record(3), zip)).toBe(false)
    expect(isBetter(record(3, { of: 'b' }), record(1), zip)).toBe(false)
    expect(isBetter('[]', record(1), zip)).toBe(false)
  }
})

test('where the zip is known, its record is better than any of other bytes', () => {
  expect(isBetter(record(1), record(3, { of: 'b' }), OF_ZIP)).toBe(true)
  expect(isBetter(record(1), 'anything', OF_ZIP)).toBe(true)
  expect(isBetter(record(3, { of: 'b' }), record(1, { of: 'b' }), OF_ZIP)).toBe(false)
  expect(isBetter(record(1), record(3, { of: 'b' }), undefined)).toBe(false)
  expect(isBetter(record(3), 'anything', undefined)).toBe(false)
})

test('a fuller record replaces one on the draft without overwrite; one that is not fuller leaves it', async () => {
  const { stored, release } = bench.draft()
  const put = async (text: string) => ensureAssets(connection(), release, await filesWith(text))
  await put(record(1))
  await put(record(3))
  expect(contentsOf(stored)[RECORD]).toBe(record(3))
  const [, kept] = await put(record(2, { when: 'tuesday' }))
  expect(kept).toMatchObject({ name: RECORD, outcome: 'reused', digest: `sha256:${sha256(record(3))}` })
  await put(record(3, { when: 'tuesday' }))
  expect(contentsOf(stored)).toEqual({ [ZIP]: `the bytes of ${ZIP}`, [RECORD]: record(3) })
})

test('a record alone, as a later job brings it, replaces the smaller one as well', async () => {
  const { stored, release } = bench.draft()
  await ensureAssets(connection(), release, await filesWith(record(1)))
  await ensureAssets(connection(), release, [await bench.file(RECORD, record(2))])
  expect(contentsOf(stored)[RECORD]).toBe(record(2))
  await ensureAssets(connection(), release, [await bench.file(RECORD, record(3, { of: 'another zip' }))])
  expect(contentsOf(stored)[RECORD]).toBe(record(2))
})

test('a record of other bytes, left by a run that died after its zip, is replaced', async () => {
  const { stored, release } = bench.draft()
  const [zip, stale] = await filesWith(record(3, { of: 'another zip' }))
  await ensureAssets(connection(), release, [stale])
  await ensureAssets(connection(), release, [zip])
  await ensureAssets(connection(), release, [await bench.file(RECORD, record(1))])
  expect(contentsOf(stored)).toEqual({ [ZIP]: `the bytes of ${ZIP}`, [RECORD]: record(1) })
})

test('what a replacement that broke off has left goes away, also where the older record stays', async () => {
  const { stored, release } = bench.draft()
  await ensureAssets(connection(), release, await filesWith(record(3)))
  const left = await bench.file(`${RECORD}.new-0123456789ab`, 'of a job that died')
  await ensureAssets(connection(), release, [left])
  bench.clock.time += 24 * 3600_000
  await ensureAssets(connection(), release, await filesWith(record(2)))
  expect(contentsOf(stored)).toEqual({ [ZIP]: `the bytes of ${ZIP}`, [RECORD]: record(3) })
})

test('what is published stays, with the sums of it', async () => {
  const { stored, release } = bench.draft()
  await ensureAssets(connection(), release, await filesWith(record(1)))
  stored.draft = false
  await ensureAssets(connection(), { ...release, draft: false }, await filesWith(record(3)))
  expect(contentsOf(stored)[RECORD]).toBe(record(1))
})

test('a build does not upload a record of what was asked for and did not run, and says so', async () => {
  bench.tagAt()
  const { stored } = bench.draft()
  await uploadFiles(connection(), await filesWith(record(1, { asked: true })))
  expect(Object.keys(contentsOf(stored))).toEqual([ZIP])
  expect(bench.log.lines).toContainEqual(
    expect.stringMatching(new RegExp(`^${RECORD} is not uploaded, .*: import: no import here$`)),
  )
  // What nobody asked for is no reason.
  await uploadFiles(connection(), await filesWith(record(1)))
  expect(contentsOf(stored)[RECORD]).toBe(record(1))
})

test('publish refuses a zip without a record where one was asked for, and says how to make one', async () => {
  bench.tagAt()
  const { stored } = bench.draft()
  const files = await filesWith(record(1, { asked: true }))
  for (const expected of [[], artefact(RECORD)]) {
    const error = await failureOf(publishRelease(connection(), { ...request, files, expected }))
    expect(error.message).toContain(`missing: ${RECORD}`)
    expect(error.hint).toContain('the verb verify on a machine of its architecture')
    expect(stored.draft).toBe(true)
  }
})

test('where none was asked for, it may be there or not', async () => {
  bench.tagAt()
  const { stored } = bench.draft()
  const files = [await bench.file(ZIP)]
  await publishRelease(connection(), { ...request, files, expected: artefact(null) })
  expect(stored.draft).toBe(false)
})

test('the record of the job that could try the zip goes up, that of the build does not', async () => {
  bench.tagAt()
  const { stored } = bench.draft()
  const [zip, unfinished] = await filesWith(record(1, { asked: true }))
  const directory = join(dirname(unfinished.path), 'build')
  await mkdir(directory)
  const path = join(directory, RECORD)
  await rename(unfinished.path, path)
  const files = [zip, { ...unfinished, path }, await bench.file(RECORD, record(2))]
  await publishRelease(connection(), { ...request, files, expected: artefact(RECORD) })
  expect(contentsOf(stored)[RECORD]).toBe(record(2))
  expect(bench.log.lines.filter((line) => line.includes('is not uploaded'))).toEqual([])
})
