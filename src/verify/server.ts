import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { execute, type Outcome, signalByFile, tail } from '../machine/process.js'
import { SCRIPTS } from '../machine/scripts.js'
import { thisArchitecture } from '../machine/this-machine.js'
import { BuildError } from '../report/errors.js'
import type { Network } from '../sandbox/argv.js'
import { Container } from '../sandbox/container.js'
import type { ContainerEngine } from '../sandbox/engine.js'
import { ensureImage } from '../sandbox/images.js'
import { type Certificates, makeCertificates } from './certificates.js'
import { type Context, describeWhere, type Where } from './types.js'

/** The name in the server's certificate: the one name that every machine and every container resolves. */
const HOST = 'localhost'

/** In a container nobody else is on the server's network. */
const PORT = 5432

/** As long as the tokens of RDS's IAM authentication get. */
const TOKEN_LENGTH = 2048

/** A running PostgreSQL that exists for one run, and what a client needs to know of it. */
export interface Server {
  where: Where
  version: string
  /** The network that reaches it; undefined when it listens on this machine. */
  network: Network | undefined
  port: number
  certificates: Certificates
  /** Of the role `postgres`, which may do everything. */
  password: string
  /** Of the role `iam`, whose password is as long as a token. */
  token: string
  remove(): Promise<void>
}

/**
 * Starts a server for this run: in a container whose network is its own loopback interface and nothing else, or
 * with engine `none` on this machine's.
 *
 * @throws {BuildError} when the image is missing or holds no PostgreSQL, or the server does not start
 */
export async function startServer(image: string, { engine, runId, log }: Context): Promise<Server> {
  const sandbox =
    engine === 'none' ? await openMachine(runId) : await openContainer(image, { engine, runId, log })
  try {
    const version = await perform(sandbox, 'find')
    const certificates = await makeCertificates(HOST)
    // No quotes, no backslashes: they stand in SQL.
    const [password, token] = [randomBytes(18).toString('hex'), randomBytes(TOKEN_LENGTH / 2).toString('hex')]
    const sql = [`ALTER ROLE postgres PASSWORD '${password}'`, `CREATE ROLE iam LOGIN PASSWORD '${token}'`]
    await perform(sandbox, 'start', `${certificates.server}${sql.join('\n')}\n`)
    const { where, network, port, remove } = sandbox
    log.info(`PostgreSQL ${version}: ${describeWhere(where)}`)
    return { where, version, network, port, certificates, password, token, remove }
  } catch (error) {
    await sandbox.remove()
    throw error
  }
}

/** A place to run a server in. */
interface ServerSandbox extends Pick<Server, 'where' | 'network' | 'port' | 'remove'> {
  /** Executes `postgresql.sh`, whose first lines say what each action does. */
  script(action: string, input: Buffer | undefined): Promise<Outcome>
  /** What to do when there is no server. */
  hint: string
}

/** What `postgresql.sh` prints when it succeeds. @throws {BuildError} when it does not */
async function perform(sandbox: ServerSandbox, action: 'find' | 'start', input?: string): Promise<string> {
  const outcome = await sandbox.script(action, input === undefined ? undefined : Buffer.from(input))
  if (outcome.exitCode === 0) return outcome.stdout.trim()
  const lines = tail(outcome, 20)
  throw new BuildError(
    `verify: cannot ${action} a PostgreSQL server in ${describeWhere(sandbox.where)}: ${lines[0] ?? `exit code ${outcome.exitCode}`}`,
    sandbox.hint,
    lines,
  )
}

async function openContainer(
  name: string,
  { engine, runId, log }: Context & { engine: ContainerEngine },
): Promise<ServerSandbox> {
  // The server runs on this machine's own processor, whatever the zip is for.
  const architecture = thisArchitecture()
  const image = await ensureImage({ engine, name, architecture, input: 'server-image', log })
  const container = await Container.start({
    engine,
    image,
    architecture,
    runId,
    user: 'postgres',
    memory: { '/psycopg2-lambda-server': 'rw,nosuid,mode=1777,size=512m' },
  })
  const env = { SERVER_DIR: '/psycopg2-lambda-server/server', SERVER_PORT: String(PORT) }
  return {
    where: { image: name, id: image.id },
    network: `container:${container.name}`,
    port: PORT,
    script: async (ACTION, input) =>
      container.execute({ argv: await scriptArgv(), env: { ...env, ACTION }, input }),
    remove: () => container.remove(),
    hint: 'With server-image, name an image that has a PostgreSQL server and a user postgres, as the official images do.',
  }
}

async function openMachine(runId: string): Promise<ServerSandbox> {
  const port = await freePort()
  const env = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    SERVER_DIR: serverDirectory(runId),
    SERVER_PORT: String(port),
  }
  // The server refuses to run as root; where it is installed there is a user for it.
  const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []
  return {
    where: { machine: 'this machine' },
    network: undefined,
    port,
    script: async (ACTION, input) => {
      const [command = '', ...argv] = [...asUser, ...(await scriptArgv())]
      return execute(command, argv, { env: { ...env, ACTION }, input })
    },
    remove: () => removeHostServer(runId),
    hint:
      'Install one (on Debian and Ubuntu: apt-get install postgresql), use a container engine, or keep to ' +
      'verify: import.',
  }
}

/** Not in the runner's temporary directory: the server's user may not be able to enter that. */
function serverDirectory(runId: string): string {
  return `/tmp/psycopg2-lambda-${runId}-server`
}

/** Ends and removes the server that a run has on this machine, if it has one. */
export async function removeHostServer(runId: string): Promise<void> {
  const directory = serverDirectory(runId)
  // Immediate shutdown: the postmaster ends its children.
  await signalByFile(join(directory, 'data', 'postmaster.pid'), 'SIGQUIT')
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** The script's text is an argument: the server's user may not be able to read this project's files. */
async function scriptArgv(): Promise<string[]> {
  return ['/bin/sh', '-c', await readFile(join(SCRIPTS, 'postgresql.sh'), 'utf8')]
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
