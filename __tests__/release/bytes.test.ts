import { appendFile, rm, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import { localFile } from '../../src/release/files.js'
import { first, twists } from '../../stand-ins/github/faults.js'
import { failureOf, sha256, useBench } from './bench.js'

const bench = useBench()

const ZIP = 'psycopg2.9.13-3.13.zip'
const LIST = 'list-release-assets 200'
const POST = 'upload-release-asset'

describe('bytes that are not the right ones', () => {
  test('case 17: the server has another digest: deleted, tried again, then an error', async () => {
    const { stored, release } = bench.draft()
    const corrupts = twists((json) => {
      const asset = stored.assets.at(-1)
      if (asset !== undefined) asset.falseDigest = `sha256:${'0'.repeat(64)}`
      return { ...json, digest: `sha256:${'0'.repeat(64)}` }
    })
    bench.server.meets(POST, corrupts, corrupts)
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    const round = [LIST, `${POST} 201`, 'delete-release-asset 204']
    expect(bench.server.trace).toEqual([...round, ...round])
    expect(error.message).toContain('0'.repeat(64))
    expect(error.message).toContain(sha256(`the bytes of ${ZIP}`))
    expect(stored.assets).toEqual([])
  })

  test('case 17: and once is forgiven', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(
      POST,
      twists((json) => ({ ...json, digest: `sha256:${'0'.repeat(64)}` })),
    )
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(bench.server.trace).toEqual([
      LIST,
      `${POST} 201`,
      'delete-release-asset 204',
      LIST,
      `${POST} 201`,
      LIST,
    ])
    expect(stored.assets).toHaveLength(1)
  })

  test.each(['a b.zip', 'a~1.zip', '.a.zip', 'a.zip.', 'a..zip', 'a(1).zip', 'dir/a.zip', 'ä.zip', ''])(
    'case 18: the name %j would be rewritten: refused before any request',
    async (name) => {
      const { release } = bench.draft()
      const file = { ...(await bench.file('x.zip')), name }
      const error = await failureOf(ensureAssets(bench.connection(), release, [file]))
      expect(error.message).toContain(JSON.stringify(name))
      expect(bench.server.requests).toEqual([])
    },
  )

  test('case 18: names with + and _ pass, and arrive as they are', async () => {
    const { stored, release } = bench.draft()
    const name = 'psycopg2_1-2.9.13+local-cp313.whl'
    await ensureAssets(bench.connection(), release, [await bench.file(name)])
    expect(stored.assets.map((asset) => asset.name)).toEqual([name])
  })

  test('case 19: the server gives it another name: deleted, and an error', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(
      POST,
      twists((json) => ({ ...json, name: 'other.zip' })),
    )
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toMatch(/psycopg2\.9\.13-3\.13\.zip.*other\.zip/)
    expect(bench.server.trace).toEqual([LIST, `${POST} 201`, 'delete-release-asset 204'])
    expect(stored.assets).toEqual([])
  })

  test('case 46: empty, missing, a directory, the same name twice: refused before any request', async () => {
    const { release } = bench.draft()
    const good = await bench.file('good.zip')
    const empty = await bench.file('empty.zip', '')
    const missing = { ...good, name: 'missing.zip', path: `${good.path}.missing` }
    const directory = { ...good, name: 'directory.zip', path: '/' }
    for (const [file, words] of [
      [empty, /empty\.zip.*empty/],
      [missing, /missing.*good\.zip\.missing/],
      [directory, /not a file/],
      [good, /two files.*good\.zip/],
    ] as const) {
      const error = await failureOf(ensureAssets(bench.connection(), release, [good, file]))
      expect(error.message).toMatch(words)
    }
    expect(bench.server.requests).toEqual([])
  })

  test('a file that comes by a glob is named, measured and hashed; an unfit one refused', async () => {
    const file = await bench.file('a.zip')
    expect(await localFile(file.path)).toEqual(file)
    const empty = await bench.file('empty.zip', '')
    expect((await failureOf(localFile(empty.path))).message).toContain('empty')
    expect((await failureOf(localFile('/nowhere/a.zip'))).message).toContain('/nowhere/a.zip')
  })

  test('case 47: the file changed after it was hashed: refused before any request', async () => {
    const { release } = bench.draft()
    const sameSize = await bench.file('a.zip', 'one')
    await writeFile(sameSize.path, 'two')
    const longer = await bench.file('b.zip')
    await appendFile(longer.path, 'more')
    for (const file of [sameSize, longer]) {
      const error = await failureOf(ensureAssets(bench.connection(), release, [file]))
      expect(error.message).toMatch(/changed since it was hashed/)
    }
    expect(bench.server.requests).toEqual([])
  })

  test('case 47: it changes between the check and the upload: nothing of it remains, no second attempt', async () => {
    const { stored, release } = bench.draft()
    const file = await bench.file(ZIP)
    bench.server.meets(
      'list-release-assets',
      first(() => writeFile(file.path, 'other bytes')),
    )
    const error = await failureOf(ensureAssets(bench.connection(), release, [file]))
    expect(error.message).toMatch(/changed since it was hashed/)
    expect(bench.server.count(POST)).toBeLessThanOrEqual(1)
    expect(stored.assets).toEqual([])
  })

  test('case 47: it vanishes between the check and the upload', async () => {
    const { release } = bench.draft()
    const file = await bench.file(ZIP)
    bench.server.meets(
      'list-release-assets',
      first(() => rm(file.path)),
    )
    const error = await failureOf(ensureAssets(bench.connection(), release, [file]))
    expect(error.message).toMatch(/changed since it was hashed/)
  })
})
