import { describe, expect, it } from 'vitest'
import { backoff } from '../../src/sources/download.js'
import { createProgress } from '../../src/sources/progress.js'
import { refused, unavailable, waitFor } from '../../src/sources/unavailable.js'
import { collect } from './setup.js'

const NOW = Date.parse('2026-01-01T00:00:00Z')

describe('what a failure is worth', () => {
  it.each([
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND host', 1],
    ['ECONNREFUSED', 'connect ECONNREFUSED', 1],
    ['EHOSTUNREACH', 'connect EHOSTUNREACH', 1],
    ['CERT_HAS_EXPIRED', 'certificate has expired', 1],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain', 1],
    ['ETIMEDOUT', 'connect ETIMEDOUT', 2],
    ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN host', 4],
    ['ECONNRESET', 'socket hang up', 4],
    ['HPE_INVALID_CONSTANT', 'Parse Error', 4],
  ])('%s deserves tries: see the table', (code, message, tries) => {
    const failure = unavailable(Object.assign(new Error(message), { code }))
    expect(failure).toMatchObject({ tries, message: expect.stringContaining(message) })
  })

  it('a proxy that refuses is not asked again, though its error says ECONNRESET', () => {
    const error = new Error('tunneling socket could not be established, statusCode=407')
    expect(unavailable(Object.assign(error, { code: 'ECONNRESET' }))).toMatchObject({
      tries: 1,
      message: 'no way through the proxy (statusCode 407)',
    })
  })

  it('a host with several addresses says why each failed', () => {
    const error = Object.assign(new AggregateError([new Error('a refused'), new Error('b refused')]), {
      code: 'ECONNREFUSED',
    })
    expect(unavailable(error)).toMatchObject({ tries: 1, message: 'a refused, b refused' })
  })

  it.each([
    [400, 1, true],
    [404, 1, true],
    [408, 4, undefined],
    [429, 4, undefined],
    [500, 4, undefined],
    [599, 4, undefined],
    [304, 1, false],
  ])('HTTP %d: %d tries', (status, tries, missing) => {
    const failure = refused(status, '', undefined, NOW)
    expect(failure.tries).toBe(tries)
    expect(failure.more.missing).toBe(missing)
  })
})

describe('how long to wait', () => {
  it.each([
    [undefined, 0],
    ['0', 0],
    ['12', 12_000],
    [' 5 ', 5000],
    ['86400', 60_000],
    ['Thu, 01 Jan 2026 00:00:20 GMT', 20_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', 0],
  ])('Retry-After %s: %d ms', (value, ms) => {
    expect(waitFor(value, NOW)).toBe(ms)
  })

  it.each([
    [1, 0, 0, 1000],
    [2, 0, 0, 2000],
    [3, 0, 0.5, 3000],
    [1, 0, 1, 500],
    [1, 9000, 0, 9000],
  ])('after %d failures, asked for %d ms, chance %d: %d ms', (failed, asked, random, ms) => {
    expect(backoff(failed, asked, random)).toBe(ms)
  })
})

describe('progress', () => {
  it('shows all downloads on one line, and not more often than people can read', () => {
    const log = collect()
    let now = 0
    const gauge = createProgress(log, () => now)
    const a = gauge('a.tar.gz', 50_000_000)
    const b = gauge('b.tar.gz', 4_000_000)
    a.set(1_000_000)
    b.set(1_000_000)
    now = 600
    b.set(3_990_000)
    b.end()
    now = 1200
    a.set(25_000_000)
    a.end()
    expect(log.of('progress').split('\n')).toEqual([
      'a.tar.gz 2 % (1.0 of 50.0 MB) · b.tar.gz 0 % (0.0 of 4.0 MB)',
      'a.tar.gz 2 % (1.0 of 50.0 MB) · b.tar.gz 99 % (4.0 of 4.0 MB)',
      'a.tar.gz 50 % (25.0 of 50.0 MB)',
    ])
  })
})
