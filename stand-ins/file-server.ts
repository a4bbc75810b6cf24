import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

/** A web server for files, as GitHub Pages and every other plain one is. */
export interface FileServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  origin: string
  /** The path of every request, as it came. */
  asked: string[]
  stop(): Promise<void>
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.json': 'application/json' }

/** As GitHub serves the assets of a release, whatever they are. */
const ANY = 'application/octet-stream'

/** JSON, as PEP 691 has tools ask for it. */
const SIMPLE_JSON = 'application/vnd.pypi.simple.v1+json'

/**
 * Serves what lies below a directory, at the time it is asked for, on a free port of 127.0.0.1. A directory's address
 * ends in a slash and gives its `index.html`; without the slash it leads there.
 *
 * @param negotiates whether who accepts PEP 691's JSON gets `index.json` there, which no plain server does
 */
export async function serveFiles(root: string, negotiates = false): Promise<FileServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    // The parser of addresses resolves every `..` before it is a path here.
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://server').pathname)
    const asJson = negotiates && path.endsWith('/') && request.headers.accept?.includes(SIMPLE_JSON) === true
    const file = path.endsWith('/') ? `${path}index.${asJson ? 'json' : 'html'}` : path
    try {
      const body = readFileSync(join(root, file))
      const type = asJson ? SIMPLE_JSON : (TYPES[extname(file)] ?? ANY)
      response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body)
    } catch (error) {
      const isDirectory = error instanceof Error && 'code' in error && error.code === 'EISDIR'
      if (isDirectory) response.writeHead(301, { location: `${path}/` }).end()
      else response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>')
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
