import type { BuildPlan } from '../catalog/plan.js'
import type { Log } from '../report/log.js'
import type { Engine } from '../sandbox/engine.js'
import { verifyConnect } from './connect.js'
import { verifyImport } from './import.js'
import { openRuntime, type Runtime } from './runtime.js'
import { type Server, startServer } from './server.js'
import type { Stage, Verification } from './types.js'

/** What a verification is opened with. */
export interface VerifierRequest {
  verify: Verification
  /** The image with the PostgreSQL to connect to. */
  serverImage: string
}

/** Tries finished zips, in the way that was asked for. */
export interface Verifier {
  /**
   * Done when everything is there that trying the zips takes.
   *
   * @throws {BuildError} when a runtime has no such Python, or a server was asked for and there is none
   */
  ready: Promise<unknown>
  /** @throws {BuildError} when the zip fails a check */
  verify(plan: BuildPlan, zip: Uint8Array, log: Log): Promise<Stage[]>
  /** Ends the server, if there is one. */
  close(): Promise<void>
}

/**
 * Begins to prepare the server and each plan's runtime, one after the other, while something else is done.
 *
 * @param signal aborted when nothing more is to be begun
 */
export function openVerifier(
  engine: Engine,
  plans: readonly BuildPlan[],
  { verify, serverImage }: VerifierRequest,
  runId: string,
  signal: AbortSignal,
  log: Log,
): Verifier {
  if (verify === 'none') return { ready: Promise.resolve(), verify: async () => [], close: async () => {} }
  const server =
    verify === 'connect'
      ? log.group('PostgreSQL server', () => startServer(engine, serverImage, runId, log))
      : Promise.resolve(undefined)
  const runtimes = new Map<BuildPlan, Promise<Runtime>>()
  let last: Promise<Server | Runtime | undefined> = server
  for (const plan of plans) {
    const opened = last.then(async () => {
      signal.throwIfAborted()
      return openRuntime(engine, plan, runId, log, { network: (await server)?.network ?? 'none' })
    })
    runtimes.set(plan, opened)
    last = opened
  }
  return {
    ready: last,
    async verify(plan, zip, theLog) {
      const runtime = await runtimes.get(plan)
      if (runtime === undefined) throw new Error(`no runtime was opened for Python ${plan.python}`)
      return tryZip(engine, plan, runtime, zip, await server, runId, theLog)
    },
    async close() {
      const running = await server.catch(() => undefined)
      await running?.remove()
    },
  }
}

async function tryZip(
  engine: Engine,
  plan: BuildPlan,
  runtime: Runtime,
  zip: Uint8Array,
  server: Server | undefined,
  runId: string,
  log: Log,
): Promise<Stage[]> {
  try {
    await runtime.unpack(zip)
    const imported = await verifyImport(runtime, plan, log)
    if (server === undefined) return [imported]
    const openWritable = async () => {
      const options = { network: server.network ?? 'none', writable: true } as const
      const writable = await openRuntime(engine, plan, runId, log, options)
      await writable.unpack(zip)
      return writable
    }
    return [imported, await verifyConnect(runtime, openWritable, server, plan, log)]
  } finally {
    await runtime.remove()
  }
}
