import { describe, expect, it } from 'vitest'
import { createProgress } from '../../src/sources/progress.js'
import { unavailable } from '../../src/sources/unavailable.js'
import { collect } from './setup.js'

describe('what a failure says of the file', () => {
  it.each([
    [404, 'missing'],
    [410, 'missing'],
    [401, 'no'],
    [403, 'no'],
    [204, 'no'],
    [408, 'nothing'],
    [429, 'nothing'],
    [500, 'nothing'],
  ])('HTTP %d: %s', (status, says) => {
    const refused = { kind: 'refused', request: 'http://a/', status, message: 'Words', headers: {} } as const
    expect(unavailable(refused)).toMatchObject({ says, message: `http://a/: HTTP ${status} Words` })
  })

  it.each([
    [true, 'no'],
    [false, 'nothing'],
  ])('no answer, which lasts: %s: %s', (lasting, says) => {
    const lost = { kind: 'lost', request: 'http://a/', why: 'reset', late: false, lasting } as const
    expect(unavailable(lost, 3)).toMatchObject({ says, message: 'http://a/: reset (tried 3 times)' })
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
