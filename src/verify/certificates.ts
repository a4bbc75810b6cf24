// The library below finds its parts by reflection.
import 'reflect-metadata'
import type { webcrypto } from 'node:crypto'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

// What Amazon RDS signs with by default (rds-ca-rsa2048-g1).
const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
}

const DAY = 24 * 3600 * 1000

/** Certificates that exist for one run; all PEM. */
export interface Certificates {
  /** The authority that signed the server's. */
  authority: string
  /** An authority that signed nothing: a client that trusts only this one must refuse the server. */
  stranger: string
  /** The server's key and certificate. */
  server: string
}

/** Makes a certificate authority and a server certificate for `host`, which nothing outside this run trusts. */
export async function makeCertificates(host: string): Promise<Certificates> {
  const ofAuthority = [
    new BasicConstraintsExtension(true, 0, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
  ]
  const [authority, stranger] = await Promise.all([
    certify('CN=psycopg2-lambda authority', ofAuthority),
    certify('CN=psycopg2-lambda stranger', ofAuthority),
  ])
  const ofServer = [
    new BasicConstraintsExtension(false, undefined, true),
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension([{ type: 'dns', value: host }]),
  ]
  const server = await certify(`CN=${host}`, ofServer, authority)
  const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', server.privateKey), 'PRIVATE KEY')
  return {
    authority: `${authority.certificate.toString('pem')}\n`,
    stranger: `${stranger.certificate.toString('pem')}\n`,
    server: `${key}\n${server.certificate.toString('pem')}\n`,
  }
}

interface Certified {
  certificate: X509Certificate
  privateKey: webcrypto.CryptoKey
}

/** Makes a key and a certificate for it, signed by `issuer` or else by the key itself. */
async function certify(subject: string, extensions: Extension[], issuer?: Certified): Promise<Certified> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.create({
    // Clocks of containers and machines may differ a little.
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + DAY),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    signingKey: issuer?.privateKey ?? privateKey,
    publicKey,
    signingAlgorithm: ALGORITHM,
    extensions,
  })
  return { certificate, privateKey }
}
