import { describe, expect, test } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import { breaksOff, first, refuses } from '../../stand-ins/github/faults.js'
import { failureOf, sha256, useBench } from './bench.js'

const bench = useBench()

const ZIP = 'psycopg2.9.13-3.13.zip'
const LIST = 'list-release-assets 200'
const POST = 'upload-release-asset'

describe('what is there already', () => {
  test('case 7: the same name and digest: no POST', async () => {
    const { stored, release } = bench.draft()
    const files = [await bench.file(ZIP), await bench.file(`${ZIP}.sha256`), await bench.file(`${ZIP}.md5`)]
    await ensureAssets(bench.connection(), release, files)
    bench.server.requests.length = 0
    const result = await ensureAssets(bench.connection(), release, files)
    expect(bench.server.trace).toEqual([LIST])
    expect(result.map(({ outcome }) => outcome)).toEqual(['reused', 'reused', 'reused'])
    expect(stored.assets).toHaveLength(3)
  })

  test('case 15: the digest comes later: the listing is read again, nothing is downloaded', async () => {
    const { release } = bench.draft()
    bench.server.repository.digestLag = 2500
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(bench.server.trace).toEqual([LIST, `${POST} 201`, LIST, LIST, LIST])
    expect(bench.clock.sleeps).toEqual([1000, 2000])
  })

  test('case 16: the digest never comes: the asset is downloaded and hashed', async () => {
    const { release } = bench.draft()
    bench.server.repository.digestLag = Number.POSITIVE_INFINITY
    const result = await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    const lists = Array(5).fill(LIST)
    expect(bench.server.trace).toEqual([LIST, `${POST} 201`, ...lists, 'get-release-asset 200'])
    expect(result).toMatchObject([{ name: ZIP, digest: `sha256:${sha256(`the bytes of ${ZIP}`)}` }])
  })

  test('case 16: and other bytes of the same size are found out', async () => {
    const { stored, release } = bench.draft()
    bench.server.repository.addAsset(stored, {
      name: ZIP,
      bytes: Buffer.from('xyz'),
      digestAt: Number.POSITIVE_INFINITY,
    })
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP, 'abc')]))
    expect(error.message).toContain(`sha256:${sha256('xyz')}`)
    expect(error.message).toContain(`sha256:${sha256('abc')}`)
    expect(bench.server.count('get-release-asset')).toBe(1)
    expect(bench.server.count(POST)).toBe(0)
  })

  test('case 16: a download that breaks off is begun again, until patience ends', async () => {
    const { stored, release } = bench.draft()
    bench.server.repository.addAsset(stored, {
      name: ZIP,
      bytes: Buffer.from(`the bytes of ${ZIP}`),
      digestAt: Number.POSITIVE_INFINITY,
    })
    const file = await bench.file(ZIP)
    bench.server.meets('get-release-asset', breaksOff, breaksOff)
    expect(await ensureAssets(bench.connection(), release, [file])).toMatchObject([{ outcome: 'reused' }])
    expect(bench.server.count('get-release-asset')).toBe(3)
    bench.server.meets('get-release-asset', ...Array(9).fill(breaksOff))
    const error = await failureOf(ensureAssets(bench.connection(), release, [file]))
    expect(error.message).toMatch(/downloading the asset \d+ failed 6 times.*broke off/)
    expect(bench.server.count('get-release-asset')).toBe(9)
  })

  test('a name that is taken, and shown by no list, is given up after six attempts', async () => {
    const { release } = bench.draft()
    const taken = { resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }
    bench.server.meets(POST, ...Array(9).fill(refuses(422, 'Validation Failed', {}, [taken])))
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toMatch(/failed 6 times.*another job has just uploaded/)
    expect(bench.server.count(POST)).toBe(6)
  })

  test('case 42: more than 100 assets, and ours is the 120th', async () => {
    const { stored, release } = bench.draft()
    for (let n = 1; n < 120; n += 1) bench.server.repository.addAsset(stored, { name: `other-${n}.zip` })
    const file = await bench.file(ZIP)
    bench.server.repository.addAsset(stored, { name: ZIP, bytes: Buffer.from(`the bytes of ${ZIP}`) })
    expect(await ensureAssets(bench.connection(), release, [file])).toMatchObject([{ outcome: 'reused' }])
    expect(bench.server.trace).toEqual([LIST, LIST])
    expect(bench.server.requests.map(({ url }) => new URL(url).searchParams.get('page'))).toEqual(['1', '2'])
    expect(new URL(bench.server.requests[0]?.url ?? '').searchParams.get('per_page')).toBe('100')
  })
})

describe('a release that changes meanwhile', () => {
  test('case 35: deleted between rounds: an error, and it is not made again', async () => {
    const { release } = bench.draft()
    const { releases } = bench.server.repository
    bench.server.meets(
      POST,
      first(() => {
        releases.clear()
      }),
    )
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toMatch(/2\.9\.13-1.*was deleted/)
    expect(bench.server.trace).toEqual([LIST, `${POST} 404`, 'get-release 404'])
    expect(releases.size).toBe(0)
  })

  test('case 35: deleted before the first listing', async () => {
    const { release } = bench.draft()
    bench.server.repository.releases.clear()
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toMatch(/was deleted/)
    expect(bench.server.trace).toEqual(['list-release-assets 404'])
  })

  test('case 36: published meanwhile, not immutable: the upload goes through', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(
      POST,
      first(() => {
        stored.draft = false
      }),
    )
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP), await bench.file(`${ZIP}.md5`)])
    expect(bench.server.count(POST)).toBe(2)
    expect(stored.assets).toHaveLength(2)
  })

  test('case 37: published as immutable meanwhile: an error with advice, no second attempt', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(
      POST,
      first(() => {
        Object.assign(stored, { draft: false, immutable: true })
      }),
    )
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toContain('Cannot upload assets to an immutable release')
    expect(error.hint).toContain('new tag')
    expect(bench.server.trace).toEqual([LIST, `${POST} 422`])
  })

  test('case 37: known as immutable: no POST at all', async () => {
    const { release } = bench.draft({ draft: false, immutable: true })
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toContain('immutable')
    expect(bench.server.trace).toEqual([LIST])
  })

  test('case 45: the limit of 1,000 assets: an error with GitHub’s words, no second attempt', async () => {
    const { stored, release } = bench.draft()
    for (let n = 0; n < 1000; n += 1) bench.server.repository.addAsset(stored, { name: `other-${n}.zip` })
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toContain('too many assets')
    expect(bench.server.count(POST)).toBe(1)
    expect(stored.assets).toHaveLength(1000)
  })
})
