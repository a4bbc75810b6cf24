import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * GitHub's cache service as @actions/cache 6.3.0 speaks to it: version 2, Twirp with JSON for the entries and Azure's
 * "Put Blob" for the bytes. A token is the name of the scope (branch or tag) that its job writes to; it reads that
 * and `main`.
 */
export interface CacheService {
  url: string
  entries: Entry[]
  /** The methods called. */
  calls: string[]
  /** The status with which every call of a method is answered from now on. */
  failing: number | undefined
  close(): Promise<void>
}

interface Entry {
  scope: string
  key: string
  version: string
  bytes: Buffer
  /** Whether it can be found. */
  finalized: boolean
}

type Body = { key: string; version: string; restore_keys?: string[]; size_bytes?: string }

/** Starts a service on a port of its own. */
export async function startCacheService(): Promise<CacheService> {
  const service = { url: '', entries: [] as Entry[], calls: [] as string[], failing: undefined }
  const server = createServer(async (request, response) => {
    const body = await read(request)
    const [, kind, , last = ''] = (request.url?.split('?')[0] ?? '').split('/')
    if (kind === 'blob') {
      const entry = service.entries[Number(last)]
      if (entry === undefined || !request.url?.endsWith('?sig=s')) return response.writeHead(404).end()
      if (request.method === 'GET') return response.end(entry.bytes)
      if (request.headers['x-ms-blob-type'] !== 'BlockBlob') return response.writeHead(400).end()
      entry.bytes = body
      return response.writeHead(201, { etag: '"1"', 'x-ms-request-id': '1' }).end()
    }
    service.calls.push(last)
    const scope = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const [status, answer] =
      service.failing !== undefined
        ? [service.failing, { code: 'unavailable', msg: 'try again later' }]
        : scope === undefined
          ? [401, { code: 'unauthenticated', msg: 'no token' }]
          : call(service, last, scope, JSON.parse(body.toString()))
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    server.closeAllConnections()
    server.close()
  }
  return Object.assign(service, { close })
}

function call(
  service: Omit<CacheService, 'close'>,
  method: string,
  scope: string,
  body: Body,
): [number, object] {
  const { entries, url } = service
  const same = (entry: Entry) =>
    entry.key === body.key && entry.version === body.version && entry.scope === scope
  switch (method) {
    case 'CreateCacheEntry':
      if (entries.some(same)) {
        const msg = 'cache entry with the same key, version, and scope already exists'
        return [409, { code: 'already_exists', msg }]
      }
      entries.push({ scope, key: body.key, version: body.version, bytes: Buffer.alloc(0), finalized: false })
      return [200, { ok: true, signed_upload_url: `${url}/blob/caches/${entries.length - 1}?sig=s` }]
    case 'FinalizeCacheEntryUpload': {
      const entry = entries.find(same)
      if (entry === undefined || entry.bytes.length !== Number(body.size_bytes)) {
        return [200, { ok: false, message: 'nothing of this size was uploaded' }]
      }
      entry.finalized = true
      return [200, { ok: true, entry_id: '1' }]
    }
    case 'GetCacheEntryDownloadURL': {
      const found = find(entries, scope, body)
      if (found === undefined) return [200, { ok: false }]
      const signed_download_url = `${url}/blob/caches/${entries.indexOf(found)}?sig=s`
      return [200, { ok: true, signed_download_url, matched_key: found.key }]
    }
    default:
      return [404, { code: 'bad_route', msg: method }]
  }
}

/** As GitHub's documentation has it: one's own scope first; a name as it is, then the newest it is the beginning of. */
function find(entries: readonly Entry[], scope: string, { key, version, restore_keys = [] }: Body) {
  for (const place of new Set([scope, 'main'])) {
    const there = entries.filter((e) => e.finalized && e.scope === place && e.version === version).reverse()
    const exact = there.find((entry) => entry.key === key)
    if (exact !== undefined) return exact
    for (const name of [key, ...restore_keys]) {
      const found = there.find((entry) => entry.key.startsWith(name))
      if (found !== undefined) return found
    }
  }
  return undefined
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
