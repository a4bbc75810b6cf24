import { describe, expect, test } from 'vitest'
import { defaultLimits, graceTime, uploadTime } from '../../src/github/limits.js'
import type { GitHubRefused } from '../../src/github/types.js'
import { limitOf } from '../../src/github/waiting.js'
import { judge } from '../../src/network/patience.js'
import { ensureAssets } from '../../src/release/assets.js'
import { type Fault, refuses } from '../../stand-ins/github/faults.js'
import { failureOf, useBench } from '../release/bench.js'

const bench = useBench()

const LIST = 'list-release-assets 200'
const POST = 'upload-release-asset'

/** Uploads one file while the POST first meets the fault. */
async function upload(...faults: Fault[]): Promise<number> {
  const { release } = bench.draft()
  bench.server.meets(POST, ...faults)
  const start = bench.clock.now()
  await ensureAssets(bench.connection(), release, [await bench.file('a.zip')])
  return bench.clock.now() - start
}

describe('rate limits', () => {
  test('case 20: 429 with Retry-After 2: waits at least 2 s, then tries again', async () => {
    const waited = await upload(refuses(429, 'Too many requests', { 'retry-after': '2' }))
    expect(waited).toBeGreaterThanOrEqual(2000)
    expect(waited).toBeLessThan(4000)
    expect(bench.server.trace).toEqual([LIST, `${POST} 429`, LIST, `${POST} 201`, LIST])
  })

  test('case 21: 403, secondary limit, no header: 60 s, and twice that the next time', async () => {
    const fault = refuses(403, 'You have exceeded a secondary rate limit.')
    const waited = await upload(fault, fault)
    expect(waited).toBeGreaterThanOrEqual(180_000)
    expect(waited).toBeLessThan(185_000)
    expect(bench.clock.sleeps[0]).toBeGreaterThanOrEqual(60_000)
    expect(bench.clock.sleeps[0]).toBeLessThan(62_000)
    expect(bench.server.count(POST)).toBe(3)
  })

  test.each([600_000, -600_000])(
    'case 22: 403, remaining 0: until the reset by the server’s clock (%i ms off)',
    async (ahead) => {
      bench.server.ahead = ahead
      const reset = String(Math.round(bench.server.repository.now() / 1000) + 30)
      const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
      const waited = await upload(refuses(403, 'API rate limit exceeded', headers))
      expect(waited).toBeGreaterThanOrEqual(30_000)
      expect(waited).toBeLessThan(33_000)
      expect(bench.server.count(POST)).toBe(2)
    },
  )

  test('case 23: the reset is 50 minutes away: an error that says so, no waiting', async () => {
    const reset = String(Math.round(bench.clock.now() / 1000) + 3000)
    const fault = refuses(429, 'API rate limit exceeded', {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': reset,
    })
    const error = await failureOf(upload(fault))
    expect(error.message).toMatch(/API rate limit exceeded.*wait for 50 min/)
    expect(error.hint).toContain('reused')
    expect(bench.clock.sleeps).toEqual([])
    expect(bench.server.trace).toEqual([LIST, `${POST} 429`])
  })

  test('case 23: several waits are capped together', async () => {
    const fault = refuses(429, 'slow down', { 'retry-after': '400' })
    const error = await failureOf(upload(fault, fault, fault))
    expect(error.message).toContain('slow down')
    expect(bench.clock.sleeps).toHaveLength(2)
    expect(bench.server.count(POST)).toBe(3)
  })

  test('case 22: the clock is the one of the refusal itself, when nothing was answered before', async () => {
    bench.server.ahead = 600_000
    const reset = String(Math.round(bench.server.repository.now() / 1000) + 30)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
    bench.server.meets('list-release-assets', refuses(429, 'API rate limit exceeded', headers))
    expect(await upload()).toBeLessThan(33_000)
  })

  test('reading obeys them as well', async () => {
    bench.server.meets('list-release-assets', refuses(429, 'slow down', { 'retry-after': '7' }))
    expect(await upload()).toBeGreaterThanOrEqual(7000)
    expect(bench.server.trace).toEqual(['list-release-assets 429', LIST, `${POST} 201`, LIST])
  })
})

describe('tokens', () => {
  test('case 24: a read-only token: one POST, and the YAML to add', async () => {
    bench.server.tokens.set('ghs_secret', 'read')
    const { release } = bench.draft({ draft: false })
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file('a.zip')]))
    expect(error.message).toContain('Resource not accessible by integration')
    expect(error.message).toContain(
      'x-accepted-github-permissions: contents=write; contents=write,workflows=write',
    )
    expect(error.hint).toContain('permissions:\n  contents: write')
    expect(bench.server.trace).toEqual([LIST, `${POST} 403`])
  })

  test('case 25: 401: one request, and what it means', async () => {
    bench.server.tokens.clear()
    const { release } = bench.draft()
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file('a.zip')]))
    expect(error.message).toMatch(/401.*Bad credentials/)
    expect(error.hint).toContain('expired')
    expect(bench.server.trace).toEqual(['list-release-assets 401'])
  })
})

test('an upload has time for 100 kB/s, and is not taken for dead before twice that', () => {
  expect(uploadTime(defaultLimits, 5_000_000)).toBe(110_000)
  expect(graceTime(defaultLimits, 5_000_000)).toBe(300_000)
  expect(graceTime(defaultLimits, 50_000_000)).toBe(1_120_000)
})

describe('judging an answer', () => {
  const refused = (status: number, headers: GitHubRefused['headers'] = {}, message = ''): GitHubRefused => {
    return { kind: 'refused', request: 'GET /', status, message, details: [], headers }
  }
  test.each([
    [refused(408), { kind: 'again' }],
    [refused(500), { kind: 'again' }],
    [refused(503), { kind: 'again' }],
    [refused(501), { kind: 'end' }],
    [refused(505), { kind: 'end' }],
    [refused(400), { kind: 'end' }],
    [refused(401), { kind: 'end' }],
    [refused(403), { kind: 'end' }],
    [refused(404), { kind: 'end' }],
    [refused(410), { kind: 'end' }],
    [refused(422), { kind: 'end' }],
    [refused(451), { kind: 'end' }],
    [refused(307), { kind: 'end' }],
    [refused(429), { kind: 'wait', milliseconds: 240_000 }],
    [refused(403, { 'retry-after': '9' }), { kind: 'wait', milliseconds: 9000 }],
    [refused(403, { 'retry-after': 'soon' }), { kind: 'wait', milliseconds: 240_000 }],
    [refused(403, {}, 'A secondary Rate Limit'), { kind: 'wait', milliseconds: 240_000 }],
    [
      refused(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '100' }),
      { kind: 'wait', milliseconds: 50_000 },
    ],
    [
      refused(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '40' }),
      { kind: 'wait', milliseconds: 1000 },
    ],
    [
      refused(429, { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '99' }),
      { kind: 'wait', milliseconds: 240_000 },
    ],
    [refused(503, { 'retry-after': '9' }), { kind: 'wait', milliseconds: 9000 }],
    [refused(403, {}, 'abuse detection mechanism'), { kind: 'wait', milliseconds: 240_000 }],
    [{ kind: 'lost', request: 'GET /', why: 'reset', late: false } as const, { kind: 'again' }],
  ])('%j: %j', (trouble, verdict) => {
    const setting = { limits: defaultLimits, clock: bench.clock, serverNow: () => 50_000, limited: limitOf }
    expect(judge(trouble, setting, 2)).toEqual(verdict)
  })
})
