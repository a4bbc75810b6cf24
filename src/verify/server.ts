import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { execute, type Outcome, tail } from '../machine/process.js'
import { thisArchitecture } from '../machine/this-machine.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import type { Network } from '../sandbox/argv.js'
import { Container } from '../sandbox/container.js'
import type { ContainerEngine, Engine } from '../sandbox/engine.js'
import { ensureImage } from '../sandbox/images.js'
import { SCRIPTS } from '../sandbox/scripts.js'
import { type Certificates, makeCertificates } from './certificates.js'
import { describeWhere, type Where } from './types.js'

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
export async function startServer(engine: Engine, image: string, runId: string, log: Log): Promise<Server> {
  const place = engine === 'none' ? await openMachine(runId) : await openContainer(engine, image, runId, log)
  try {
    const version = await find(place)
    const certificates = await makeCertificates(HOST)
    // No quotes, no backslashes: they stand in SQL.
    const [password, token] = [randomBytes(18).toString('hex'), randomBytes(TOKEN_LENGTH / 2).toString('hex')]
    const sql = [`ALTER ROLE postgres PASSWORD '${password}'`, `CREATE ROLE iam LOGIN PASSWORD '${token}'`]
    const outcome = await place.script('start', `${certificates.server}${sql.join('\n')}\n`)
    if (outcome.exitCode !== 0) throw serverError(place, 'start', outcome)
    log.info(`PostgreSQL ${version}: ${describeWhere(place.where)}`)
    const { where, network, port, remove } = place
    return { where, version, network, port, certificates, password, token, remove }
  } catch (error) {
    await place.remove()
    throw error
  }
}

interface Place {
  where: Where
  network: Network | undefined
  port: number
  script(action: string, input?: string): Promise<Outcome>
  remove(): Promise<void>
  /** What to do when there is no server. */
  hint: string
}

async function find(place: Place): Promise<string> {
  const outcome = await place.script('find')
  if (outcome.exitCode !== 0) throw serverError(place, 'find', outcome)
  return outcome.stdout.trim()
}

function serverError(place: Place, action: string, outcome: Outcome): BuildError {
  const lines = tail(outcome, 20)
  return new BuildError(
    `verify: cannot ${action} a PostgreSQL server in ${describeWhere(place.where)}: ${lines[0] ?? `exit code ${outcome.exitCode}`}`,
    place.hint,
    lines,
  )
}

async function openContainer(engine: ContainerEngine, name: string, runId: string, log: Log): Promise<Place> {
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
    script: async (action, input) =>
      container.execute({
        argv: ['/bin/sh', '-c', await scriptText()],
        env: { ...env, ACTION: action },
        ...(input === undefined ? {} : { input: Buffer.from(input) }),
      }),
    remove: () => container.remove(),
    hint: 'With server-image, name an image that has a PostgreSQL server and a user postgres, as the official images do.',
  }
}

async function openMachine(runId: string): Promise<Place> {
  const port = await freePort()
  const directory = serverDirectory(runId)
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', SERVER_DIR: directory, SERVER_PORT: String(port) }
  const script = async (action: string, input?: string) => {
    const argv = ['/bin/sh', '-c', await scriptText()]
    // The server refuses to run as root; where it is installed there is a user for it.
    const [command = '', ...rest] =
      process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...argv] : argv
    return execute(command, rest, {
      env: { ...env, ACTION: action },
      ...(input === undefined ? {} : { input: Buffer.from(input) }),
    })
  }
  return {
    where: { machine: 'this machine' },
    network: undefined,
    port,
    script,
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
  const pidFile = await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(pidFile.split('\n')[0])
  if (pid > 1) {
    try {
      // Immediate shutdown: the postmaster ends its children.
      process.kill(pid, 'SIGQUIT')
    } catch {
      // It has ended already.
    }
  }
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** Passed as an argument: the server's user may not be able to read this project's files. */
function scriptText(): Promise<string> {
  return readFile(join(SCRIPTS, 'postgresql.sh'), 'utf8')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
