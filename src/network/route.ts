import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { checkBypass } from '@actions/http-client/lib/proxy'
import { Agent, type buildConnector, Dispatcher, Pool, ProxyAgent } from 'undici'
import { BuildError, messageOf } from '../report/errors.js'
import { hasReadableLogin, loginOf, shown } from './address.js'
import { CONNECT_MS } from './trouble.js'

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

const dispatchers = new Map<string, Dispatcher>()

/**
 * How to reach an address: through the proxy that the environment names (http_proxy, https_proxy, no_proxy, in either
 * case; plain http goes through it as a plain request, as it does with curl, pip and apt, because many proxies tunnel
 * to 443 only), trusting what Node trusts and the certificates that SSL_CERT_FILE names.
 *
 * @throws {BuildError} when the proxy's address or a file of certificates cannot be used
 */
export function routeTo(url: URL, trust: Trust = {}): Route {
  const proxy = proxyFor(url, trust.proxy)
  const checked = !(trust.hosts ?? []).some((host) => host === url.host || host === url.hostname)
  const secure = [url.protocol, proxy?.protocol].includes('https:')
  const key = JSON.stringify([
    secure,
    proxy?.href,
    trust.ca,
    trust.client,
    checked,
    process.env.SSL_CERT_FILE,
    process.env.NODE_EXTRA_CA_CERTS,
  ])
  let dispatcher = dispatchers.get(key)
  if (dispatcher === undefined) {
    const tls = {
      secureContext: secure ? contextOf(trust) : undefined,
      rejectUnauthorized: checked,
      timeout: CONNECT_MS,
    }
    dispatcher = proxy === undefined ? new Agent({ connect: tls }) : proxied(proxy, tls)
    dispatchers.set(key, dispatcher)
  }
  return { dispatcher, ...(proxy === undefined ? {} : { proxy: shown(proxy) }) }
}

function proxied(proxy: URL, tls: buildConnector.BuildOptions): Dispatcher {
  const { authorization } = loginOf(proxy)
  return new ProxyAgent({
    uri: shown(proxy),
    proxyTunnel: false,
    // A proxy that says nothing would otherwise keep the process for five minutes.
    clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: CONNECT_MS }),
    requestTls: tls,
    proxyTls: tls,
    ...(authorization === undefined ? {} : { token: authorization }),
  })
}

/** The proxy for an address; undefined where the way is direct. */
function proxyFor(url: URL, given: string | undefined): URL | undefined {
  const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY } = process.env
  const named = url.protocol === 'https:' ? https_proxy || HTTPS_PROXY : http_proxy || HTTP_PROXY
  const found = given ?? (checkBypass(url) || isInNoProxyNetwork(url.hostname) ? undefined : named)
  if (!found) return undefined
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(found) ? found : `http://${found}`
  const proxy = URL.canParse(address) ? new URL(address) : undefined
  const readable = proxy !== undefined && hasReadableLogin(proxy)
  if (readable && /^https?:$/.test(proxy.protocol)) return proxy
  const why = readable ? `${proxy.protocol}// is neither http nor https` : 'its address is not a URL'
  throw new BuildError(
    `The proxy for ${url.protocol}//${url.host} cannot be used: ${why}`,
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
    const [network = '', prefix = ''] = item.split('/')
    const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.POSITIVE_INFINITY
    if (isIP(network) !== family || bits > (family === 4 ? 32 : 128)) continue
    networks.addSubnet(network, bits, family === 4 ? 'ipv4' : 'ipv6')
  }
  return networks.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Node's own roots and the files of the variables, where these have any: naming a file of our own takes the place of
 * what Node trusts by default. NODE_EXTRA_CA_CERTS is Node's, read by it for the default only; SSL_CERT_FILE is
 * OpenSSL's, which curl, pip and Python read. Variables that are left over from elsewhere are no reason to fail.
 *
 * @returns undefined where what Node trusts by default is all there is
 * @throws {BuildError} for a file that was named for these requests and cannot be used
 */
function contextOf({ ca, client }: Trust): SecureContext | undefined {
  const variables = [process.env.NODE_EXTRA_CA_CERTS, process.env.SSL_CERT_FILE]
  const left = variables.flatMap((file) => (file ? (readOrNothing(file) ?? []) : []))
  const more = [...left, ...(ca === undefined ? [] : [readPem('cert', ca)])]
  const own = client === undefined ? undefined : readPem('client-cert', client)
  if (more.length === 0 && own === undefined) return undefined
  try {
    const roots = more.length === 0 ? undefined : [...rootCertificates, ...more]
    return createSecureContext({ ca: roots, cert: own, key: own })
  } catch (error) {
    throw unusable('client-cert', client ?? '', messageOf(error))
  }
}

function readPem(setting: string, path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw unusable(setting, path, messageOf(error))
  }
  if (/-----BEGIN [A-Z ]+-----/.test(text)) return text
  throw unusable(setting, path, 'it is not a file in PEM form')
}

function unusable(setting: string, path: string, why: string): BuildError {
  return new BuildError(
    `pip’s setting ${setting} names ${path}, which cannot be used: ${why}`,
    setting === 'cert'
      ? 'Let it name a file of certificates in PEM form, or unset it (pip config unset, PIP_CERT).'
      : 'Let it name a file with a certificate and its key in PEM form, or unset it (pip config unset, PIP_CLIENT_CERT).',
  )
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Finds the way anew for each request, where redirects lead from host to host. */
class Routes extends Dispatcher {
  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandlers): boolean {
    return routeTo(new URL(String(options.origin))).dispatcher.dispatch(options, handler)
  }
}

/** undici's dispatcher for requests to any address. */
export const routes: Dispatcher = new Routes()
