import type { BuildPlan } from '../catalog/plan.js'
import type { Log } from '../report/log.js'
import { verifyConnect } from './connect.js'
import { verifyImport } from './import.js'
import { openRuntime, type RuntimeSandbox } from './runtime-sandbox.js'
import { type Server, startServer } from './server.js'
import type { Context, Stage, Verification } from './types.js'

/** What a verification is opened with. */
export interface VerifierOptions extends Context {
  plans: readonly BuildPlan[]
  verify: Verification
  /** The image with the PostgreSQL to connect to. */
  serverImage: string
  /** Aborted when nothing more is to be begun. */
  signal: AbortSignal
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

/** Begins to prepare the server and each plan's runtime, one after the other, while something else is done. */
export function openVerifier({ plans, verify, serverImage, signal, ...context }: VerifierOptions): Verifier {
  if (verify === 'none') return { ready: Promise.resolve(), verify: async () => [], close: async () => {} }
  const server =
    verify === 'connect'
      ? context.log.group('PostgreSQL server', () => startServer(serverImage, context))
      : Promise.resolve(undefined)
  const runtimes = new Map<BuildPlan, Promise<RuntimeSandbox>>()
  let last: Promise<Server | RuntimeSandbox | undefined> = server
  for (const plan of plans) {
    const opened = last.then(async () => {
      signal.throwIfAborted()
      return openRuntime({ ...context, plan, network: (await server)?.network })
    })
    runtimes.set(plan, opened)
    last = opened
  }
  return {
    ready: last,
    async verify(plan, zip, log) {
      const runtime = await runtimes.get(plan)
      if (runtime === undefined) throw new Error(`no runtime was opened for Python ${plan.python}`)
      try {
        await runtime.unpack(zip)
        const imported = await verifyImport(runtime, plan, log)
        const running = await server
        if (running === undefined) return [imported]
        const openWritable = async () => {
          const { network } = running
          const writable = await openRuntime({ ...context, log, plan, network, writable: true })
          await writable.unpack(zip)
          return writable
        }
        return [imported, await verifyConnect({ plan, runtime, openWritable, server: running }, log)]
      } finally {
        await runtime.remove()
      }
    },
    async close() {
      const running = await server.catch(() => undefined)
      await running?.remove()
    },
  }
}
