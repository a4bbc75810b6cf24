import type { BuildPlan } from '../catalog/plan.js'
import type { Engine } from '../container/engine.js'
import type { Verification } from '../inputs/build.js'
import type { Log } from '../report/log.js'
import { verifyConnect } from './connect.js'
import { verifyImport } from './import.js'
import { findRuntime, openRuntime } from './runtime.js'
import { type Server, startServer } from './server.js'
import type { Stage } from './types.js'

/** What a verification is opened with. */
export interface VerifierRequest {
  verify: Verification
  /** The image with the PostgreSQL to connect to. */
  serverImage: string
}

/** Tries finished zips, in the way that was asked for. */
export interface Verifier {
  /** @throws {BuildError} when the zip fails a check */
  verify(plan: BuildPlan, zip: Uint8Array, log: Log): Promise<Stage[]>
  /** Ends the server, if there is one. */
  close(): Promise<void>
}

/**
 * Prepares everything that trying the plans' zips takes, so that what is missing is found before minutes are spent.
 *
 * @throws {BuildError} when a runtime has no such Python, or a server was asked for and there is none
 */
export async function openVerifier(
  engine: Engine,
  plans: readonly BuildPlan[],
  { verify, serverImage }: VerifierRequest,
  runId: string,
  log: Log,
): Promise<Verifier> {
  if (verify === 'none') return { verify: async () => [], close: async () => {} }
  for (const plan of plans) await findRuntime(engine, plan, runId, log)
  const server =
    verify === 'connect'
      ? await log.group('PostgreSQL server', () => startServer(engine, serverImage, runId, log))
      : undefined
  return {
    verify: (plan, zip, theLog) => tryZip(engine, plan, zip, server, runId, theLog),
    close: async () => server?.remove(),
  }
}

async function tryZip(
  engine: Engine,
  plan: BuildPlan,
  zip: Uint8Array,
  server: Server | undefined,
  runId: string,
  log: Log,
): Promise<Stage[]> {
  const network = server?.network ?? 'none'
  const runtime = await openRuntime(engine, plan, zip, runId, log, { network })
  try {
    const imported = await verifyImport(runtime, plan, log)
    if (server === undefined) return [imported]
    const openWritable = () => openRuntime(engine, plan, zip, runId, log, { network, writable: true })
    return [imported, await verifyConnect(runtime, openWritable, server, plan, log)]
  } finally {
    await runtime.remove()
  }
}
