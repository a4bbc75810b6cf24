import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { download } from '../../src/sources/download.js'
import * as the from './setup.js'
import { NAME, upstream } from './upstream.js'

const directories = the.freshDirectories()

describe('a place that does not have the tarball', () => {
  it.each([
    ['404', () => the.status(404), 1, 'HTTP 404 Not Found'],
    ['403', () => the.status(403), 1, 'HTTP 403 Forbidden'],
    ['204', () => the.status(204), 1, 'HTTP 204 No Content'],
    ['503 for ever', () => the.status(503), 4, 'HTTP 503 Service Unavailable (tried 4 times)'],
    ['a reset for ever', (bytes: Buffer) => the.broken(bytes, 9, 'reset'), 4, '(tried 4 times)'],
    ['a redirect in a circle', () => the.status(302, { location: NAME }), 11, 'more than 10 redirects'],
    [
      'a redirect to another scheme',
      () => the.status(302, { location: 'ftp://a.invalid/' }),
      1,
      'not followed',
    ],
  ])('answers %s', async (_, make, requests, why) => {
    const it = await upstream(make)
    expect(it.error?.message).toContain('openssl 3.5.7 could not be had from anywhere')
    expect(it.error?.message).toContain(`upstream: ${it.file.url}: `)
    expect(it.error?.message).toContain(why)
    expect(it.error?.hint).toContain('source-dir')
    expect(it.error?.hint).toContain('source-mirror')
    expect(it.requests).toHaveLength(requests)
    expect(await the.filesBelow(directories.root)).toEqual([])
  })

  it('never answers: two tries, then the next place', async () => {
    const it = await upstream(() => () => {}, { answerMs: 100 })
    expect(it.error?.message).toContain('no answer within 0.1 s (tried 2 times)')
    expect(it.requests).toHaveLength(2)
  })

  it('stalls for ever: four tries, and nothing is left', async () => {
    const it = await upstream((bytes) => the.broken(bytes, 70_000, 'stall'), { stallMs: 50 })
    expect(it.error?.message).toContain('no byte arrived for 0.05 s (tried 4 times)')
    expect(it.requests).toHaveLength(4)
    expect(await the.filesBelow(directories.root)).toEqual([])
  })

  it('cannot be resolved or refuses the connection: no second try, every place named', async () => {
    const { source } = the.tarball(`${the.UNREACHABLE}/openssl-3.5.7.tar.gz`)
    const mirror = `http://127.0.0.1:${await the.closedPort()}/a/`
    const work = the.obtain([source], { sourceMirror: new URL(mirror), sourceDir: directories.temp })
    await expect(work).rejects.toThrow(
      /\(1\) source-dir .*: no files in it; \(2\) source-mirror: http:.*\/a\/openssl-3\.5\.7\.tar\.gz: .*ECONNREFUSED.*; \(3\) upstream: http:\/\/nowhere\.invalid.*: .*(ENOTFOUND|EAI_AGAIN)/,
    )
  })
})

describe('the disk', () => {
  it.runIf(process.platform === 'linux')('being full is said plainly', async () => {
    const { bytes, file } = the.tarball(the.UNREACHABLE)
    const sender = await the.serve({ [NAME]: the.send(bytes) })
    const partial = join(directories.temp, 'full')
    await symlink('/dev/full', partial)
    const request = {
      url: new URL(`${sender.url}${NAME}`),
      accept: [file] as const,
      partial,
      onBytes: () => {},
    }
    const work = download(request, { ...the.fast(), log: the.collect() })
    await expect(work).rejects.toThrow(/^The disk is full: .*full could not be written \(ENOSPC\)/)
    expect(sender.requests).toHaveLength(1)
    await sender.close()
  })
})
