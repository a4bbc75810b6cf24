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
  /** For the template, the query and the JSON body; owner and repo are added. */
  parameters?: Readonly<Record<string, unknown>>
  headers?: Readonly<Record<string, string>>
  /** A file to send, in place of parameters. */
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
export function createTransport(setting: Omit<GitHubSetting, 'serverNow' | 'limited'>): Transport {
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
      const request = clean(pathOf(call))
      const early = nextChange - clock.now()
      if (!isGet(call) && early > 0) await clock.sleep(early)
      const answer = await once(call, request)
      if (!isGet(call)) nextChange = clock.now() + limits.gap
      log.debug(`${request} → ${answer.kind === 'lost' ? answer.why : answer.status}`)
      if (answer.kind !== 'ok') return answer
      const { success, data } = call.schema.safeParse(answer.data)
      if (success) return { kind: 'ok', data, headers: answer.headers }
      const what = typeof answer.data === 'string' ? clean(answer.data) : 'other JSON'
      const why = `status ${answer.status} with something that GitHub does not answer here: ${what}`
      return { kind: 'lost', request, why, late: false }
    },
  }

  /** Method and path, without the query of a whole URL. */
  function pathOf({ route, parameters }: Call<unknown>): string {
    const values: Call<unknown>['parameters'] = { owner, repo, ...parameters }
    return route
      .replace(/https?:\S+/, (url) => new URL(url).pathname)
      .replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
  }

  async function once(call: Call<unknown>, request: string): Promise<Heard | GitHubTrouble> {
    const timeout = call.timeout ?? limits.requestTimeout
    const { proxy } = routeTo(new URL(call.route.slice(call.route.indexOf(' ') + 1), apiUrl))
    const signal = AbortSignal.timeout(timeout)
    try {
      octokit ??= await opening()
      const response = await octokit.request(call.route, {
        ...(call.body === undefined ? { owner, repo, ...call.parameters } : { data: call.body }),
        headers: { 'x-github-api-version': '2022-11-28', ...call.headers },
        request: {
          signal,
          // A repeated body at another address is not ours to decide; GitHub redirects after a rename.
          redirect: isGet(call) ? 'follow' : 'manual',
          parseSuccessResponseBody: call.stream !== true,
        },
      })
      return heard(request, responseSchema.parse(response))
    } catch (error) {
      const failed = failureSchema.safeParse(error)
      if (failed.success) return heard(request, failed.data.response)
      const late = signal.aborted
      const { why, ...lost } = lostBy(error, request, timeout, proxy)
      return {
        ...lost,
        why: late ? `no answer within ${Math.round(timeout / 100) / 10} s` : clean(why),
        late,
      }
    }
  }

  function heard(request: string, response: z.infer<typeof responseSchema>): Heard | GitHubRefused {
    const { status, headers, data } = response
    const time = Date.parse(headers.date ?? '')
    if (!Number.isNaN(time)) ahead = time - clock.now()
    if (status < 300) return { kind: 'ok', status, headers, data }
    const refused = { kind: 'refused', request, status, headers } as const
    if (status < 400) {
      return { ...refused, message: clean(`redirects to ${headers.location ?? 'nowhere'}`), details: [] }
    }
    const { message, errors } = errorSchema.safeParse(data).data ?? { message: String(data), errors: [] }
    const said = [message, ...errors.map(describeDetail)].filter(Boolean).join('; ')
    return { ...refused, message: clean(said), details: errors }
  }
}

function isGet({ route }: Call<unknown>): boolean {
  return route.startsWith('GET ')
}

/** An answer whose data has not been looked at. */
interface Heard extends Ok<unknown> {
  status: number
}

const responseSchema = z.object({
  status: z.int(),
  headers: z
    .record(z.string(), z.unknown())
    .transform((headers) =>
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    ),
  data: z.unknown(),
})

/** What Octokit throws for an answer that is not a yes. */
const failureSchema = z.object({ response: responseSchema })

const detailSchema = z.object({
  code: z.string().optional(),
  field: z.string().optional(),
  message: z.string().optional(),
})

const errorSchema = z.object({
  message: z.string(),
  errors: z
    .array(z.union([z.string().transform((message): ErrorDetail => ({ message })), detailSchema]))
    .catch([]),
})

/**
 * undici's own fetch by the way that leads to each address. The fetch that getOctokit brings asks for a proxy once, at
 * import and for GITHUB_API_URL only; Node's built-in fetch is of another undici than our dispatchers.
 */
function routedFetch(url: string, init: RequestInit): ReturnType<typeof fetch> {
  return fetch(url, { ...init, dispatcher: routes })
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
