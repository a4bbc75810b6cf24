import { describe, expect, test } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import {
  type Fault,
  first,
  hangsAfter,
  refuses,
  resetsAfter,
  resetsBefore,
  says,
  truncates,
  twists,
} from '../../stand-ins/github/faults.js'
import { FakeGitHub } from '../../stand-ins/github/github.js'
import type { StoredRelease } from '../../stand-ins/github/model.js'
import { contentsOf, failureOf, sha256, useBench } from './bench.js'

const bench = useBench()

const ZIP = 'psycopg2.9.13-3.13.zip'
const LIST = 'list-release-assets 200'
const POST = 'upload-release-asset'

/** The upload breaks off in the middle: the name is taken, the bytes are not there. */
function leavesStarter(stored: StoredRelease, status: number, message: string): Fault {
  return {
    word: `${status} starter`,
    act: async (exchange) => {
      await exchange.question()
      bench.server.repository.addAsset(stored, { name: ZIP, state: 'starter' })
      await refuses(status, message).act(exchange)
    },
  }
}

describe('a plain upload', () => {
  test('sends the zip first, then its checksum files, byte for byte, and lists before and after', async () => {
    const { stored, release } = bench.draft()
    const files = [await bench.file(`${ZIP}.md5`), await bench.file(`${ZIP}.sha256`), await bench.file(ZIP)]
    const result = await ensureAssets(bench.connection(), release, files)
    expect(bench.server.trace).toEqual([LIST, `${POST} 201`, `${POST} 201`, `${POST} 201`, LIST])
    expect(stored.assets.map(({ name }) => name)).toEqual([ZIP, `${ZIP}.md5`, `${ZIP}.sha256`])
    expect(contentsOf(stored)[ZIP]).toBe(`the bytes of ${ZIP}`)
    expect(result.map(({ name, outcome }) => [name, outcome])).toEqual(
      files.map(({ name }) => [name, 'uploaded']),
    )
    expect(result[2]).toMatchObject({ size: files[2]?.size, digest: `sha256:${files[2]?.sha256}` })
    expect(stored.assets.map(({ contentType }) => contentType)).toEqual([
      'application/zip',
      'text/plain',
      'text/plain',
    ])
  })

  test('waits a second between changes, as GitHub asks', async () => {
    const { release } = bench.draft()
    await ensureAssets(bench.connection(), release, [await bench.file('a.zip'), await bench.file('b.zip')])
    expect(bench.clock.sleeps).toEqual([1000])
  })

  test('is not what a checksum file is sent after when it failed', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(POST, refuses(403, 'Resource not accessible by integration'))
    await failureOf(
      ensureAssets(bench.connection(), release, [await bench.file(`${ZIP}.md5`), await bench.file(ZIP)]),
    )
    expect(bench.server.count(POST)).toBe(1)
    expect(stored.assets).toEqual([])
  })
})

describe('an upload whose answer is bad or lost', () => {
  test('case 1: 502 that leaves a starter: it is deleted, and one good asset remains', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(POST, leavesStarter(stored, 502, 'Bad Gateway'))
    const file = await bench.file(ZIP)
    expect(await ensureAssets(bench.connection(), release, [file])).toMatchObject([{ outcome: 'uploaded' }])
    const again = ['delete-release-asset 204', `${POST} 201`, LIST]
    expect(bench.server.trace).toEqual([LIST, `${POST} 502 starter`, LIST, ...again])
    expect(contentsOf(stored)).toEqual({ [ZIP]: `the bytes of ${ZIP}` })
  })

  test('case 1: 201 with a starter: likewise', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(
      POST,
      twists((json) => {
        Object.assign(stored.assets[0] ?? {}, { state: 'starter', bytes: Buffer.alloc(0) })
        return { ...json, state: 'starter' }
      }),
    )
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    const again = ['delete-release-asset 204', `${POST} 201`, LIST]
    expect(bench.server.trace).toEqual([LIST, `${POST} 201`, LIST, ...again])
    expect(contentsOf(stored)).toEqual({ [ZIP]: `the bytes of ${ZIP}` })
  })

  test('case 2: 500 "Error creating asset temp dir" twice, then 201', async () => {
    const { stored, release } = bench.draft()
    const fault = refuses(500, 'Error creating asset temp dir')
    bench.server.meets(POST, fault, fault)
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(bench.server.trace).toEqual([LIST, `${POST} 500`, LIST, `${POST} 500`, LIST, `${POST} 201`, LIST])
    expect(stored.assets).toHaveLength(1)
    expect(bench.clock.sleeps.slice(0, 2)).toEqual([1000, 2000])
  })

  test('case 3: the connection breaks before the body was read: one asset', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(POST, resetsBefore)
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(bench.server.trace).toEqual([LIST, `${POST} reset`, LIST, `${POST} 201`, LIST])
    expect(stored.assets).toHaveLength(1)
  })

  test('case 4: the connection breaks after the server stored it: reused, one POST', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(POST, resetsAfter)
    const result = await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    expect(result).toMatchObject([{ name: ZIP, outcome: 'reused' }])
    expect(bench.server.trace).toEqual([LIST, `${POST} done, reset`, LIST])
    expect(stored.assets).toHaveLength(1)
  })

  test.each([
    ['half of its JSON', truncates],
    ['an HTML page', says(201, '<!doctype html><title>Sign in</title>')],
    ['nothing', says(201, '', 'application/json')],
  ])('case 5: 201 with %s: the list decides', async (what, fault) => {
    const { stored, release } = bench.draft()
    bench.server.meets(POST, fault)
    await ensureAssets(bench.connection(), release, [await bench.file(ZIP)])
    const posts = what === 'half of its JSON' ? 1 : 2
    expect(bench.server.count(POST)).toBe(posts)
    expect(bench.server.count('list-release-assets')).toBe(posts + 1)
    expect(contentsOf(stored)).toEqual({ [ZIP]: `the bytes of ${ZIP}` })
  })

  test('case 6: no answer at all: given up after the time-out, the list decides', async () => {
    const { stored, release } = bench.draft()
    bench.server.meets(POST, hangsAfter)
    const connection = bench.connection({}, { uploadTimeout: 500 })
    expect(await ensureAssets(connection, release, [await bench.file(ZIP)])).toMatchObject([
      { outcome: 'reused' },
    ])
    expect(bench.server.trace).toEqual([LIST, `${POST} done, hang`, LIST])
    expect(stored.assets).toHaveLength(1)
    expect(bench.log.lines.join()).toContain('no answer within 0.5 s')
  })

  test('attempts are counted anew when something was achieved', async () => {
    const { stored, release } = bench.draft()
    const four = Array(4).fill(refuses(503, 'Service Unavailable'))
    const passes = first(() => {})
    bench.server.meets(POST, ...four, passes, ...four, passes)
    await ensureAssets(bench.connection(), release, [await bench.file('a.zip'), await bench.file('b.zip')])
    expect(stored.assets).toHaveLength(2)
    expect(bench.server.count(POST)).toBe(10)
  })

  test('an end is made after six attempts, with the last reason', async () => {
    const { release } = bench.draft()
    bench.server.meets(POST, ...Array(9).fill(refuses(503, 'Service Unavailable')))
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file(ZIP)]))
    expect(bench.server.count(POST)).toBe(6)
    expect(error.message).toMatch(
      /failed 6 times.*POST \/api\/uploads\/repos\/[^?]*\/assets: HTTP 503: Service Unavailable/,
    )
    expect(error.hint).toContain('reused')
  })
})

describe('where it is sent', () => {
  test('case 44: to the host of upload_url, whatever the API’s host is, without the template', async () => {
    const { stored } = bench.draft()
    const other = await FakeGitHub.start(() => bench.clock.now())
    try {
      other.repository.releases.set(stored.id, stored)
      bench.server.uploads = `${other.origin}/api/uploads`
      await ensureAssets(bench.connection(), bench.release(stored), [await bench.file(ZIP)])
      expect(bench.server.trace).toEqual([LIST, LIST])
      expect(other.trace).toEqual([`${POST} 201`])
      const path = `/api/uploads/repos/soulwing/psycopg2-lambda/releases/${stored.id}/assets`
      expect(other.requests[0]?.url).toBe(`${other.origin}${path}?name=${ZIP}`)
      expect(other.violations).toEqual([])
    } finally {
      await other.stop()
    }
  })

  test('case 44: never without encryption when the API has it', async () => {
    const { release } = bench.draft()
    const connection = bench.connection({ apiUrl: 'https://ghe.example.org/api/v3' })
    await expect(async () =>
      connection.api.upload(release, ZIP, {
        name: ZIP,
        size: 1,
        sha256: sha256('x'),
        body: new Blob(['x']),
        changed: async () => false,
      }),
    ).rejects.toThrow(/without encryption/)
    expect(bench.server.requests).toEqual([])
  })
})
