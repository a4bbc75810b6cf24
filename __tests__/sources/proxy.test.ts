import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Manners, type ProxyServer, startProxy } from '../../stand-ins/proxy.js'
import * as the from './setup.js'

the.freshDirectories()
const ADDRESS = '/openssl-3.5.7.tar.gz'

let origin: the.Served
let proxy: ProxyServer
let refusal: number | undefined
const answers: Record<string, the.Answer> = {}

beforeEach(async () => {
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) {
    vi.stubEnv(name, '')
    vi.stubEnv(name.toUpperCase(), '')
  }
  origin = await the.serve(answers)
  refusal = undefined
  proxy = await through({})
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all([origin.close(), proxy.close()])
})

/** A proxy behind which every host is the origin. */
const through = (manners: Manners) =>
  startProxy({ leadsTo: () => Number(new URL(origin.url).port), refusal: () => refusal, ...manners })

async function obtain(host = the.UNREACHABLE) {
  const { bytes, source } = the.tarball(`${host}${ADDRESS}`)
  answers[ADDRESS] = the.send(bytes)
  const found = await the.obtain([source])
  expect(bytes.equals(await readFile(found.get(source)?.path ?? ''))).toBe(true)
}

describe('a proxy of the environment', () => {
  it.each([
    ['http_proxy', 'http://me:w%25rd@'],
    ['HTTP_PROXY', 'http://me:w%25rd@'],
    ['http_proxy', 'me:w%25rd@'],
  ])('is used with its login: %s=%s…', async (name, before) => {
    vi.stubEnv(name, `${before}${proxy.host}`)
    await obtain()
    expect(proxy.asked).toEqual([`GET ${the.UNREACHABLE}${ADDRESS}`])
    expect(proxy.logins).toEqual([`Basic ${Buffer.from('me:w%rd').toString('base64')}`])
    expect(origin.headers[0]?.host).toBe('nowhere.invalid')
    expect(origin.headers[0]?.['proxy-authorization']).toBeUndefined()
  })

  it('gets plain requests for plain http, because many tunnel to 443 only', async () => {
    const strict = await through({ tunnelsOnlyTo443: true })
    vi.stubEnv('http_proxy', `http://${strict.host}`)
    await obtain()
    expect(strict.asked).toEqual([`GET ${the.UNREACHABLE}${ADDRESS}`])
    await strict.close()
  })

  it('opens a tunnel for https', async () => {
    vi.stubEnv('https_proxy', `http://me:word@${proxy.host}`)
    // Nobody speaks TLS behind it: the connection fails after the proxy was asked.
    await expect(obtain('https://nowhere.invalid')).rejects.toThrow(
      `(through the proxy http://${proxy.host}/)`,
    )
    expect(proxy.asked[0]).toBe('CONNECT nowhere.invalid:443')
  })

  it.each(['nowhere.invalid', 'nowhere.invalid:80', '*', '.invalid', 'other.invalid, nowhere.invalid'])(
    'is not used for %s in no_proxy',
    async (value) => {
      vi.stubEnv('http_proxy', `http://${proxy.host}`)
      vi.stubEnv('no_proxy', value)
      await expect(obtain()).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/)
      expect(proxy.asked).toEqual([])
    },
  )

  // TEST-NET-1 (RFC 5737) and the prefix for documentation (RFC 3849): nobody is there.
  it.each([
    ['192.0.2.7', '192.0.2.0/24', false],
    ['192.0.2.7', '192.0.3.0/24', true],
    ['192.0.2.7', 'example.org 192.0.2.4/30', false],
    ['192.0.2.7', '192.0.2.0/33', true],
    ['192.0.2.7', '192.0.2.0/', true],
    ['192.0.2.7', '192.0.2.0/8.5', true],
    ['[2001:db8::7]', '2001:db8::/32', false],
  ])('to %s with %s in no_proxy', async (host, value, used) => {
    vi.stubEnv('http_proxy', `http://${proxy.host}`)
    vi.stubEnv('no_proxy', value)
    const { bytes, source } = the.tarball(`http://${host}${ADDRESS}`)
    answers[ADDRESS] = the.send(bytes)
    await the.obtain([source], {}, the.collect(), the.fast({ answerMs: 200 })).catch(() => undefined)
    expect(proxy.asked).toEqual(used ? [`GET http://${host}${ADDRESS}`] : [])
  })

  it('that cannot open a tunnel just now is asked again', async () => {
    vi.stubEnv('https_proxy', `http://${proxy.host}`)
    refusal = 503
    await expect(obtain('https://nowhere.invalid')).rejects.toThrow('the proxy refused with HTTP 503')
    expect(proxy.asked).toHaveLength(4)
  })

  it.each([403, 407])('that refuses a tunnel with %d is asked once, and its answer told', async (status) => {
    vi.stubEnv('https_proxy', `http://${proxy.host}`)
    refusal = status
    await expect(obtain('https://nowhere.invalid')).rejects.toThrow(
      `the proxy refused with HTTP ${status} (through the proxy http://${proxy.host}/)`,
    )
    expect(proxy.asked).toHaveLength(1)
  })

  it.each([
    [403, 'HTTP 403 Forbidden'],
    [407, 'the proxy refused with HTTP 407'],
  ])('that refuses a plain request with %d is asked once, and its answer told', async (status, words) => {
    vi.stubEnv('http_proxy', `http://${proxy.host}`)
    refusal = status
    await expect(obtain()).rejects.toThrow(words)
    expect(proxy.asked).toHaveLength(1)
  })

  it('that does not listen is told too', async () => {
    vi.stubEnv('http_proxy', `http://127.0.0.1:${await the.closedPort()}`)
    await expect(obtain()).rejects.toThrow(/ECONNREFUSED.* \(through the proxy http:\/\/127\.0\.0\.1/)
  })

  it.each(['http:', 'https:'])('that never answers does not hold the build: %s', async (scheme) => {
    const silent = createServer((socket) => socket.on('error', () => undefined))
    const port = await the.listen(silent as never)
    vi.stubEnv('http_proxy', `http://127.0.0.1:${port}`)
    vi.stubEnv('https_proxy', `http://127.0.0.1:${port}`)
    const { source } = the.tarball(`${scheme}//nowhere.invalid${ADDRESS}`)
    const work = the.obtain([source], {}, the.collect(), the.fast({ answerMs: 100 }))
    await expect(work).rejects.toThrow('no answer within 0.1 s (tried 2 times)')
    silent.close()
  })

  it.each([
    ['socks5://proxy.example:1080', 'socks5:// is neither http nor https'],
    ['http://me:50%off@proxy.example', 'its address is not a URL'],
    ['http://proxy.example:port', 'its address is not a URL'],
  ])('whose address cannot be used is named by its variable, without its login: %s', async (value, words) => {
    vi.stubEnv('http_proxy', value)
    const failure = await obtain().catch((error: Error & { hint: string }) => error)
    expect(failure).toMatchObject({
      message: `The proxy for http://nowhere.invalid cannot be used: ${words}`,
      hint: expect.stringContaining('http_proxy'),
    })
    expect(JSON.stringify(failure)).not.toContain('off')
  })
})
