import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Architecture } from '../../src/catalog/types.js'
import { Container } from '../../src/container/container.js'
import { findImage } from '../../src/container/images.js'
import { thisArchitecture } from '../../src/container/machine.js'
import type { Outcome } from '../../src/container/process.js'
import type { Server } from '../../src/verify/server.js'

const PACKAGE = '/var/task'

const UNPACK = `import io, sys, zipfile
zipfile.ZipFile(io.BytesIO(getattr(sys.stdin, "buffer", sys.stdin).read())).extractall(sys.argv[1])`

/** What a client is made of. */
export interface ClientRequest {
  /** A runtime image. */
  image: string
  /** The machine's own, unless it is said. */
  architecture?: Architecture
  /** Its Python: `3.13`. */
  python: string
  /** Path of a zip that was built for it. */
  zip: string
  server: Server
}

/** A zip's package in a runtime image that reaches the server, for programs of our own. */
export interface Client {
  /** Runs a Python program as a handler would run; one that hangs says where, and ends. */
  run(program: string, options?: Program): Promise<Outcome>
  remove(): Promise<void>
}

/** How a program is run. */
export interface Program {
  env?: Record<string, string>
  input?: Buffer
  /** How long it may take, in seconds. */
  limit?: number
}

/**
 * Unpacks a zip in a runtime image: an unprivileged user, nothing writable but /tmp, and the server's network.
 * Programs find the package in PACKAGE_DIR, and the server by SERVER_PORT and SERVER_PASSWORD.
 */
export async function openClient({
  image,
  architecture,
  python,
  zip,
  server,
}: ClientRequest): Promise<Client> {
  const found = await findImage('docker', image)
  if (found === undefined || server.network === undefined) throw new Error(`no image ${image}, or no network`)
  const container = await Container.start('docker', found, architecture ?? thisArchitecture(), randomUUID(), {
    network: server.network,
    readOnly: true,
    memory: {
      [PACKAGE]: 'rw,exec,nosuid,mode=0755,size=64m',
      '/tmp': 'rw,noexec,nosuid,mode=1777,size=64m',
    },
    user: '993:990',
  })
  const find = ['/bin/sh', '-c', 'PATH=/var/lang/bin:$PATH command -v "$0"', `python${python}`]
  const interpreter = (await container.run({ title: 'find', argv: find, env: {} })).stdout.trim()
  const unpack = { title: 'unpack', argv: [interpreter, '-c', UNPACK, PACKAGE], env: {}, root: true }
  const unpacked = await container.run({ ...unpack, input: readFileSync(zip) })
  if (unpacked.exitCode !== 0) {
    await container.remove()
    throw new Error(unpacked.stderr)
  }
  const always = {
    PACKAGE_DIR: PACKAGE,
    SERVER_PORT: String(server.port),
    SERVER_PASSWORD: server.password,
    HOME: '/nonexistent',
    PYTHONFAULTHANDLER: '1',
  }
  return {
    run: (program, { env = {}, input, limit = 120 } = {}) =>
      container.run({
        title: program,
        argv: ['timeout', '--signal=ABRT', String(limit), interpreter, '-c', readFileSync(program, 'utf8')],
        env: { ...always, ...env },
        ...(input === undefined ? {} : { input }),
      }),
    remove: () => container.remove(),
  }
}
