import type { Log } from '../report/log.js'
import { doesNotWork, insist } from './outcome.js'
import { type RuntimeSandbox, runCheck, STORE } from './runtime-sandbox.js'
import type { Server } from './server.js'
import { type Candidate, type Check, describeWhere, type Stage } from './types.js'

const HINT =
  'scripts/connect_check.py says what each check does. With images of your own, look at what runtime-image has at ' +
  `${STORE}, and at server-image.`

/** What is connected from, and what to. */
export interface ConnectTrial {
  plan: Candidate
  /** As a handler finds it; reaches the server. */
  runtime: RuntimeSandbox
  /** Opens a second one, in which root may change files. */
  openWritable(): Promise<RuntimeSandbox>
  server: Server
}

/**
 * Connects to a real PostgreSQL as a handler would: TLS 1.3 and 1.2, SCRAM, certificates good and bad, and a query
 * of each kind. Where the image can be changed for it, also with a certificate of the image's own store.
 *
 * @throws {BuildError} when any check fails
 */
export async function verifyConnect(connection: ConnectTrial, log: Log): Promise<Stage> {
  const { plan, runtime, server } = connection
  const env = {
    SERVER_PORT: String(server.port),
    SERVER_PASSWORD: server.password,
    SERVER_TOKEN: server.token,
    CA_PEM: server.certificates.authority,
    STRANGER_PEM: server.certificates.stranger,
    STORE: 'image' in runtime.where ? STORE : '',
  }
  const trial = { plan, where: describeWhere(runtime.where), hint: HINT }
  const checks = insist(await runCheck(runtime, 'connect_check.py', env), trial, log)
  if (checks.some(({ name, result }) => name === 'certificate store' && result === 'passed')) {
    checks.push(...(await verifyStore(connection, env, log)))
  }
  const { where, version } = server
  const finished = new Date().toISOString()
  return { stage: 'connect', where: runtime.where, server: { where, version }, finished, checks }
}

/** That the store at Amazon Linux's path is really what is read: once it trusts the server, so does the module. */
async function verifyStore(
  { plan, openWritable, server }: ConnectTrial,
  env: Record<string, string>,
  log: Log,
): Promise<Check[]> {
  const runtime = await openWritable()
  try {
    const where = `${describeWhere(runtime.where)}, its store extended by this run's authority`
    const trial = { plan, where, hint: HINT }
    const added = await runtime.trust(server.certificates.authority)
    if (added.exitCode !== 0) throw doesNotWork(added, trial)
    return insist(await runCheck(runtime, 'connect_check.py', { ...env, TRUSTED: 'yes' }), trial, log)
  } finally {
    await runtime.remove()
  }
}
