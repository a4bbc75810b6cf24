import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import type { Outcome } from '../../src/machine/process.js'
import { type Server, startServer } from '../../src/verify/server.js'
import { IMAGES } from '../../stand-ins/images.js'
import { collectingLog } from '../report/collecting-log.js'
import { PYTHON } from '../roles.js'
import { containers, newRun } from '../runner.js'
import { type Client, openClient } from '../suite/handler.js'
import { LIBPQS } from '../versions.js'
import { build } from './built.js'

const program = (name: string) => join(import.meta.dirname, 'traps', name)
const CNF = '/etc/pki/tls/openssl.cnf'

describe.skipIf(inject('noEngine') !== '')('what has broken others', () => {
  let server: Server
  const clients = new Map<string, Client>()
  const zips = new Map<string, string>()

  beforeAll(async () => {
    server = await startServer(runtimes.serverImage, {
      engine: 'docker',
      runId: newRun(),
      log: collectingLog().log,
    })
  })
  afterAll(async () => {
    for (const client of clients.values()) await client.remove()
    await server?.remove()
    expect(containers()).toEqual([])
  })

  /** One for each image and libpq, started when it is first asked for. */
  async function client(image: string, libpq: string = LIBPQS[0]): Promise<Client> {
    const key = `${image} ${libpq}`
    const zip = zips.get(libpq) ?? (await build({ verify: 'none', 'postgresql-version': libpq })).zip
    zips.set(libpq, zip)
    const found = clients.get(key) ?? (await openClient({ image, python: PYTHON, zip, server }))
    clients.set(key, found)
    return found
  }

  async function storm(
    image: string,
    libpq: string,
    env: { FIRST: string; ROUNDS: string },
  ): Promise<Outcome> {
    const { authority: CA_PEM, server: SERVER_PEM } = server.certificates
    return (await client(image, libpq)).run(program('threads_and_fork.py'), {
      env: { CA_PEM, SERVER_PEM, ...env },
    })
  }

  describe.each([
    ['of RHEL', IMAGES.rhel, 'could not create SSL context: unknown option'],
    ['that allows FIPS only', IMAGES.fips, 'could not create SSL context: library has no ciphers'],
  ])('an openssl.cnf %s', (_, image, complaint) => {
    test.each(LIBPQS)('changes nothing for libpq %s', async (libpq) => {
      const { zip } = await build({
        verify: 'connect',
        'runtime-image': image,
        'postgresql-version': libpq,
      })
      zips.set(libpq, zip)
      const record = JSON.parse(readFileSync(`${zip}.verified.json`, 'utf8'))
      expect(record).toMatchObject({ result: 'passed', versions: { postgresql: libpq } })
      const connect = record.stages.find(({ stage }: { stage: string }) => stage === 'connect')
      expect(connect.image).toBe(image)
      expect(connect.checks).toContainEqual(expect.objectContaining({ name: 'TLS 1.3', result: 'passed' }))
      // The check connects from one thread only; OpenSSL reads its file for all, but tells one.
      const threads = await storm(image, libpq, { FIRST: 'psycopg2', ROUNDS: '2' })
      expect(threads).toEqual({ exitCode: 0, stdout: '12 alone, 12 beside 2 children\n', stderr: '' })
    })

    test('is a trap: an OpenSSL that reads it fails as libpq would', async () => {
      const { run } = await client(image)
      const openssl = program('system_openssl.py')
      expect(await run(openssl, { env: { OPENSSL_CONF: CNF } })).toMatchObject({ stdout: `${complaint}\n` })
      expect(await run(openssl)).toMatchObject({ stdout: 'created\n' })
    })
  })

  test.each(['ssl', 'psycopg2'])(
    'HTTPS and PostgreSQL at once in many threads, then in forked children; %s is loaded first',
    async (FIRST) => {
      const outcome = await storm(IMAGES.runtime, LIBPQS[0], { FIRST, ROUNDS: '15' })
      expect(outcome).toEqual({ exitCode: 0, stdout: '90 alone, 90 beside 2 children\n', stderr: '' })
    },
  )

  test.each(['global', 'preload'])(
    'no symbol binds to an OpenSSL that is loaded for all: %s',
    async (HOW) => {
      const { run } = await client(IMAGES.runtime)
      const env = { HOW, LIBRARIES: 'libcrypto.so.3 libssl.so.3' }
      const outcome = await run(program('bindings.py'), { env })
      expect(outcome).toMatchObject({ exitCode: 0, stderr: '' })
      const { ours, theirs, offered } = JSON.parse(outcome.stdout)
      expect(Object.keys(ours)).not.toContain('libcrypto')
      expect(Object.keys(ours)).not.toContain('libssl')
      // The account has both sides: what binds to the C library, and what does bind to OpenSSL.
      expect(ours.libc).toBeGreaterThan(50)
      expect(theirs.libssl).toBeGreaterThan(50)
      expect(theirs.libcrypto).toBeGreaterThan(50)
      // Nobody else's symbols bind to ours; Python looks one up.
      expect(offered).toEqual(['PyInit__psycopg'])
    },
  )

  test('closing every handle of the module leaves its code where threads still need it', async () => {
    const { run } = await client(IMAGES.runtime)
    const outcome = await run(program('unload.py'))
    expect(outcome).toEqual({ exitCode: 0, stdout: 'closed\n', stderr: '' })
  })

  test.each(['open_connections', 'busy_daemons', 'connecting_daemons', 'forked_child', 'exit_of_c'])(
    'a process with open connections ends without a word: %s',
    async (WAY) => {
      const { run } = await client(IMAGES.runtime)
      for (let i = 0; i < 5; i++) {
        const outcome = await run(program('leave.py'), { env: { WAY } })
        expect(outcome).toEqual({ exitCode: 0, stdout: '', stderr: '' })
      }
    },
  )
})
