import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect as openSocket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import { findOrCreateRelease } from '../../src/release/find.js'
import { failureOf, useBench } from './bench.js'

const bench = useBench()
const helpers: Server[] = []

afterEach(() => {
  vi.unstubAllEnvs()
  for (const server of helpers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

describe('case 49: proxies of self-hosted runners', () => {
  /** A proxy that knows only CONNECT; keeps the names it was asked for. */
  async function proxy(): Promise<{ url: string; asked: string[] }> {
    const asked: string[] = []
    const server = createServer()
    server.on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      const port = Number(request.url?.split(':')[1])
      const upstream = openSocket(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        upstream.pipe(socket).pipe(upstream)
      })
      for (const end of [socket, upstream]) end.on('error', () => socket.destroy())
    })
    helpers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}`, asked }
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
    expect(new Set(asked)).toEqual(new Set([new URL(address()).host]))
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
    expect(asked).toEqual([new URL(address()).host])
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
    expect(asked).toEqual([new URL(address()).host])
  })
})
