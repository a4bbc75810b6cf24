import type { BuildError } from '../report/errors.js'

/** How often a broken download is tried in all. */
export const TRIES = 4

/** How often an address is tried that never answered: one lost packet is likely, a second try is enough to tell. */
const TRIES_UNANSWERED = 2

/** The longest a server's Retry-After is obeyed, in milliseconds; a build cannot wait for an hour. */
export const LONGEST_WAIT = 60_000

/** One place did not give the tarball. Not fatal: it is tried again up to `tries` times, then the next place is. */
export class Unavailable extends Error {
  override name = 'Unavailable'

  constructor(
    message: string,
    /** How many tries such a failure deserves in all. */
    readonly tries: number,
    readonly more: {
      /** The server's wish how long to wait, in milliseconds. */
      waitMs?: number | undefined
      /** The server answered, and has no such file. */
      missing?: boolean | undefined
      /** Thrown in place of going on when the last try fails like this as well. */
      fatal?: BuildError | undefined
    } = {},
  ) {
    super(message)
  }
}

/** Nothing came for too long before the answer began. @param ms how long was waited */
export function unanswered(ms: number): Unavailable {
  return new Unavailable(`no answer within ${ms / 1000} s`, TRIES_UNANSWERED)
}

/** The answer began and then stood still. @param ms how long was waited */
export function stalled(ms: number): Unavailable {
  return new Unavailable(`no byte arrived for ${ms / 1000} s`, TRIES)
}

/**
 * What an HTTP status other than 200 means for the next step: 429, 408 and 5xx pass, everything else stays.
 *
 * @param retryAfter the header's value, seconds or a date (RFC 9110, section 10.2.3)
 * @param now in milliseconds since 1970
 */
export function refused(
  status: number,
  reason: string,
  retryAfter: string | undefined,
  now: number,
): Unavailable {
  const text = `HTTP ${status}${reason === '' ? '' : ` ${reason}`}`
  if (status === 429 || status === 408 || status >= 500) {
    return new Unavailable(text, TRIES, { waitMs: waitFor(retryAfter, now) })
  }
  return new Unavailable(text, 1, { missing: status >= 400 && status < 500 })
}

/** Milliseconds of a Retry-After header, at most `LONGEST_WAIT`; 0 when there is none or it cannot be read. */
export function waitFor(retryAfter: string | undefined, now: number): number {
  if (retryAfter === undefined) return 0
  const wait = /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), LONGEST_WAIT)
}

/** Errors that the next second does not cure: no such host, nobody listening, no route, a firewall's refusal. */
const LASTING = new Set([
  'ENOTFOUND',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
  'EPROTO',
  'ERR_INVALID_URL',
])

/** Node's and OpenSSL's codes for a certificate that is not trusted; what causes it is configuration. */
const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH)/

/** The `tunnel` package says this of every failure between it and the proxy, always with the code ECONNRESET. */
const PROXY = /^tunneling socket could not be established, (statusCode|cause)=/

/** What a thrown network error means for the next step. What is not known to last is worth another try. */
export function unavailable(error: unknown): Unavailable {
  if (error instanceof Unavailable) return error
  const message = describe(error)
  if (PROXY.test(message)) {
    return new Unavailable(
      message.replace(PROXY, (_, what) => `no way through the proxy (${what} `).concat(')'),
      1,
    )
  }
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? ''
  if (CERTIFICATE.test(code)) return new Unavailable(`the server's certificate is not trusted: ${message}`, 1)
  if (code === 'ETIMEDOUT') return new Unavailable(message, TRIES_UNANSWERED)
  return new Unavailable(message, LASTING.has(code) ? 1 : TRIES)
}

/** A host with several addresses fails with an AggregateError, whose own message is empty. */
function describe(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(describe).join(', ')
  if (!(error instanceof Error)) return String(error)
  return error.message === 'aborted' ? 'the connection broke off half-way' : error.message
}
