/** A server answered, and it was not a yes. */
export interface Refused {
  kind: 'refused'
  /** Method and path or address, for messages; without a login. */
  request: string
  status: number
  /** The server's words, shortened. */
  message: string
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>
}

/** No usable answer: the server may or may not have done what was asked. */
export interface Lost {
  kind: 'lost'
  request: string
  why: string
  /** The time for it was up. */
  late: boolean
  /** The next minute does not cure it: no such host, nobody listening, a certificate that is not trusted. */
  lasting?: boolean
}

/** Anything but a yes. */
/** Errors that last: no such host, nobody listening, no route, a firewall's refusal, an impossible address. */
const LASTING = new Set([
  'ENOTFOUND',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
  'ERR_INVALID_URL',
  'UND_ERR_INVALID_ARG',
])

/** Node's and OpenSSL's codes for a certificate that is not trusted; what causes it is configuration. */
const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/

/** What undici says when a proxy does not open a tunnel, or wants a login for a plain request. */
const PROXY = /^Proxy response \((\d+)\)|^Proxy Authentication Required \((407)\)/

/** How long opening a connection may take, in milliseconds. */
export const CONNECT_MS = 15_000

/** No answer within this time at all, and no byte of one that had begun; in milliseconds. */
export interface Times {
  answerMs: number
  stallMs: number
}

/**
 * What a thrown network error means.
 *
 * @param stallMs how long no byte may have arrived
 * @param proxy the proxy that stood between, for the message
 */
export function lostBy(error: unknown, request: string, stallMs: number, proxy?: string): Lost {
  const cause = rootOf(error)
  // A DOMException's is a number.
  const code = String((cause as NodeJS.ErrnoException).code ?? '')
  const by = proxy === undefined ? '' : ` (through the proxy ${proxy})`
  const lost = (why: string, more: Partial<Lost> = {}): Lost => ({
    kind: 'lost',
    request,
    why: `${why}${by}`,
    late: false,
    ...more,
  })
  const refusal = PROXY.exec(cause.message)
  if (refusal !== null) {
    const status = Number(refusal[1] ?? refusal[2])
    // 5xx, 408 and 429 say what a proxy cannot do just now.
    const passing = status >= 500 || status === 408 || status === 429
    return lost(`the proxy refused with HTTP ${status}`, passing ? {} : { lasting: true })
  }
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
    return lost(`no connection within ${CONNECT_MS / 1000} s`, { late: true })
  }
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return lost('no answer for too long', { late: true })
  if (code === 'UND_ERR_BODY_TIMEOUT') return lost(`no byte arrived for ${stallMs / 1000} s`)
  if (CERTIFICATE.test(code)) {
    const hint = 'name the file of its CA in NODE_EXTRA_CA_CERTS or SSL_CERT_FILE'
    return lost(`the server's certificate is not trusted: ${cause.message}; ${hint}`, { lasting: true })
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    const { reason = code } = cause as { reason?: string }
    return lost(`no TLS connection (${reason})`, { lasting: true })
  }
  if (code === 'UND_ERR_SOCKET' || cause.message === 'terminated') {
    return lost('the connection broke off half-way')
  }
  return lost(cause.message, LASTING.has(code) ? { lasting: true } : {})
}

/** Behind undici's "fetch failed" stands the reason, and a host with several addresses has one for each of them. */
function rootOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  if (error instanceof AggregateError && error.message === '') {
    const message = error.errors.map((each) => rootOf(each).message).join(', ')
    return Object.assign(new Error(message), { code: (error as NodeJS.ErrnoException).code })
  }
  return error.cause instanceof Error && (error as NodeJS.ErrnoException).code === undefined
    ? rootOf(error.cause)
    : error
}
