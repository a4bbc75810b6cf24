import { writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { get } from '../../src/network/get.js'
import { makeCertificates } from '../../src/verify/certificates.js'
import * as the from '../sources/setup.js'

const directories = the.freshDirectories()
let server: Server
let url: URL
let ca: string

beforeEach(async () => {
  for (const name of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE']) vi.stubEnv(name, '')
  const made = await makeCertificates('localhost')
  ca = join(directories.temp, 'ca.pem')
  writeFileSync(ca, made.authority)
  server = createServer({ cert: made.server, key: made.server }, (_, answer) => answer.end('hello'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = new URL(`https://localhost:${(server.address() as AddressInfo).port}/`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

const times = { answerMs: 5000, stallMs: 5000 }
const ask = async (trust = {}) => {
  const answer = await get({ url, times, trust })
  if (answer.kind === 'ok') answer.body.resume()
  return answer
}

describe("a company's own certificate", () => {
  test('is not trusted, and what to do is said', async () => {
    expect(await ask()).toMatchObject({
      kind: 'lost',
      lasting: true,
      why: expect.stringMatching(/certificate is not trusted.*SSL_CERT_FILE/),
    })
  })

  test.each(['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'])('is trusted when %s names it', async (name) => {
    vi.stubEnv(name, ca)
    expect((await ask()).kind).toBe('ok')
  })

  test('is trusted after a request without TLS, which needs no certificates', async () => {
    vi.stubEnv('SSL_CERT_FILE', ca)
    await get({ url: new URL(`http://127.0.0.1:${await the.closedPort()}/`), times })
    expect((await ask()).kind).toBe('ok')
  })

  test('is trusted for one request that names it, as pip is told to', async () => {
    expect((await ask({ ca })).kind).toBe('ok')
    expect((await ask()).kind).toBe('lost')
  })

  test("does not matter for pip's trusted hosts", async () => {
    expect((await ask({ hosts: ['localhost'] })).kind).toBe('ok')
    expect((await ask({ hosts: [url.host] })).kind).toBe('ok')
    expect((await ask({ hosts: ['other.example'] })).kind).toBe('lost')
  })

  test('a variable that names nothing is read over', async () => {
    vi.stubEnv('SSL_CERT_FILE', '/nonexistent/ca.pem')
    expect((await ask()).kind).toBe('lost')
    expect((await ask({ ca })).kind).toBe('ok')
  })

  test.each([
    ['cert', { ca: '/nonexistent/ca.pem' }, 'ENOENT'],
    ['cert', { ca: '/etc' }, 'EISDIR'],
    ['cert', { ca: import.meta.filename }, 'it is not a file in PEM form'],
    ['client-cert', { client: '/nonexistent/me.pem' }, 'ENOENT'],
  ])("pip's %s that cannot be used is named: %j", async (setting, trust, why) => {
    const refused = ask(trust)
    await expect(refused).rejects.toThrow(`pip’s setting ${setting} names ${Object.values(trust)[0]}`)
    await expect(refused).rejects.toThrow(why)
  })

  test('a client certificate without its key is named', async () => {
    await expect(ask({ ca, client: ca })).rejects.toThrow(`pip’s setting client-cert names ${ca}`)
  })

  test('a server that speaks no TLS is no question of trust', async () => {
    const plain = await the.serve({})
    const answer = await get({ url: new URL(plain.url.replace('http:', 'https:')), times })
    expect(answer).toMatchObject({
      kind: 'lost',
      lasting: true,
      why: expect.stringMatching(/^no TLS connection \([\w ]+\)$/),
    })
    await plain.close()
  })
})
