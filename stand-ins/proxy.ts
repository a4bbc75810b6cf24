import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'

/** A proxy as companies have them: plain requests are passed on, tunnels opened. */
export interface ProxyServer {
  /** `127.0.0.1:PORT`. */
  host: string
  /** `GET http://host/path` and `CONNECT host:443`, as they came. */
  asked: string[]
  /** The logins that came with them. */
  logins: string[]
  close(): Promise<void>
}

/** How a proxy behaves. */
export interface Manners {
  /** Whatever host is asked for, this port of this machine answers: only the proxy can make the host reachable. */
  leadsTo?: () => number
  /** The status of every answer. */
  refusal?: () => number | undefined
  /** Asked for a tunnel to another port, it refuses. */
  tunnelsOnlyTo443?: boolean
}

/** Starts one on a free port of 127.0.0.1. */
export async function startProxy(manners: Manners = {}): Promise<ProxyServer> {
  const asked: string[] = []
  const logins: string[] = []
  const note = ({ method, url, headers }: IncomingMessage) => {
    asked.push(`${method} ${url}`)
    if (headers['proxy-authorization'] !== undefined) logins.push(headers['proxy-authorization'])
  }
  const server: Server = createServer((incoming, answer) => {
    note(incoming)
    const refusal = manners.refusal?.()
    if (refusal !== undefined) return answer.writeHead(refusal).end()
    const { hostname, port, pathname, search, host } = new URL(incoming.url ?? '')
    const { 'proxy-authorization': _, ...headers } = incoming.headers
    const onward = request(
      {
        host: manners.leadsTo === undefined ? hostname : '127.0.0.1',
        port: manners.leadsTo?.() ?? port,
        method: incoming.method,
        path: pathname + search,
        headers: { ...headers, host },
      },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
      },
    )
    onward.on('error', () => answer.destroy())
    incoming.pipe(onward)
  })
  server.on('connect', (incoming, client, head) => {
    note(incoming)
    client.on('error', () => undefined)
    const port = Number(incoming.url?.split(':').at(-1))
    const refusal =
      manners.refusal?.() ?? (manners.tunnelsOnlyTo443 === true && port !== 443 ? 403 : undefined)
    if (refusal !== undefined) return client.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`)
    const onward = connect(manners.leadsTo?.() ?? port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.write(head)
      onward.pipe(client).pipe(onward)
    })
    onward.on('error', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    logins,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
