import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { IncomingMessage, RequestOptions } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { HttpClient } from '@actions/http-client'
import type { Source } from '../catalog/types.js'
import { BuildError } from '../report/errors.js'
import { diskError, type Found, mismatch } from './check.js'
import { shown } from './mirror.js'
import { refused, stalled, TRIES, Unavailable, unanswered, unavailable } from './unavailable.js'

const USER_AGENT = 'psycopg2-lambda'

/** GitHub's releases need one; a longer chain than this is a loop. */
const MOST_REDIRECTS = 10

/** One try at one address. */
export interface Try {
  url: URL
  source: Source
  /** The file to fill. It is left as it is when the try fails; who names it removes it. */
  partial: string
  /** Milliseconds until an answer must have begun, connection included. */
  answerMs: number
  /** Milliseconds that may pass without a byte. */
  stallMs: number
  signal: AbortSignal
  onBytes: (received: number) => void
}

/**
 * Downloads a tarball once, checking size and SHA-256 as the bytes pass.
 *
 * Proxies are those of the environment (http_proxy, https_proxy, no_proxy), as @actions/http-client reads them.
 *
 * @throws {Unavailable} when the place did not give the file, with what that is worth
 * @throws {BuildError} when it gave other bytes than the lock's, or the disk did not take them
 */
export async function fetchOnce(it: Try): Promise<void> {
  const stop = new AbortController()
  const signal = AbortSignal.any([it.signal, stop.signal])
  let timer: NodeJS.Timeout | undefined
  const within = (ms: number, late: (ms: number) => Unavailable) => {
    clearTimeout(timer)
    timer = setTimeout(() => stop.abort(late(ms)), ms)
  }
  // The client's own redirects neither know relative addresses nor survive a broken body.
  const client = new HttpClient(USER_AGENT, [abortable(signal)], { allowRedirects: false, keepAlive: false })
  try {
    within(it.answerMs, unanswered)
    const answer = await request(client, it.url, signal)
    const received = () => within(it.stallMs, stalled)
    received()
    await save(answer, it, signal, received)
  } catch (error) {
    it.signal.throwIfAborted()
    if (stop.signal.aborted) throw stop.signal.reason
    throw error instanceof BuildError ? error : (diskError(error, it.partial) ?? unavailable(error))
  } finally {
    clearTimeout(timer)
    // Closes the connection of an answer that was not read to its end; a whole one does not notice.
    stop.abort()
    client.dispose()
  }
}

/** The answer with status 200, behind however many redirects. */
async function request(client: HttpClient, from: URL, signal: AbortSignal): Promise<IncomingMessage> {
  let url = from
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const { message } = await unlessAborted(client.get(shown(url), headersFor(url, from)), signal)
    const status = message.statusCode ?? 0
    if (status === 200) return message
    message.destroy()
    const location = status >= 300 && status < 400 ? message.headers.location : undefined
    if (location === undefined) {
      throw refused(status, message.statusMessage ?? '', message.headers['retry-after'], Date.now())
    }
    if (!URL.canParse(location, url.href)) throw new Unavailable('redirected to an address that is none', 1)
    const next = new URL(location, url)
    if (!/^https?:$/.test(next.protocol) || (url.protocol === 'https:' && next.protocol !== 'https:')) {
      throw new Unavailable(`redirected from ${url.protocol} to ${next.protocol}, which is not followed`, 1)
    }
    url = next
  }
  throw new Unavailable(`more than ${MOST_REDIRECTS} redirects`, 1)
}

async function save(answer: IncomingMessage, it: Try, signal: AbortSignal, alive: () => void): Promise<void> {
  const { source } = it
  const announced = Number(answer.headers['content-length'] ?? Number.NaN)
  if (announced > source.size) throw wrong(it, { size: announced, remark: 'as announced; nothing was read' })
  const hash = createHash('sha256')
  let size = 0
  await pipeline(
    answer,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        alive()
        size += chunk.length
        if (size > source.size) throw wrong(it, { size, remark: 'and more; reading stopped there' })
        hash.update(chunk)
        it.onBytes(size)
        yield chunk
      }
    },
    createWriteStream(it.partial),
    { signal },
  )
  const sha256 = hash.digest('hex')
  if (size === source.size && sha256 === source.sha256) return
  const page = /^text\/html\b/i.test(answer.headers['content-type'] ?? '')
  const fatal = wrong(it, { size, sha256, remark: page ? 'a web page' : undefined })
  if (size === source.size || page) throw fatal
  // Without a length announced, a body that broke off looks like a whole one; with one, a cache on the way may
  // have kept a broken one. Both can be better the next time, and if not, the file is the wrong one.
  throw new Unavailable(`the body ended after ${size} of ${source.size} bytes`, TRIES, { fatal })
}

function wrong(it: Try, found: Found): BuildError {
  return mismatch(
    it.source,
    shown(it.url),
    found,
    'Nothing of it was kept. A proxy or mirror on the way may have altered it; where the file was replaced on purpose, check the new one and give its size and SHA-256 in a lock-file of yours.',
  )
}

/** The client takes no signal itself, but its handlers see the options of every request before it is sent. */
function abortable(signal: AbortSignal) {
  return {
    prepareRequest: (options: RequestOptions) => {
      options.signal = signal
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('never asked')),
  }
}

/** A request that waits for a proxy's tunnel has no socket yet and does not feel the signal. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = () => {}
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
  })
  // Whichever loses the race must not be reported as unhandled.
  work.catch(() => undefined)
  try {
    signal.throwIfAborted()
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}

/** The client drops user name and password of an address; they go into a header, and to that host only. */
function headersFor(url: URL, from: URL): Record<string, string> {
  // The tarball's own bytes are wanted, not what a server makes of them on the way.
  const headers = { 'accept-encoding': 'identity' }
  if (from.username === '' || url.host !== from.host || url.protocol !== from.protocol) return headers
  const login = `${decodeURIComponent(from.username)}:${decodeURIComponent(from.password)}`
  return { ...headers, authorization: `Basic ${Buffer.from(login).toString('base64')}` }
}
