import { readFileSync } from 'node:fs'
import type { Architecture } from '../../src/catalog/architecture.js'
import type { Outcome } from '../../src/machine/process.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { openRuntime } from '../../src/verify/runtime-sandbox.js'
import type { Server } from '../../src/verify/server.js'
import { planFor } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'
import { newRun } from '../runner.js'

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

/** Before the program: when the alarm goes off, Python 3 says where every thread is, and the process ends. */
const WATCHED = `import os, signal
try:
    import faulthandler
    faulthandler.enable()
    faulthandler.register(signal.SIGALRM, chain=True)
except ImportError:
    pass
signal.alarm(int(os.environ.pop("LIMIT")))
`

/**
 * The product's own runtime with a zip in it, on the server's network. Programs find the package in PACKAGE_DIR, and
 * the server by SERVER_PORT and SERVER_PASSWORD.
 */
export async function openClient(request: ClientRequest): Promise<Client> {
  const { image, architecture = thisArchitecture(), python, zip, server } = request
  if (server.network === undefined) throw new Error('the server is not in a container')
  const plan = await planFor(python, { architectures: [architecture], runtimeImage: image })
  const { log } = collectingLog()
  const runtime = await openRuntime({ engine: 'docker', runId: newRun(), log, plan, network: server.network })
  await runtime.unpack(readFileSync(zip))
  const access = { SERVER_PORT: String(server.port), SERVER_PASSWORD: server.password }
  return {
    run: (program, { env = {}, input = Buffer.alloc(0), limit = 120 } = {}) =>
      runtime.python(
        ['-c', `${WATCHED}${readFileSync(program, 'utf8')}`],
        { ...access, LIMIT: String(limit), ...env },
        input,
      ),
    remove: () => runtime.remove(),
  }
}
