import type { BuildPlan } from '../catalog/plan.js'
import type { Log } from '../report/log.js'
import { doesNotWork, insist } from './outcome.js'
import { type Runtime, runCheck, STORE } from './runtime.js'
import type { Server } from './server.js'
import { type Check, describeWhere, type Stage } from './types.js'

const HINT =
  'scripts/connect_check.py says what each check does. With images of your own, look at what runtime-image has at ' +
  `${STORE}, and at server-image.`

/**
 * Connects to a real PostgreSQL as a handler would: TLS 1.3 and 1.2, SCRAM, certificates good and bad, and a query
 * of each kind. Where the image can be changed for it, also with a certificate of the image's own store.
 *
 * @param runtime as a handler finds it; reaches the server
 * @param openWritable a second one, in which root may change files
 * @throws {BuildError} when any check fails
 */
export async function verifyConnect(
  runtime: Runtime,
  openWritable: () => Promise<Runtime>,
  server: Server,
  plan: BuildPlan,
  log: Log,
): Promise<Stage> {
  const env = {
    SERVER_PORT: String(server.port),
    SERVER_PASSWORD: server.password,
    SERVER_TOKEN: server.token,
    CA_PEM: server.certificates.authority,
    STRANGER_PEM: server.certificates.stranger,
    STORE: 'image' in runtime.where ? STORE : '',
  }
  const where = describeWhere(runtime.where)
  const checks = insist(plan, where, await runCheck(runtime, 'connect_check.py', env), log, HINT)
  if (checks.some(({ name, result }) => name === 'certificate store' && result === 'passed')) {
    checks.push(...(await verifyStore(await openWritable(), env, server, plan, log)))
  }
  const { where: place, version } = server
  const finished = new Date().toISOString()
  return { stage: 'connect', where: runtime.where, server: { where: place, version }, finished, checks }
}

/** That the store at Amazon Linux's path is really what is read: once it trusts the server, so does the module. */
async function verifyStore(
  runtime: Runtime,
  env: Record<string, string>,
  server: Server,
  plan: BuildPlan,
  log: Log,
): Promise<Check[]> {
  try {
    const where = `${describeWhere(runtime.where)}, its store extended by this run's authority`
    const added = await runtime.trust(server.certificates.authority)
    if (added.exitCode !== 0) throw doesNotWork(plan, where, added, HINT)
    const outcome = await runCheck(runtime, 'connect_check.py', { ...env, TRUSTED: 'yes' })
    return insist(plan, where, outcome, log, HINT)
  } finally {
    await runtime.remove()
  }
}
