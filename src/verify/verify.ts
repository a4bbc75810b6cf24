import type { Architecture } from '../catalog/architecture.js'
import type { Log } from '../report/log.js'
import { verifyConnect } from './connect.js'
import { whyNotHere } from './foreign.js'
import { verifyImport } from './import.js'
import { openRuntime, type RuntimeSandbox } from './runtime-sandbox.js'
import { type Server, startServer } from './server.js'
import type { Candidate, Context, Tried, Verification } from './types.js'

/** What a verification is opened with. */
export interface VerifierOptions extends Context {
  plans: readonly Candidate[]
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
  /** Why a plan's zip cannot be tried on this machine; undefined where it can. */
  unable(plan: Candidate): Promise<string | undefined>
  /** Tries the zip, where this machine can. @throws {BuildError} when the zip fails a check */
  verify(plan: Candidate, zip: Uint8Array, log: Log): Promise<Tried>
  /** Ends the server, if there is one. */
  close(): Promise<void>
}

/** The verifier for `verify: none`. */
const NOTHING: Verifier = {
  ready: Promise.resolve(),
  unable: async () => undefined,
  verify: async () => ({ stages: [] }),
  close: async () => {},
}

/** Begins to prepare the server and each plan's runtime, one after the other, while something else is done. */
export function openVerifier(options: VerifierOptions): Verifier {
  return options.verify === 'none' ? NOTHING : new Preparation(options)
}

class Preparation implements Verifier {
  readonly ready: Promise<unknown>
  readonly #runtimes = new Map<Candidate, Promise<RuntimeSandbox | undefined>>()
  readonly #unable = new Map<Architecture, Promise<string | undefined>>()
  #server: Promise<Server> | undefined

  constructor(private readonly options: VerifierOptions) {
    let last: Promise<unknown> = Promise.resolve()
    for (const plan of options.plans) {
      const opened = last.then(() => this.#open(plan))
      this.#runtimes.set(plan, opened)
      last = opened
    }
    this.ready = last
  }

  unable(plan: Candidate): Promise<string | undefined> {
    const known = this.#unable.get(plan.architecture)
    if (known !== undefined) return known
    const why = whyNotHere(plan, this.options)
    this.#unable.set(plan.architecture, why)
    return why
  }

  /** A plan's runtime; undefined where this machine cannot run it. The server is started for the first that it can. */
  async #open(plan: Candidate): Promise<RuntimeSandbox | undefined> {
    const { signal, verify, log, serverImage } = this.options
    signal.throwIfAborted()
    if ((await this.unable(plan)) !== undefined) return undefined
    signal.throwIfAborted()
    if (verify === 'connect') {
      this.#server ??= log.group('PostgreSQL server', () => startServer(serverImage, this.options))
    }
    const network = (await this.#server)?.network
    signal.throwIfAborted()
    return openRuntime({ ...this.options, plan, network })
  }

  async verify(plan: Candidate, zip: Uint8Array, log: Log): Promise<Tried> {
    if (!this.#runtimes.has(plan)) throw new Error(`no runtime was opened for Python ${plan.python}`)
    const runtime = await this.#runtimes.get(plan)
    if (runtime === undefined) {
      const unable = await this.unable(plan)
      log.warning(`Python ${plan.python} ${plan.architecture}: not verified: ${unable}`)
      return { stages: [], unable }
    }
    try {
      await runtime.unpack(zip)
      const imported = await verifyImport(runtime, plan, log)
      const server = await this.#server
      if (server === undefined) return { stages: [imported] }
      const openWritable = async () => {
        const { network } = server
        const writable = await openRuntime({ ...this.options, log, plan, network, writable: true })
        await writable.unpack(zip)
        return writable
      }
      return { stages: [imported, await verifyConnect({ plan, runtime, openWritable, server }, log)] }
    } finally {
      await runtime.remove()
    }
  }

  async close(): Promise<void> {
    const running = await this.#server?.catch(() => undefined)
    await running?.remove()
  }
}
