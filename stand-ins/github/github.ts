import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Json, loadDescription, type Operation } from './description.js'
import type { Exchange, Fault } from './faults.js'
import { Judge } from './judge.js'
import { Repository } from './model.js'
import { failure, type Question, rules, type ServerAnswer } from './rules.js'

const description = loadDescription()
const judge = new Judge(description)
const routes = description.operations.map((operation) => ({ operation, pattern: patternOf(operation.path) }))

/** One request as it came in, for assertions. */
export interface Recorded {
  operation: string
  method: string
  url: string
  headers: IncomingMessage['headers']
  json: Json
  /** The answer's status, or what happened instead. */
  outcome: string
}

/**
 * A GitHub of one repository on a local port. Each answer of its own, and each request to it, is held against
 * GitHub's published description; what departs from it is kept in `violations`.
 */
export class FakeGitHub {
  readonly requests: Recorded[] = []
  readonly violations: string[] = []
  readonly tokens = new Map<string, 'write' | 'read' | 'foreign'>([['ghs_secret', 'write']])
  readonly repository: Repository
  /** The server's clock is this much ahead of the test's. */
  ahead = 0
  /** Where `upload_url` points; the API's own host unless changed. */
  uploads: string
  readonly #faults = new Map<string, Fault[]>()

  private constructor(
    private readonly server: Server,
    readonly origin: string,
    now: () => number,
  ) {
    this.uploads = `${origin}/api/uploads`
    const urls = { api: this.url, uploads: () => this.uploads }
    this.repository = new Repository('soulwing', 'psycopg2-lambda', () => now() + this.ahead, urls)
    server.on('request', (request, response) => {
      this.#serve(request, response).catch((error) => {
        this.violations.push(`the server failed: ${error instanceof Error ? error.stack : error}`)
        response.destroy()
      })
    })
  }

  static async start(now: () => number): Promise<FakeGitHub> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return new FakeGitHub(server, `http://127.0.0.1:${port}`, now)
  }

  /** The API's root, with a path as on GitHub Enterprise. */
  get url(): string {
    return `${this.origin}/api/v3`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** The next requests of this operation meet these faults, one each. */
  meets(operation: string, ...faults: Fault[]): void {
    this.#faults.set(operation, [...(this.#faults.get(operation) ?? []), ...faults])
  }

  /** Every request with its outcome: `upload-release-asset 201`. */
  get trace(): string[] {
    return this.requests.map(({ operation, outcome }) => `${operation} ${outcome}`)
  }

  count(operation: string): number {
    return this.requests.filter((request) => request.operation === operation).length
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? ''
    const url = new URL(request.url ?? '', this.origin)
    const local = url.pathname.replace(/^\/api\/(v3|uploads)/, '')
    const route = routes
      .filter(({ operation }) => operation.method === method)
      .flatMap(({ operation, pattern }) => {
        const groups = pattern.exec(local)?.groups
        return groups === undefined ? [] : [{ operation, groups }]
      })
      .sort((a, b) => Object.keys(a.groups).length - Object.keys(b.groups).length)[0]
    const { headers } = request
    const recorded: Recorded = { operation: 'unknown', method, url: url.href, headers, json: {}, outcome: '' }
    this.requests.push(recorded)
    if (route === undefined) {
      this.violations.push(`no such operation: ${method} ${local}`)
      return this.#send(response, { status: 404, json: failure('Not Found') })
    }
    const { operation } = route
    recorded.operation = operation.id
    if (url.pathname.startsWith('/api/uploads') !== (operation.id === 'upload-release-asset')) {
      this.violations.push(`${operation.id} at the wrong host or prefix: ${url.pathname}`)
    }
    const path = Object.fromEntries(
      Object.entries(route.groups).map(([key, value]) => [key, decodeURIComponent(value)]),
    )
    let body: Promise<Buffer> | undefined
    const question = async (): Promise<Question> => {
      body ??= read(request)
      const bytes = await body
      const isJson =
        headers['content-type']?.startsWith('application/json') && operation.id !== 'upload-release-asset'
      recorded.json = isJson ? JSON.parse(bytes.toString()) : {}
      const access = this.tokens.get(headers.authorization?.replace(/^token /, '') ?? '')
      const flat = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)]))
      return {
        path,
        query: url.searchParams,
        json: recorded.json,
        bytes,
        headers: flat,
        mayWrite: access === 'write',
      }
    }
    const exchange: Exchange = {
      question,
      proceed: async () => this.#proceed(operation, headers.authorization, await question()),
      answer: (answer) => {
        if (answer.raw === undefined && answer.bytes === undefined && answer.status < 500) {
          this.violations.push(...judge.answer(operation, answer.status, answer.json))
        }
        if (recorded.outcome === '') recorded.outcome = String(answer.status)
        this.#send(response, answer)
      },
      reset: () => request.socket.destroy(),
      breakOff: ({ status, headers, bytes = Buffer.alloc(0) }) => {
        response.writeHead(status, { ...headers, 'content-length': String(bytes.length) })
        response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy())
      },
    }
    const fault = this.#faults.get(operation.id)?.shift()
    if (fault === undefined) return exchange.answer(await exchange.proceed())
    recorded.outcome = fault.word
    await fault.act(exchange)
  }

  #proceed(operation: Operation, authorization: string | undefined, question: Question): ServerAnswer {
    this.violations.push(...judge.request(operation, question.path, question.query, question.json))
    if (operation.id === 'upload-release-asset' && question.headers['content-length'] === undefined) {
      this.violations.push('upload-release-asset: no Content-Length')
    }
    const access = this.tokens.get(authorization?.replace(/^token /, '') ?? '')
    if (access === undefined) return { status: 401, json: failure('Bad credentials') }
    const { owner, repo } = question.path
    const here = owner === this.repository.owner && repo === this.repository.name
    if (access === 'foreign' || !here) return { status: 404, json: failure('Not Found') }
    if (operation.method !== 'GET' && access === 'read') {
      const headers = { 'x-accepted-github-permissions': 'contents=write; contents=write,workflows=write' }
      return { status: 403, json: failure('Resource not accessible by integration'), headers }
    }
    const rule = rules[operation.id]
    if (rule === undefined) throw new Error(`no rule for ${operation.id}`)
    return rule(this.repository, question)
  }

  #send(response: ServerResponse, answer: ServerAnswer & { raw?: string }): void {
    response.sendDate = false
    response.writeHead(answer.status, {
      date: new Date(this.repository.now()).toUTCString(),
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '900',
      'x-github-request-id': 'FAKE:1',
      ...(answer.json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      ...answer.headers,
    })
    response.end(
      answer.raw ?? answer.bytes ?? (answer.json === undefined ? undefined : JSON.stringify(answer.json)),
    )
  }
}

/** `{ref}` and `{tag}` may hold slashes (`x-multi-segment` in the description). */
function patternOf(path: string): RegExp {
  const source = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'ref' || name === 'tag' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  )
  return new RegExp(`^${source}$`)
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
