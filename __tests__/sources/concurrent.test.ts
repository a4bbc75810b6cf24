import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/network/clock.js'
import * as the from './setup.js'

const directories = the.freshDirectories()
let server: the.Served
const answers: Record<string, the.Answer> = {}
beforeEach(async () => {
  server = await the.serve(answers)
})
afterEach(() => server.close())

describe('several at the same time', () => {
  const one = (nth: number) => {
    const path = `/many/openssl-${nth}.tar.gz`
    const made = the.tarball(`${server.url}${path}`, { version: `3.5.${nth}`, root: `openssl-${nth}` })
    answers[path] = the.send(made.bytes)
    return { ...made, path }
  }

  it('are all had, equal ones once', async () => {
    const first = one(1)
    const rows = [first, one(2), one(3)]
    const twin = { ...first.source }
    const log = the.collect()
    const found = await the.obtain([...rows.map((row) => row.source), twin], {}, log)
    for (const row of rows)
      expect(row.bytes.equals(await readFile(found.get(row.source)?.path ?? ''))).toBe(true)
    expect(found.get(twin)).toEqual(found.get(first.source))
    expect(found.size).toBe(4)
    expect(server.requests).toHaveLength(3)
  })

  it('stop when one fails, with its error, and leave nothing half', async () => {
    const [bad, slow, slower] = [one(1), one(2), one(3)]
    answers[bad.path] = the.send(Buffer.alloc(200_000))
    answers[slow.path] = the.broken(slow.bytes, 50_000, 'stall')
    answers[slower.path] = () => {}
    const begun = performance.now()
    const patient = the.fast({ stallMs: 60_000, answerMs: 60_000 })
    const work = the.obtain([bad.source, slow.source, slower.source], {}, the.collect(), patient)
    await expect(work).rejects.toThrow('openssl-1.tar.gz from')
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(await the.filesBelow(directories.root)).toEqual([])
  })

  it('stop when the caller says so, also while they wait for the next try', async () => {
    const stop = new AbortController()
    answers['/a.tar.gz'] = the.status(503)
    const { source } = the.tarball(`${server.url}/a.tar.gz`)
    const conditions = { ...the.fast({ sleep: systemClock.sleep }), signal: stop.signal }
    const work = the.obtain([source], {}, the.collect(), conditions)
    setTimeout(() => stop.abort(new Error('cancelled')), 300)
    await expect(work).rejects.toThrow('cancelled')
    expect(await the.filesBelow(directories.root)).toEqual([])
  })
})
