import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { checkBypass } from '@actions/http-client/lib/proxy'
import { Agent, type Dispatcher, Pool, ProxyAgent } from 'undici'
import { BuildError, messageOf } from '../report/errors.js'
import { shown } from './address.js'

/** What the certificate of a server is held against, besides what this process trusts anyway. */
export interface Trust {
  /** Path of a file of further certificates (PEM). */
  ca?: string | undefined
  /** Path of a certificate and its key (PEM) that says who we are. */
  client?: string | undefined
  /** Hosts, or host:port, whose certificate does not matter. */
  hosts?: readonly string[]
  /** A proxy in place of the environment's. */
  proxy?: string | undefined
}

/** How to reach an address. */
export interface Route {
  dispatcher: Dispatcher
  /** The proxy in between, as it may be shown. */
  proxy?: string
}

/** How long opening a connection may take, in milliseconds. */
const CONNECT_MS = 15_000

const dispatchers = new Map<string, Dispatcher>()

/**
 * How to reach an address: through the proxy that the environment names (http_proxy, https_proxy, no_proxy, in either
 * case; plain http goes through it as a plain request, as it does with curl, pip and apt, because many proxies tunnel
 * to 443 only), trusting what Node trusts and the certificates that SSL_CERT_FILE names.
 *
 * @throws {BuildError} when the proxy's address is none, or a file of certificates cannot be used
 */
export function routeTo(url: URL, trust: Trust = {}): Route {
  const proxy = proxyFor(url, trust.proxy)
  const checked = !(trust.hosts ?? []).some((host) => host === url.host || host === url.hostname)
  const key = JSON.stringify([
    proxy?.href,
    trust.ca,
    trust.client,
    checked,
    process.env.SSL_CERT_FILE,
    process.env.NODE_EXTRA_CA_CERTS,
  ])
  let dispatcher = dispatchers.get(key)
  if (dispatcher === undefined) {
    const tls = { secureContext: contextOf(trust), rejectUnauthorized: checked, timeout: CONNECT_MS }
    dispatcher = proxy === undefined ? new Agent({ connect: tls }) : proxied(proxy, tls)
    dispatchers.set(key, dispatcher)
  }
  return { dispatcher, ...(proxy === undefined ? {} : { proxy: shown(proxy) }) }
}

interface Tls {
  secureContext: SecureContext
  rejectUnauthorized: boolean
  timeout: number
}

function proxied(proxy: URL, tls: Tls): Dispatcher {
  const { username, password } = proxy
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return new ProxyAgent({
    uri: shown(proxy),
    proxyTunnel: false,
    // A proxy that says nothing would otherwise keep the process for five minutes.
    clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: CONNECT_MS }),
    requestTls: tls,
    proxyTls: tls,
    ...(username === '' ? {} : { token: `Basic ${Buffer.from(login).toString('base64')}` }),
  })
}

/** The proxy for an address; undefined where the way is direct. */
function proxyFor(url: URL, given: string | undefined): URL | undefined {
  const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY } = process.env
  const named = url.protocol === 'https:' ? https_proxy || HTTPS_PROXY : http_proxy || HTTP_PROXY
  const found = given ?? (checkBypass(url) || isInNoProxyNetwork(url.hostname) ? undefined : named)
  if (!found) return undefined
  let proxy: URL | undefined
  try {
    proxy = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(found) ? found : `http://${found}`)
    decodeURIComponent(proxy.username + proxy.password)
  } catch {
    proxy = undefined
  }
  if (proxy !== undefined && /^https?:$/.test(proxy.protocol)) return proxy
  throw new BuildError(
    `The proxy for ${url.protocol}//${url.host} cannot be used: ${proxy === undefined ? 'its address is not a URL' : `${proxy.protocol}// is neither http nor https`}`,
    'Look at http_proxy and https_proxy: an address such as http://proxy.example:3128, in which % is written %25 in a login.',
  )
}

/** Whether no_proxy has a network (`192.0.2.0/24`) that a numeric host is in; names are @actions/http-client's matter. */
function isInNoProxyNetwork(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(address)
  if (family === 0) return false
  const networks = new BlockList()
  for (const item of (process.env.no_proxy || process.env.NO_PROXY || '').split(/[\s,]+/)) {
    const [network = '', prefix] = item.split('/')
    const bits = Number(prefix)
    if (prefix === undefined || isIP(network) !== family || !(bits >= 0 && bits <= (family === 4 ? 32 : 128)))
      continue
    networks.addSubnet(network, bits, family === 4 ? 'ipv4' : 'ipv6')
  }
  return networks.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Node's own roots, and the files of the variables: naming any file of our own would otherwise take their place.
 * NODE_EXTRA_CA_CERTS is Node's, read by it for the default only; SSL_CERT_FILE is OpenSSL's, which curl, pip and
 * Python read.
 */
function contextOf(trust: Trust): SecureContext {
  const files = [process.env.NODE_EXTRA_CA_CERTS, process.env.SSL_CERT_FILE, trust.ca]
  // Names of variables that are left over from elsewhere are no reason to fail; a certificate that is missed is told.
  const ca = files.flatMap((file) => (file ? (readPem(file) ?? []) : []))
  const client = trust.client === undefined ? undefined : readPem(trust.client)
  try {
    return createSecureContext({
      ca: [...rootCertificates, ...ca],
      ...(client === undefined ? {} : { cert: client, key: client }),
    })
  } catch (error) {
    throw new BuildError(
      `The client certificate in ${trust.client} cannot be used: ${messageOf(error)}`,
      'pip’s setting client-cert names a file with a certificate and its key, both in PEM form.',
    )
  }
}

function readPem(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
