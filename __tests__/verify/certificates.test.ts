import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeCertificates } from '../../src/verify/certificates.js'

const made = await makeCertificates('localhost')
const authority = new X509Certificate(made.authority)
const stranger = new X509Certificate(made.stranger)
const [key = '', pem = ''] = made.server.split(/(?=-----BEGIN CERTIFICATE)/)
const server = new X509Certificate(pem)

test('the authority signed the server’s certificate, the stranger did not', () => {
  expect(server.verify(authority.publicKey)).toBe(true)
  expect(server.checkIssued(authority)).toBe(true)
  expect(server.verify(stranger.publicKey)).toBe(false)
  expect([authority.ca, stranger.ca, server.ca]).toEqual([true, true, false])
})

test('it is for one name, for a day on either side of now, and its key is beside it', () => {
  expect(server.checkHost('localhost')).toBe('localhost')
  expect(server.checkHost('elsewhere.psycopg2-lambda.test')).toBeUndefined()
  expect(Date.parse(server.validFrom)).toBeLessThan(Date.now() - 3600_000)
  expect(Date.parse(server.validTo) - Date.now()).toBeLessThan(25 * 3600_000)
  expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
  expect(server.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
})

test('no two runs share anything', async () => {
  const other = await makeCertificates('localhost')
  expect(new X509Certificate(other.authority).fingerprint256).not.toBe(authority.fingerprint256)
  expect(new Set([other.server, made.server, other.stranger, made.stranger]).size).toBe(4)
})
