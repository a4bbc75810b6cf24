import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeRecord } from '../../src/jobs/write-record.js'
import { sha256 } from '../../src/package/checksums.js'
import { recordText } from '../../src/verify/record.js'
import { collectingLog } from '../report/collecting-log.js'

const ZIP = sha256(new TextEncoder().encode('a zip'))

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'write-record-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** A record that says of these stages that they ran. */
function record(stages: string[], finished: string, of = ZIP): object {
  return { zip: { sha256: of }, finished, stages: stages.map((stage) => ({ stage })) }
}

/** What is there, was given, and was said, when a record is written where there is this one. */
async function written(earlier: string, fresh: object) {
  const path = join(directory, 'a.zip.verified.json')
  if (earlier !== '') writeFileSync(path, earlier)
  const { log, lines } = collectingLog()
  const given = await writeRecord({ path, record: fresh, zip: ZIP, earlier }, log)
  return { path, given, there: readFileSync(path, 'utf8'), lines }
}

test('a fuller record of the same bytes stays, and a notice says so', async () => {
  const fuller = record(['audit', 'import', 'connect'], 'monday')
  const { path, given, there, lines } = await written(
    JSON.stringify(fuller),
    record(['audit', 'import'], 'tuesday'),
  )
  expect([there, given]).toEqual([JSON.stringify(fuller), fuller])
  expect(lines).toEqual([expect.stringContaining(`${path} stays`)])
})

test.each([
  ['none', ''],
  ['no record', 'anything'],
  ['one that says as much', recordText(record(['audit', 'import'], 'monday'))],
  ['one that says less', recordText(record(['audit'], 'monday'))],
  [
    'a fuller one of other bytes',
    recordText(record(['audit', 'import', 'connect'], 'monday', '0'.repeat(64))),
  ],
])('in the place of %s', async (_, earlier) => {
  const fresh = record(['audit', 'import'], 'tuesday')
  const { given, there, lines } = await written(earlier, fresh)
  expect([there, given, lines]).toEqual([recordText(fresh), fresh, []])
})
