import { execFileSync } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { makeCertificates } from '../../src/verify/certificates.js'
import { PYTHON } from '../roles.js'
import { temporary } from '../runner.js'
import { build } from './built.js'

/** As long as the name of an RDS instance in the documentation. */
const HOST = `${'a'.repeat(50)}.com`

describe('what docs/ says of connecting', () => {
  const directory = temporary()
  const file = (name: string) => join(directory, name)
  let python: string
  let server: string
  const run = (argv: string[], input = '') => execFileSync(python, argv, { input, encoding: 'utf8' })

  /** What comes of it with these options: the length of the ClientHello, and how it ended. */
  function connect(options: Record<string, string>): { length: number | null; message: string } {
    const argv = ['-B', join(import.meta.dirname, 'hello.py'), directory]
    return JSON.parse(run(argv, JSON.stringify({ host: HOST, ...options })))
  }

  beforeAll(async () => {
    python = await findPythonHere(PYTHON)
    server = (await makeCertificates(HOST)).server
    const { zip } = await build({ 'container-engine': 'none', verify: 'none' })
    run(['-m', 'zipfile', '-e', zip, directory])
  })

  test('the bytes of each ClientHello', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'troubleshooting.md'), 'utf8')
    const [, table = ''] = /^\| connecting with .*\n.*\n((?:\|.*\n)+)/m.exec(page) ?? []
    const sni = { sslsni: '0' }
    const newest = { ssl_min_protocol_version: 'TLSv1.3' }
    const older = { ssl_max_protocol_version: 'TLSv1.2' }
    const lengths = [{}, sni, newest, { ...sni, ...newest }, older].map((options) => connect(options).length)
    expect(lengths).toEqual([...table.matchAll(/(\d+)\**\s*\|$/gm)].map(([, bytes]) => Number(bytes)))
  })

  test.each([
    ['aes-256-cbc', true],
    ['des-ede3-cbc', true],
    ['camellia-256-cbc', false],
    ['aria-256-cbc', false],
  ])('a client key that is encrypted with %s is taken: %s', (cipher, taken) => {
    const key = createPrivateKey(server).export({ type: 'pkcs8', format: 'pem', cipher, passphrase: 'x' })
    writeFileSync(file('client.key'), key, { mode: 0o600 })
    writeFileSync(file('client.crt'), server)
    const options = { sslcert: file('client.crt'), sslkey: file('client.key'), sslpassword: 'x' }
    const refused = `could not load private key file "${options.sslkey}": unsupported`
    const { length, message } = connect(options)
    expect(length !== null, message).toBe(taken)
    expect(message.endsWith(refused)).toBe(!taken)
  })

  test('Kerberos is refused by name', () => {
    expect(connect({ gssencmode: 'require' }).message).toBe(
      'gssencmode value "require" invalid when GSSAPI support is not compiled in',
    )
  })
})
