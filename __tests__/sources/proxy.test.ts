import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { obtainSources } from '../../src/sources/obtain.js'
import * as the from './setup.js'

the.freshDirectories()
const VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']
const before = VARIABLES.map((name) => [name, process.env[name]] as const)
const ADDRESS = '/openssl-3.5.7.tar.gz'

let origin: the.Served
let tunnels: string[]
let proxy: ReturnType<typeof createServer>
let proxyUrl: string
let refusal: number | undefined
const answers: Record<string, the.Answer> = {}

beforeEach(async () => {
  for (const name of VARIABLES) delete process.env[name]
  origin = await the.serve(answers)
  tunnels = []
  refusal = undefined
  // Whatever host is asked for, the origin on this machine answers: only the proxy can make it reachable.
  proxy = createServer().on('connect', (request, client, head) => {
    tunnels.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim())
    client.on('error', () => undefined)
    if (refusal !== undefined) return client.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`)
    const upstream = connect(Number(new URL(origin.url).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    upstream.on('error', () => client.destroy())
  })
  proxyUrl = `http://me:word@127.0.0.1:${await the.listen(proxy)}`
})
afterEach(async () => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  proxy.closeAllConnections()
  await Promise.all([origin.close(), new Promise((resolve) => proxy.close(resolve))])
})

async function obtain() {
  const { bytes, source } = the.tarball(`${the.UNREACHABLE}${ADDRESS}`)
  answers[ADDRESS] = the.send(bytes)
  const found = await obtainSources([source], {}, the.collect(), { timing: the.fast(), host: the.ELSEWHERE })
  expect(bytes.equals(await readFile(found.get(source) ?? ''))).toBe(true)
}

describe('a proxy of the environment', () => {
  it.each(['http_proxy', 'HTTP_PROXY'])('is used: %s', async (name) => {
    process.env[name] = proxyUrl
    await obtain()
    expect(tunnels).toEqual([`nowhere.invalid:80 Basic ${Buffer.from('me:word').toString('base64')}`])
    expect(origin.requests).toEqual([`GET ${ADDRESS}`])
  })

  it.each(['nowhere.invalid', '*', '.invalid'])('is not used for %s in no_proxy', async (value) => {
    process.env.http_proxy = proxyUrl
    process.env.no_proxy = value
    await expect(obtain()).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/)
    expect(tunnels).toEqual([])
  })

  it.each([403, 407, 503])('that refuses with %d is asked once, and its answer told', async (status) => {
    process.env.http_proxy = proxyUrl
    refusal = status
    await expect(obtain()).rejects.toThrow(`no way through the proxy (statusCode ${status})`)
    expect(tunnels).toHaveLength(1)
  })

  it('that does not listen is told too', async () => {
    process.env.http_proxy = `http://127.0.0.1:${await the.closedPort()}`
    await expect(obtain()).rejects.toThrow(/no way through the proxy \(cause connect ECONNREFUSED/)
  })

  it('that never answers does not hold the build', async () => {
    const waiting: Duplex[] = []
    proxy.removeAllListeners('connect').on('connect', (_, client) => waiting.push(client))
    process.env.http_proxy = proxyUrl
    const { source } = the.tarball(`${the.UNREACHABLE}${ADDRESS}`)
    const work = obtainSources([source], {}, the.collect(), {
      timing: the.fast({ answerMs: 100 }),
      host: the.ELSEWHERE,
    })
    await expect(work).rejects.toThrow('no answer within 0.1 s')
    for (const client of waiting) client.destroy()
  })
})
