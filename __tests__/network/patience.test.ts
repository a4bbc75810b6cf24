import { describe, expect, test } from 'vitest'
import { type GivenUp, judge, Patience, type Setting } from '../../src/network/patience.js'
import { type Lost, lostBy, type Refused } from '../../src/network/trouble.js'
import { collect } from '../sources/setup.js'

const NOW = Date.parse('2026-01-01T00:00:00Z')
const STALL = 2000
const refused = (status: number, headers: Refused['headers'] = {}): Refused => {
  return { kind: 'refused', request: 'GET /', status, message: 'words', headers }
}
const lost = (more: Partial<Lost> = {}): Lost => {
  return { kind: 'lost', request: 'GET /', why: 'reset', late: false, ...more }
}

function setting(change: Partial<Setting> = {}) {
  const waits: number[] = []
  const clock = { now: () => NOW, random: () => 0.5, sleep: async (ms: number) => void waits.push(ms) }
  const limits = { attempts: 4, backoff: 1000, longestWait: 60_000, unsaidWait: 1000 }
  return { waits, log: collect(), clock, limits, ...change }
}

describe('what a failure asks for', () => {
  test.each([
    ['12', 12_000],
    [' 5 ', 5000],
    ['0', 1000],
    ['86400', 86_400_000],
    ['Thu, 01 Jan 2026 00:00:20 GMT', 20_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 1000],
    ['soon', 4000],
  ])('429 with Retry-After %s: %d ms, the third time', (value, milliseconds) => {
    expect(judge(refused(429, { 'retry-after': value }), setting(), 2)).toEqual({
      kind: 'wait',
      milliseconds,
    })
  })

  test('a date is by the clock of the server', () => {
    const date = { 'retry-after': 'Thu, 01 Jan 2026 00:10:20 GMT' }
    expect(judge(refused(503, date), setting({ serverNow: () => NOW + 600_000 }), 0)).toEqual({
      kind: 'wait',
      milliseconds: 20_000,
    })
  })

  test.each([
    [404, 'end'],
    [410, 'end'],
    [401, 'end'],
    [501, 'end'],
    [408, 'again'],
    [500, 'again'],
    [503, 'again'],
    [429, 'wait'],
  ])('HTTP %d: %s', (status, kind) => {
    expect(judge(refused(status), setting(), 0).kind).toBe(kind)
  })

  test('what lasts is not waited for where there is another place to ask', () => {
    expect(judge(lost({ lasting: true }), setting({ elsewhere: true }), 0).kind).toBe('end')
    expect(judge(lost({ lasting: true }), setting(), 0).kind).toBe('again')
    expect(judge(lost(), setting({ elsewhere: true }), 0).kind).toBe('again')
  })
})

describe('patience', () => {
  const patient = (it: ReturnType<typeof setting>) => {
    const ends: GivenUp[] = []
    const giveUp = (end: GivenUp) => {
      ends.push(end)
      return new Error(end.why)
    }
    return { ends, patience: new Patience(it, giveUp) }
  }

  test('pauses double, until the attempts are used up', async () => {
    const it = setting()
    const { patience, ends } = patient(it)
    for (let time = 0; time < 3; time++) await patience.face(lost())
    await expect(patience.face(lost())).rejects.toThrow('exhausted')
    expect(it.waits).toEqual([1000, 2000, 4000])
    expect(ends[0]).toMatchObject({ what: 'GET /: reset', failures: 4 })
  })

  test('nobody answering counts twice', async () => {
    const { patience } = patient(setting())
    await patience.face(lost({ late: true }))
    await expect(patience.face(lost({ late: true }))).rejects.toThrow('exhausted')
  })

  test('what was achieved is not held against what comes', async () => {
    const { patience } = patient(setting())
    for (let time = 0; time < 9; time++) {
      await patience.face(lost())
      patience.progress()
    }
  })

  test('waits as asked count together, and a wait that is too long is not begun', async () => {
    const it = setting()
    const { patience, ends } = patient(it)
    await patience.face(refused(429, { 'retry-after': '40' }))
    await expect(patience.face(refused(429, { 'retry-after': '40' }))).rejects.toThrow('limited')
    expect(it.waits).toEqual([40_500])
    expect(ends[0]).toMatchObject({ asked: 40_000 })
  })
})

describe('what a thrown error means', () => {
  const thrown = (code: string, message: string) => Object.assign(new Error(message), { code })

  test.each([
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND host', { lasting: true }],
    ['ECONNREFUSED', 'connect ECONNREFUSED', { lasting: true }],
    ['EHOSTUNREACH', 'connect EHOSTUNREACH', { lasting: true }],
    ['CERT_HAS_EXPIRED', 'certificate has expired', { lasting: true }],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain', { lasting: true }],
    ['UND_ERR_HEADERS_TIMEOUT', 'Headers Timeout Error', { late: true, why: 'no answer for too long' }],
    ['ETIMEDOUT', 'connect ETIMEDOUT', { late: true, why: 'no connection within 15 s' }],
    ['UND_ERR_BODY_TIMEOUT', 'Body Timeout Error', { late: false, why: 'no byte arrived for 2 s' }],
    ['UND_ERR_SOCKET', 'other side closed', { why: 'the connection broke off half-way' }],
    ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN host', { why: 'getaddrinfo EAI_AGAIN host' }],
    ['ECONNRESET', 'read ECONNRESET', { why: 'read ECONNRESET' }],
  ])('%s, %s', (code, message, meaning) => {
    const plain = lostBy(thrown(code, message), 'GET /', STALL)
    expect(plain).toMatchObject({ kind: 'lost', late: false, ...meaning })
    expect(plain.lasting).toBe('lasting' in meaning ? true : undefined)
    expect(lostBy(new TypeError('fetch failed', { cause: thrown(code, message) }), 'GET /', STALL)).toEqual(
      plain,
    )
  })

  test('a certificate that is not trusted says what to set', () => {
    const { why } = lostBy(thrown('UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unable'), 'GET /', STALL)
    expect(why).toMatch(/NODE_EXTRA_CA_CERTS or SSL_CERT_FILE/)
  })

  test('a host with several addresses says why each failed', () => {
    const error = Object.assign(new AggregateError([new Error('a refused'), new Error('b refused')]), {
      code: 'ECONNREFUSED',
    })
    expect(lostBy(error, 'GET /', STALL)).toMatchObject({ lasting: true, why: 'a refused, b refused' })
  })
})
