import { describe, expect, test } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import { answers, first, refuses, resetsAfter, resetsBefore } from '../../stand-ins/github/faults.js'
import type { StoredRelease } from '../../stand-ins/github/model.js'
import { contentsOf, failureOf, sha256, useBench } from './bench.js'

const bench = useBench()

const ZIP = 'psycopg2.9.13-3.13.zip'
const NEW = `the bytes of ${ZIP}`
const TEMPORARY = `${ZIP}.new-${sha256(NEW).slice(0, 12)}`
const LIST = 'list-release-assets 200'
const POST = 'upload-release-asset'
const DELETE = 'delete-release-asset'
const RENAME = 'update-release-asset'

/** The asset that stands there before, with other bytes. */
function old(stored: StoredRelease, age = 0) {
  const createdAt = bench.clock.now() - age
  return bench.server.repository.addAsset(stored, { name: ZIP, bytes: Buffer.from('old'), createdAt })
}

function starter(stored: StoredRelease, age: number) {
  const createdAt = bench.server.repository.now() - age
  return bench.server.repository.addAsset(stored, { name: ZIP, state: 'starter', createdAt })
}

const overwriting = () => bench.connection({ overwrite: true })

describe('the same name with other bytes', () => {
  test('case 8: without overwrite: an error with both digests, nothing sent, nothing deleted', async () => {
    const { stored, release } = bench.draft()
    old(stored)
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toContain(`sha256:${sha256('old')}`)
    expect(error.message).toContain(`sha256:${sha256(NEW)}`)
    expect(error.hint).toContain('overwrite: true')
    expect(bench.server.trace).toEqual([LIST])
    expect(contentsOf(stored)).toEqual({ [ZIP]: 'old' })
  })

  test('case 9: with overwrite: uploaded beside, checked, then swapped; the old one is there until then', async () => {
    const { stored, release } = bench.draft()
    old(stored)
    const seen: unknown[] = []
    bench.server.meets(
      DELETE,
      first(() => {
        seen.push(contentsOf(stored))
      }),
    )
    const result = await ensureAssets(overwriting(), release, [await bench.file(ZIP)])
    expect(result).toMatchObject([{ name: ZIP, outcome: 'replaced' }])
    expect(seen).toEqual([{ [ZIP]: 'old', [TEMPORARY]: NEW }])
    expect(bench.server.trace).toEqual([LIST, `${POST} 201`, `${DELETE} 204`, `${RENAME} 200`, LIST])
    expect(contentsOf(stored)).toEqual({ [ZIP]: NEW })
  })

  test('case 9: an upload that fails leaves the old asset as it is', async () => {
    const { stored, release } = bench.draft()
    old(stored)
    bench.server.meets(POST, ...Array(6).fill(refuses(502, 'Bad Gateway')))
    await failureOf(ensureAssets(overwriting(), release, [await bench.file(ZIP)]))
    expect(contentsOf(stored)).toEqual({ [ZIP]: 'old' })
    expect(bench.server.count(DELETE)).toBe(0)
  })

  test('case 9: a digest that comes late is waited for before the old asset goes', async () => {
    const { stored, release } = bench.draft()
    old(stored, 60_000).digestAt = 0
    bench.server.repository.digestLag = 900
    await ensureAssets(overwriting(), release, [await bench.file(ZIP)])
    const swap = [`${DELETE} 204`, `${RENAME} 200`]
    expect(bench.server.trace).toEqual([LIST, `${POST} 201`, LIST, LIST, ...swap, LIST])
  })

  test.each([
    ['lost before it was done', resetsBefore, 2],
    ['lost after it was done', resetsAfter, 1],
    ['refused by a 502', refuses(502, 'Bad Gateway'), 2],
  ])(
    'case 9: a renaming %s is finished from the next listing, without another upload',
    async (_, fault, renames) => {
      const { stored, release } = bench.draft()
      old(stored)
      bench.server.meets(RENAME, fault)
      await ensureAssets(overwriting(), release, [await bench.file(ZIP)])
      expect([bench.server.count(POST), bench.server.count(RENAME)]).toEqual([1, renames])
      expect(contentsOf(stored)).toEqual({ [ZIP]: NEW })
    },
  )

  test('case 9: a renaming that is answered and never done has an end', async () => {
    const { stored, release } = bench.draft()
    const fresh = bench.server.repository.addAsset(stored, { name: TEMPORARY, bytes: Buffer.from(NEW) })
    const unchanged = answers(200, bench.server.repository.renderAsset(stored, fresh))
    bench.server.meets(RENAME, ...Array(9).fill(unchanged))
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(bench.server.count(RENAME)).toBe(6)
    expect(error.message).toContain(`GitHub renamed ${TEMPORARY} to ${TEMPORARY} instead of ${ZIP}`)
  })

  test('case 9: what a dead run left between upload and renaming is taken up, not sent again', async () => {
    const { stored, release } = bench.draft()
    bench.server.repository.addAsset(stored, { name: TEMPORARY, bytes: Buffer.from(NEW) })
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(bench.server.trace).toEqual([LIST, `${RENAME} 200`, LIST])
    expect(contentsOf(stored)).toEqual({ [ZIP]: NEW })
  })

  test('case 9: what dead runs left beside the right asset is cleared away, younger strangers are not', async () => {
    const { stored, release } = bench.draft()
    const { repository } = bench.server
    const createdAt = repository.now() - 301_000
    repository.addAsset(stored, { name: ZIP, bytes: Buffer.from(NEW) })
    repository.addAsset(stored, { name: TEMPORARY, bytes: Buffer.from(NEW) })
    repository.addAsset(stored, { name: `${ZIP}.new-${'0'.repeat(12)}`, createdAt })
    repository.addAsset(stored, { name: `${ZIP}.new-${'1'.repeat(12)}` })
    repository.addAsset(stored, { name: `${ZIP}.new-notes`, createdAt })
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(bench.server.trace).toEqual([LIST, `${DELETE} 204`, `${DELETE} 204`])
    expect(Object.keys(contentsOf(stored))).toEqual([ZIP, `${ZIP}.new-${'1'.repeat(12)}`, `${ZIP}.new-notes`])
  })

  test('case 9: bytes beside that are not those their name says are not put in place', async () => {
    const { stored, release } = bench.draft()
    old(stored)
    bench.server.repository.addAsset(stored, { name: TEMPORARY, bytes: Buffer.from('rubbish') })
    await ensureAssets(overwriting(), release, [await bench.file(ZIP)])
    const swap = [`${POST} 201`, `${DELETE} 204`, `${RENAME} 200`]
    expect(bench.server.trace).toEqual([LIST, `${DELETE} 204`, ...swap, LIST])
    expect(contentsOf(stored)).toEqual({ [ZIP]: NEW })
  })

  test('case 10: DELETE answers 404, another job was faster: as good as deleted', async () => {
    const { stored, release } = bench.draft()
    old(stored)
    bench.server.meets(
      DELETE,
      first(() => {
        stored.assets = stored.assets.filter(({ name }) => name !== ZIP)
      }),
    )
    await ensureAssets(overwriting(), release, [await bench.file(ZIP)])
    expect(bench.server.trace).toEqual([LIST, `${POST} 201`, `${DELETE} 404`, `${RENAME} 200`, LIST])
    expect(contentsOf(stored)).toEqual({ [ZIP]: NEW })
  })
})

describe('a twin job', () => {
  /** Between our listing and our POST, the twin's upload of these bytes ends. */
  const twin = (stored: StoredRelease, bytes: string) =>
    first(() => {
      bench.server.repository.addAsset(stored, { name: ZIP, bytes: Buffer.from(bytes) })
    })

  test('case 11: was faster with the same bytes: 422, then reused', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(POST, twin(stored, NEW))
    const result = await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(result).toMatchObject([{ outcome: 'reused' }])
    expect(bench.server.trace).toEqual([LIST, `${POST} 422`, LIST])
    expect(stored.assets).toHaveLength(1)
  })

  test('case 12: was faster with other bytes: an error with both digests', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(POST, twin(stored, 'twin'))
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toContain(sha256('twin'))
    expect(bench.server.trace).toEqual([LIST, `${POST} 422`, LIST])
    expect(contentsOf(stored)).toEqual({ [ZIP]: 'twin' })
  })

  test('case 12: was faster with other bytes, and overwrite is set: replaced', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(POST, twin(stored, 'twin'))
    await ensureAssets(overwriting(), release, [await bench.file(ZIP)])
    expect(contentsOf(stored)).toEqual({ [ZIP]: NEW })
  })

  test('case 13: is perhaps still uploading: its starter is waited for, not deleted', async () => {
    const { stored, release } = bench.draft()
    const asset = starter(stored, 60_000)
    const finish = first(() => {
      Object.assign(asset, { state: 'uploaded', bytes: Buffer.from(NEW) })
    })
    bench.server.meets(
      'list-release-assets',
      first(() => {}),
      first(() => {}),
      finish,
    )
    const result = await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(result).toMatchObject([{ outcome: 'reused', id: asset.id }])
    expect(bench.server.trace).toEqual([LIST, LIST, LIST])
    expect(bench.clock.sleeps).toEqual([15_000, 15_000])
  })

  test('case 13: is waited for no longer than twice its grace, where the server’s clock stands still', async () => {
    const { stored, release } = bench.draft()
    const { repository } = bench.server
    starter(stored, 0)
    const at = repository.now()
    Object.assign(repository, { now: () => at })
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(error.message).toContain(`${ZIP} stays half uploaded`)
    expect(stored.assets).toHaveLength(1)
  })

  test('case 13: a starter that a 422 speaks of is not ours to delete', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(
      POST,
      refuses(502, 'Bad Gateway'),
      first(() => {
        starter(stored, 0)
      }),
    )
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    const waited = bench.clock.sleeps.reduce((sum, pause) => sum + pause, 0)
    expect(waited).toBeGreaterThanOrEqual(298_000)
    expect(bench.server.count(DELETE)).toBe(1)
  })

  test('case 14: has died long ago by the server’s clock: its starter is deleted', async () => {
    const { stored, release } = bench.draft()
    // This machine's clock is an hour late: by it, the starter has not even begun.
    bench.server.ahead = 3_600_000
    starter(stored, 301_000)
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(bench.server.trace).toEqual([LIST, `${DELETE} 204`, `${POST} 201`, LIST])
    expect(contentsOf(stored)).toEqual({ [ZIP]: NEW })
  })

  test('case 14: and by this machine’s clock alone it is not', async () => {
    const { stored, release } = bench.draft()
    bench.server.ahead = -3_600_000
    starter(stored, 200_000)
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(bench.server.trace.slice(0, 2)).toEqual([LIST, LIST])
    expect(bench.clock.sleeps.slice(0, 7).reduce((sum, pause) => sum + pause, 0)).toBe(100_000)
  })
})
