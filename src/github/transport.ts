import { fetch, type RequestInit } from 'undici'
import { z } from 'zod'
import { routes, routeTo } from '../network/route.js'
import { lostBy } from '../network/trouble.js'
import { InputError } from '../report/errors.js'
import type { ErrorDetail, GitHubRefused, GitHubTrouble } from './types.js'
import type { GitHubSetting } from './waiting.js'

/** One request. `schema` says what its answer must look like; anything else counts as no answer. */
export interface Call<T> {
  /** Method, blank, then a path template of GitHub's reference or a whole URL. */
  route: string
  parameters?: Readonly<Record<string, unknown>>
  headers?: Readonly<Record<string, string>>
  body?: Blob
  schema: z.ZodType<T>
  /** Milliseconds. */
  timeout?: number
  /** Give the answer's body as a stream instead of reading it. */
  stream?: boolean
}

/** What was asked for, as its schema makes it. */
export interface Ok<T> {
  kind: 'ok'
  data: T
  headers: Readonly<Record<string, string>>
}

/** The way to GitHub, one request at a time. */
export interface Transport {
  /** Sends one request once. @throws {BuildError} for a proxy that cannot be used; whatever else happens is an answer */
  send<T>(call: Call<T>): Promise<Ok<T> | GitHubTrouble>
  /** The server's time in milliseconds, by the last answer's `date` header. */
  serverNow(): number
}

/**
 * The real Octokit, without its retry and throttling plugins: those repeat creations and uploads blindly,
 * which makes second drafts and turns stored uploads into 422 (octokit/plugin-retry.js takes a lost answer for a status 500).
 *
 * @throws {InputError} for an empty token, or one with white space in it
 */
export function createTransport(setting: Omit<GitHubSetting, 'serverNow'>): Transport {
  const { target, log, clock, limits } = setting
  const { owner, repo, token, apiUrl } = target
  if (!/^\S+$/.test(token)) {
    throw new InputError(
      'token',
      'is empty or has white space in it',
      'Leave it out to use the workflow’s own, or check how the secret was stored.',
    )
  }
  // Imported when it is first needed, because at import it reads GITHUB_API_URL and throws where that is not an address;
  // eagerly for the bundler, whose list of licences would otherwise be that of one piece.
  const opening = async () =>
    (await import(/* webpackMode: "eager" */ '@actions/github')).getOctokit(token, {
      baseUrl: apiUrl.replace(/\/+$/, ''),
      userAgent: 'psycopg2-lambda',
      request: { fetch: routedFetch },
      log: { debug: () => {}, info: () => {}, warn: log.debug, error: log.debug },
    })
  const clean = (text: string) => shorten(text.replaceAll(token, '***'))
  let octokit: Awaited<ReturnType<typeof opening>> | undefined
  let ahead = 0
  let nextChange = 0

  return {
    serverNow: () => clock.now() + ahead,
    async send<T>(call: Call<T>): Promise<Ok<T> | GitHubTrouble> {
      const method = call.route.slice(0, call.route.indexOf(' '))
      const timeout = call.timeout ?? limits.requestTimeout
      if (method !== 'GET') {
        const early = nextChange - clock.now()
        if (early > 0) await clock.sleep(early)
      }
      const outcome = await once(call, method, timeout)
      if (method !== 'GET') nextChange = clock.now() + limits.gap
      log.debug(`${outcome.request} → ${outcome.kind === 'lost' ? outcome.why : outcome.status}`)
      return outcome.kind === 'ok' ? validated(call, outcome) : outcome
    },
  }

  async function once(
    call: Call<unknown>,
    method: string,
    timeout: number,
  ): Promise<RawAnswer | GitHubTrouble> {
    const { request, url } = describe(call, method)
    const { proxy } = routeTo(new URL(url, target.apiUrl))
    const signal = AbortSignal.timeout(timeout)
    try {
      octokit ??= await opening()
      const response = await octokit.request(`${method} ${url}`, {
        ...(url.startsWith('http') ? {} : { owner, repo }),
        ...call.parameters,
        ...(call.body === undefined ? {} : { data: call.body }),
        headers: { 'x-github-api-version': '2022-11-28', ...call.headers },
        request: {
          signal,
          // A repeated body at another address is not ours to decide; GitHub redirects after a rename.
          redirect: method === 'GET' ? 'follow' : 'manual',
          parseSuccessResponseBody: call.stream !== true,
        },
      })
      const headers = textHeaders(response.headers)
      noteTime(headers)
      const status: number = response.status
      if (status < 300) return { kind: 'ok', request, status, headers, data: response.data }
      const message = clean(`redirects to ${headers.location ?? 'nowhere'}`)
      return { kind: 'refused', request, status, message, details: [], headers }
    } catch (error) {
      const response = failedResponse.safeParse(error)
      if (!response.success) {
        const late = signal.aborted
        const { why, ...lost } = lostBy(error, request, timeout, proxy)
        const said = late ? `no answer within ${Math.round(timeout / 100) / 10} s` : clean(why)
        return { ...lost, why: said, late }
      }
      const { status, headers, data } = response.data.response
      noteTime(textHeaders(headers))
      return refused(request, status, textHeaders(headers), data)
    }
  }

  function describe(call: Call<unknown>, method: string): { request: string; url: string } {
    const url = call.route.slice(method.length + 1)
    if (url.startsWith('http')) return { request: clean(`${method} ${new URL(url).pathname}`), url }
    const parameters: Readonly<Record<string, unknown>> = { owner, repo, ...call.parameters }
    const path = url.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name]))
    return { request: clean(`${method} ${path}`), url }
  }

  function refused(
    request: string,
    status: number,
    headers: GitHubRefused['headers'],
    data: unknown,
  ): GitHubRefused {
    const body = errorBody.safeParse(data)
    if (!body.success)
      return { kind: 'refused', request, status, message: clean(String(data)), details: [], headers }
    const details = (body.data.errors ?? []).map((detail) =>
      typeof detail === 'string' ? { message: detail } : detail,
    )
    const message = clean([body.data.message, ...details.map(describeDetail)].filter(Boolean).join('; '))
    return { kind: 'refused', request, status, message, details, headers }
  }

  function validated<T>(call: Call<T>, answer: RawAnswer): Ok<T> | GitHubTrouble {
    const result = call.schema.safeParse(answer.data)
    if (result.success) return { kind: 'ok', data: result.data, headers: answer.headers }
    const what = typeof answer.data === 'string' ? clean(answer.data) : 'other JSON'
    const why = `status ${answer.status} with something that GitHub does not answer here: ${what}`
    return { kind: 'lost', request: answer.request, why, late: false }
  }

  function noteTime(headers: Readonly<Record<string, string>>): void {
    const time = Date.parse(headers.date ?? '')
    if (!Number.isNaN(time)) ahead = time - clock.now()
  }
}

interface RawAnswer {
  kind: 'ok'
  request: string
  status: number
  headers: Readonly<Record<string, string>>
  data: unknown
}

const failedResponse = z.object({
  response: z.object({ status: z.int(), headers: z.record(z.string(), z.unknown()), data: z.unknown() }),
})

const errorBody = z.object({
  message: z.string(),
  errors: z
    .array(
      z.union([
        z.string(),
        z.object({
          code: z.string().optional(),
          field: z.string().optional(),
          message: z.string().optional(),
        }),
      ]),
    )
    .optional()
    .catch(undefined),
})

/**
 * undici's own fetch by the way that leads to each address. The fetch that getOctokit brings asks for a proxy once, at
 * import and for GITHUB_API_URL only; Node's built-in fetch is of another undici than our dispatchers.
 */
function routedFetch(url: string, init: RequestInit): ReturnType<typeof fetch> {
  return fetch(url, { ...init, dispatcher: routes })
}

function textHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function describeDetail(detail: ErrorDetail): string {
  return detail.message ?? [detail.field, detail.code].filter(Boolean).join(' ')
}

/** One line of at most 300 characters; a page for people is not printed at all. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return 'nothing at all'
  if (/^<(!doctype|html)/i.test(line)) return 'an HTML page'
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}
