import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { parseMirror } from '../../src/sources/mirror.js'
import * as the from './setup.js'
import { NAME, upstream } from './upstream.js'

const directories = the.freshDirectories()
const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('a download that succeeds', () => {
  it('gives the bytes and says where from, how much and how long', async () => {
    const it = await upstream((bytes) => the.send(bytes))
    expect(it.bytes.equals(await readFile(it.path ?? ''))).toBe(true)
    expect(it.path).toMatch(/\/openssl-3\.5\.7\.tar\.gz$/)
    expect(it.log.of('info')).toMatch(/^openssl-3\.5\.7\.tar\.gz: 0\.2 MB in \d+\.\d s from http:\/\/127/)
    expect(it.log.of('progress')).toMatch(/openssl-3\.5\.7\.tar\.gz \d+ % \(\d\.\d of 0\.2 MB\)/)
    expect(it.headers[0]).toMatchObject({ 'user-agent': expect.stringMatching(/^psycopg2-lambda/) })
    expect(await the.filesBelow(directories.root)).toEqual([it.path])
  })

  const recoveries: [string, (bytes: Buffer) => the.Answer][] = [
    ['the connection closes half-way', (bytes) => the.broken(bytes, 70_000, 'close')],
    ['the connection is reset half-way', (bytes) => the.broken(bytes, 70_000, 'reset')],
    ['it closes before any answer', () => (_, response) => response.socket?.destroy()],
    ['the body ends early without a length announced', (bytes) => the.chunked(bytes.subarray(0, 70_000))],
    ['a cache on the way announces a broken body as whole', (bytes) => the.send(bytes.subarray(0, 70_000))],
    ['the server answers 500', () => the.status(500)],
    ['the server answers 503', () => the.status(503)],
    ['the server answers 408', () => the.status(408)],
  ]
  it.each(recoveries)('comes on a second try when %s', async (_, answer) => {
    const it = await upstream((bytes) => [answer(bytes), the.send(bytes)])
    expect(it.bytes.equals(await readFile(it.path ?? ''))).toBe(true)
    expect(it.requests).toHaveLength(2)
    expect(it.waits).toEqual([1000])
    expect(it.log.of('info')).toMatch(/; trying again in 1 s/)
    expect(await the.filesBelow(directories.root)).toEqual([it.path])
  })

  it('comes on the fourth try, with waits that double', async () => {
    const it = await upstream((bytes) => [the.status(502), the.status(503), the.status(504), the.send(bytes)])
    expect(it.path).toBeDefined()
    expect(it.waits).toEqual([1000, 2000, 4000])
  })

  it.each([
    ['7', 7500],
    ['nonsense', 1500],
  ])('after a 429 with Retry-After: %s waits %d ms', async (value, wait) => {
    const it = await upstream((bytes) => [the.status(429, { 'retry-after': value }), the.send(bytes)])
    expect(it.path).toBeDefined()
    expect(it.waits).toEqual([wait])
  })

  it('comes on a second try when no byte arrives for too long', async () => {
    const it = await upstream((bytes) => [the.broken(bytes, 70_000, 'stall'), the.send(bytes)], {
      stallMs: 100,
    })
    expect(it.path).toBeDefined()
    expect(it.log.of('info')).toContain('no byte arrived for 0.1 s; trying again')
  })

  it('is not cut off for being slow while bytes keep coming', async () => {
    const trickle = (bytes: Buffer) => async (_: unknown, response: ServerResponse) => {
      response.writeHead(200, { 'content-length': String(bytes.length) })
      for (let at = 0; at < bytes.length; at += 20_000) {
        response.write(bytes.subarray(at, at + 20_000))
        await new Promise((resolve) => setTimeout(resolve, 60))
      }
      response.end()
    }
    const it = await upstream(trickle, { stallMs: 300 })
    expect(it.path).toBeDefined()
    expect(it.waits).toEqual([])
  })

  it.each([301, 302, 303, 307, 308])('follows a %d to a relative address', async (code) => {
    const it = await upstream((bytes) => [
      the.status(code, { location: './openssl-3.5.7.tar.gz' }, 'moved'),
      the.send(bytes),
    ])
    expect(it.path).toBeDefined()
    expect(it.waits).toEqual([])
  })
})

describe('a download of other bytes than the lock names', () => {
  it.each([
    [
      'the same size',
      (bytes: Buffer) => the.send(Buffer.alloc(bytes.length, 1)),
      'found 200000 bytes with SHA-256',
    ],
    [
      'a larger one announced',
      (bytes: Buffer) => the.send(Buffer.alloc(bytes.length + 5)),
      'found 200005 bytes (as announced; nothing was read)',
    ],
    [
      'a larger one',
      (bytes: Buffer) => the.chunked(Buffer.alloc(bytes.length * 3)),
      '(and more; reading stopped there)',
    ],
    [
      'a web page',
      () => the.status(200, { 'content-type': 'text/html; charset=utf-8' }, '<html>log in</html>'),
      'found 19 bytes with SHA-256',
    ],
  ])('is fatal at the first try: %s', async (_, make, found) => {
    const it = await upstream(make)
    expect(it.error?.message).toContain('openssl-3.5.7.tar.gz from http://127.0.0.1')
    expect(it.error?.message).toContain(`expected 200000 bytes with SHA-256 ${it.file.sha256}`)
    expect(it.error?.message).toContain(found)
    expect(it.error?.hint).toContain('lock-file')
    expect(it.requests).toHaveLength(1)
    expect(await the.filesBelow(directories.root)).toEqual([])
  })

  it.each([
    ['announced', (bytes: Buffer) => the.send(bytes.subarray(0, 1234))],
    ['not announced', (bytes: Buffer) => the.chunked(bytes.subarray(0, 1234))],
  ])('is fatal after four tries when it stays too short, length %s', async (_, make) => {
    const it = await upstream(make)
    expect(it.error?.message).toContain(`found 1234 bytes with SHA-256 ${sum(it.bytes.subarray(0, 1234))}`)
    expect(it.requests).toHaveLength(4)
    expect(await the.filesBelow(directories.root)).toEqual([])
  })

  it('is cut off at once when it is too large, however much the server goes on sending', async () => {
    let sent = 0
    const endless = async (_: unknown, response: ServerResponse) => {
      response.writeHead(200)
      const closed = once(response, 'close')
      for (const piece = Buffer.alloc(65_536); !response.destroyed && sent < 100e6; sent += piece.length) {
        const room = new Promise((resolve) => response.write(piece, resolve))
        await Promise.race([room, closed])
      }
    }
    const it = await upstream(() => endless)
    expect(it.error?.message).toContain('reading stopped there')
    expect(sent).toBeLessThan(50e6)
    expect(await the.filesBelow(directories.root)).toEqual([])
  })

  it('stops the search: upstream is not asked when the mirror gave something else', async () => {
    const mirror = await the.serve({ [NAME]: the.send(Buffer.alloc(200_000)) })
    try {
      const it = await upstream(
        (bytes) => the.send(bytes),
        {},
        { sourceMirror: parseMirror(`${mirror.url}/dir`) },
      )
      expect(it.error?.message).toContain(`from ${mirror.url}${NAME} is not the file in the lock`)
      expect(it.requests).toEqual([])
    } finally {
      await mirror.close()
    }
  })
})
