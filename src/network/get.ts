import { STATUS_CODES } from 'node:http'
import type { Readable } from 'node:stream'
import { request } from 'undici'
import { BAD_LOGIN, hasReadableLogin, loginOf, shown } from './address.js'
import { routeTo, type Trust } from './route.js'
import { type Lost, lostBy, type Refused, type Times } from './trouble.js'
import { unlessAborted } from './unless-aborted.js'

const USER_AGENT = 'psycopg2-lambda'

/** GitHub's releases need one; a longer chain than this is a loop. */
const MOST_REDIRECTS = 10

/** One GET request. */
export interface Get {
  url: URL
  headers?: Record<string, string>
  times: Times
  signal?: AbortSignal | undefined
  trust?: Trust
}

/** An answer with status 200. Its body must be read or destroyed. */
export interface Got {
  kind: 'ok'
  body: Readable
  headers: Readonly<Record<string, string>>
  /** Where the redirects led. */
  url: URL
}

/**
 * Asks once, follows redirects, and never throws for what servers and networks do.
 *
 * The body is what the server has: no content encoding is asked for, and none is undone. A login in the address goes
 * to that host only, and nothing goes from https to anything else.
 *
 * @throws the signal's reason once it is aborted; {BuildError} for a proxy or certificates that cannot be used
 */
export async function get(it: Get): Promise<Got | Refused | Lost> {
  let { url } = it
  if (!hasReadableLogin(url)) return lost(url, BAD_LOGIN, { lasting: true })
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await once(it, url)
    if (answer.kind !== 'redirect') return answer
    if (!URL.canParse(answer.location, url.href))
      return lost(url, 'redirected to what is not an address', { lasting: true })
    const next = new URL(answer.location, url)
    if (!/^https?:$/.test(next.protocol) || (url.protocol === 'https:' && next.protocol !== 'https:')) {
      return lost(url, `redirected from ${url.protocol} to ${next.protocol}, which is not followed`, {
        lasting: true,
      })
    }
    url = next
  }
  return lost(it.url, `more than ${MOST_REDIRECTS} redirects`, { lasting: true })
}

async function once(
  it: Get,
  url: URL,
): Promise<Got | Refused | Lost | { kind: 'redirect'; location: string }> {
  const { times, signal } = it
  const route = routeTo(url, it.trust)
  // Of our own, because undici's limit begins when a connection is there, and one through a proxy can take for ever.
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), times.answerMs)
  const either = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal])
  try {
    const answering = request(url, {
      dispatcher: route.dispatcher,
      headers: headersFor(it, url),
      headersTimeout: 0,
      bodyTimeout: times.stallMs,
      signal: either,
    })
    // While a proxy has not opened its tunnel, undici's request does not feel the signal.
    const { statusCode, body, ...answer } = await unlessAborted(answering, either)
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
    )
    if (statusCode === 200) return { kind: 'ok', body, headers, url }
    body.on('error', () => undefined).destroy()
    const { location } = headers
    if (statusCode >= 300 && statusCode < 400 && location !== undefined) return { kind: 'redirect', location }
    const message = STATUS_CODES[statusCode] ?? 'unknown'
    return { kind: 'refused', request: shown(url), status: statusCode, message, headers }
  } catch (error) {
    signal?.throwIfAborted()
    if (!late.signal.aborted) return lostBy(error, shown(url), times.stallMs, route.proxy)
    return lost(url, `no answer within ${times.answerMs / 1000} s`, { late: true })
  } finally {
    clearTimeout(timer)
  }
}

function headersFor({ headers, url: from }: Get, url: URL): Record<string, string> {
  return {
    'user-agent': USER_AGENT,
    'accept-encoding': 'identity',
    ...headers,
    ...(url.origin === from.origin ? loginOf(from) : {}),
  }
}

function lost(url: URL, why: string, more: Partial<Lost>): Lost {
  return { kind: 'lost', request: shown(url), why, late: false, ...more }
}
