import { afterEach, describe, expect, test, vi } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import { findOrCreateRelease } from '../../src/release/find.js'
import { type ProxyServer, startProxy } from '../../stand-ins/proxy.js'
import { failureOf, useBench } from '../release/bench.js'

const bench = useBench()
const proxies: ProxyServer[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(proxies.splice(0).map((proxy) => proxy.close()))
})

describe('case 49: proxies of self-hosted runners', () => {
  async function proxy(): Promise<{ url: string; asked: string[] }> {
    const started = await startProxy()
    proxies.push(started)
    return { url: `http://${started.host}`, asked: started.asked }
  }

  function environment(values: Record<string, string>): void {
    for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) {
      vi.stubEnv(name, values[name] ?? '')
      vi.stubEnv(name.toUpperCase(), values[name.toUpperCase()] ?? '')
    }
  }

  /** The server by an address that is not taken for this machine's own. */
  const address = () => bench.server.url.replace('127.0.0.1', '0.0.0.0')

  test('http_proxy is asked, and each host on its own: uploads to a host that needs none go straight', async () => {
    const { url, asked } = await proxy()
    environment({ http_proxy: url })
    const { stored, release } = bench.draft()
    await ensureAssets(bench.connection({ apiUrl: address() }), release, [await bench.file('a.zip')])
    expect(stored.assets).toHaveLength(1)
    const list = `GET ${address()}/repos/soulwing/psycopg2-lambda/releases/${release.id}/assets?per_page=100&page=1`
    expect(asked).toEqual([list, list])
    expect(bench.server.trace).toEqual([
      'list-release-assets 200',
      'upload-release-asset 201',
      'list-release-assets 200',
    ])
    expect(bench.server.requests[1]?.headers.host).toContain('127.0.0.1')
  })

  test('uploads go through it as well', async () => {
    const { url, asked } = await proxy()
    environment({ http_proxy: url })
    bench.server.uploads = bench.server.uploads.replace('127.0.0.1', '0.0.0.0')
    const { stored, release } = bench.draft()
    await ensureAssets(bench.connection(), release, [await bench.file('a.zip')])
    expect(stored.assets).toHaveLength(1)
    expect(asked).toEqual([expect.stringMatching(/^POST http:\/\/0\.0\.0\.0:\d+\/.*\/assets\?name=a\.zip$/)])
  })

  test('no_proxy is honoured', async () => {
    const { url, asked } = await proxy()
    environment({ http_proxy: url, no_proxy: 'example.org,0.0.0.0' })
    const { stored, release } = bench.draft()
    await ensureAssets(bench.connection({ apiUrl: address() }), release, [await bench.file('a.zip')])
    expect(stored.assets).toHaveLength(1)
    expect(asked).toEqual([])
  })

  test('HTTPS_PROXY is asked for https', async () => {
    const { url, asked } = await proxy()
    environment({ HTTPS_PROXY: url })
    const apiUrl = address().replace('http:', 'https:')
    const connection = bench.connection({ apiUrl }, { attempts: 1 })
    // Nobody speaks TLS behind it: the connection fails after the proxy was asked.
    await failureOf(findOrCreateRelease({ ...connection, target: { ...connection.target, releaseId: 1 } }))
    expect(asked).toEqual([`CONNECT ${new URL(address()).host}`])
  })
})
