import { expect, test } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import { parseExpected } from '../../src/release/expected.js'
import { publishRelease } from '../../src/release/publish-release.js'
import { COMMIT, contentsOf, failureOf, recordOf, sha256, TAG, useBench } from './bench.js'

const bench = useBench()
const ZIP = 'psycopg2.9.13-3.13.zip'
const RECORD = `${ZIP}.verified.json`
const POST = 'upload-release-asset'
const OF_ZIP = sha256(`the bytes of ${ZIP}`)

const connection = (fields = {}) => bench.connection({ tag: TAG, sha: COMMIT, ...fields })
const request = { expected: [], files: [], makeLatest: 'legacy' } as const
const artefact = (more = {}) => parseExpected(JSON.stringify([{ name: ZIP, sha256: OF_ZIP, ...more }]))

test('a second run’s record is another one, and the first one stays', async () => {
  const { stored, release } = bench.draft()
  const zip = await bench.file(ZIP)
  await ensureAssets(connection(), release, [zip, await bench.file(RECORD, 'monday')])
  const posts = bench.server.count(POST)
  const result = await ensureAssets(connection(), release, [zip, await bench.file(RECORD, 'tuesday')])
  expect(bench.server.count(POST)).toBe(posts)
  expect(contentsOf(stored)[RECORD]).toBe('monday')
  expect(result).toMatchObject([
    { name: ZIP },
    { name: RECORD, digest: `sha256:${sha256('monday')}`, outcome: 'reused' },
  ])
})

test('a record of other bytes does not stay beside a zip that is uploaded anew', async () => {
  const { stored, release } = bench.draft()
  await ensureAssets(connection(), release, [await bench.file(RECORD, 'of a zip that is gone')])
  await ensureAssets(connection(), release, [await bench.file(ZIP), await bench.file(RECORD, 'tuesday')])
  expect(contentsOf(stored)).toEqual({ [ZIP]: `the bytes of ${ZIP}`, [RECORD]: 'tuesday' })
})

test('with overwrite it is replaced', async () => {
  const { stored, release } = bench.draft()
  await ensureAssets(connection(), release, [await bench.file(RECORD, 'monday')])
  await ensureAssets(connection({ overwrite: true }), release, [await bench.file(RECORD, 'tuesday')])
  expect(contentsOf(stored)).toEqual({ [RECORD]: 'tuesday' })
})

test('publish takes any record of an expected zip, and none of another', async () => {
  bench.tagAt()
  const { stored, release } = bench.draft()
  const monday = recordOf(OF_ZIP)
  await ensureAssets(connection(), release, [await bench.file(ZIP), await bench.file(RECORD, monday)])
  const stranger = await bench.file('other.zip.verified.json')
  await ensureAssets(connection(), release, [stranger])
  const error = await failureOf(publishRelease(connection(), { ...request, expected: artefact() }))
  expect(error.message).toContain('unexpected: other.zip.verified.json')
  stored.assets = stored.assets.filter(({ name }) => name !== stranger.name)
  await publishRelease(connection(), { ...request, expected: artefact({ verified: RECORD }) })
  expect(contentsOf(stored).SHA256SUMS).toContain(`${sha256(monday)}  ${RECORD}\n`)
})

test('a build that says it made one must have uploaded it', async () => {
  bench.tagAt()
  const { stored, release } = bench.draft()
  await ensureAssets(connection(), release, [await bench.file(ZIP)])
  const expected = artefact({ verified: RECORD })
  const error = await failureOf(publishRelease(connection(), { ...request, expected }))
  expect(error.message).toContain(`missing: ${RECORD}`)
  expect(stored.draft).toBe(true)
})

test('one writer: files with a record are published again without a conflict', async () => {
  bench.tagAt()
  const zip = await bench.file(ZIP)
  const files = async (text: string) => [zip, await bench.file(RECORD, text)]
  const first = await publishRelease(connection(), { ...request, files: await files(recordOf(OF_ZIP)) })
  const again = await files(recordOf(OF_ZIP, 'tuesday'))
  const second = await publishRelease(connection(), { ...request, files: again })
  expect(second).toEqual(first)
})

const OTHER = sha256('another build')

test.each([
  ['{}', 'is no record of a zip'],
  [recordOf(OTHER), `is the record of a zip with SHA-256 ${OTHER}`],
])('files with %s as the record of a zip are refused before anything is sent', async (text, says) => {
  const files = [await bench.file(ZIP), await bench.file(RECORD, text)]
  for (const expected of [[], artefact({ verified: RECORD })]) {
    const error = await failureOf(publishRelease(connection(), { ...request, files, expected }))
    expect(error.message).toBe(`files: ${RECORD} ${says}, but ${ZIP} has ${OF_ZIP}`)
    expect(error.hint).toContain('the verb verify')
  }
  expect(bench.server.requests).toEqual([])
})

test.each([
  ['{}', 'no record'],
  [recordOf(OTHER), `of a zip with SHA-256 ${OTHER}`],
])(
  '%s on the draft as the record of a zip: nothing is published until its own is there',
  async (text, says) => {
    bench.tagAt()
    const { stored, release } = bench.draft()
    await ensureAssets(connection(), release, [await bench.file(RECORD, text)])
    await ensureAssets(connection(), release, [await bench.file(ZIP)])
    for (const verified of [RECORD, null]) {
      const error = await failureOf(
        publishRelease(connection(), { ...request, expected: artefact({ verified }) }),
      )
      expect(error.message).toContain(`records of other zips: ${RECORD} (${says}; the zip has ${OF_ZIP})`)
      expect(error.hint).toContain('upload the record that it writes')
    }
    expect(stored.draft).toBe(true)
    const files = [await bench.file(RECORD, recordOf(OF_ZIP))]
    await publishRelease(connection(), { ...request, files, expected: artefact() })
    expect(stored.draft).toBe(false)
    expect(contentsOf(stored)[RECORD]).toBe(recordOf(OF_ZIP))
  },
)

test('a published release with the record of another zip is not what was expected', async () => {
  bench.tagAt()
  const { stored } = bench.draft()
  const files = [await bench.file(ZIP), await bench.file(RECORD, recordOf(OF_ZIP))]
  await publishRelease(connection(), { ...request, files })
  const [record] = stored.assets.filter(({ name }) => name === RECORD)
  if (record === undefined) return expect.fail()
  record.bytes = Buffer.from(recordOf(OTHER))
  const error = await failureOf(publishRelease(connection(), { ...request, expected: artefact() }))
  expect(error.message).toContain(`records of other zips: ${RECORD}`)
})
