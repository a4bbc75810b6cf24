import { randomUUID } from 'node:crypto'
import { type Architecture, RUNNERS } from '../catalog/architecture.js'
import { execute, type Outcome, tail } from '../machine/process.js'
import { BuildError } from '../report/errors.js'
import { createArgv, execArgv, listArgv, logsArgv, type Network, platformOf, removeArgv } from './argv.js'
import type { ContainerEngine } from './engine.js'
import type { Image } from './images.js'
import type { Command, Sandbox } from './sandbox.js'

/** Where our files lie in a container. The same path everywhere, because some compilers record it. */
const ROOT = '/psycopg2-lambda'

/** Who compiles: nobody in particular, with no entry in the image's list of users. */
const UNPRIVILEGED = '1000:1000'

/** How a container differs from the usual: unprivileged, no capabilities, no network, writable. */
export interface ContainerOptions {
  network?: Network
  confined?: boolean
  readOnly?: boolean
  /** Directories that are held in memory and go with the container: path to mount options. */
  memory?: Record<string, string>
  /** `uid:gid`, or a name that the image knows, of commands that do not ask for root. */
  user?: string
}

/** A running container of ours: made by `start`, gone after `remove`. */
export class Container implements Sandbox {
  readonly root = ROOT
  readonly title: string

  private constructor(
    private readonly engine: ContainerEngine,
    readonly name: string,
    private user: string,
    readonly image: Image,
    private readonly architecture: Architecture,
  ) {
    this.title = `container ${name} of ${image.name}`
  }

  /**
   * Creates and starts a container. When either fails, nothing is left.
   *
   * @param runId what `removeContainers` later finds it by
   * @throws {BuildError} when the engine refuses, with its reason
   */
  static async start(
    engine: ContainerEngine,
    image: Image,
    architecture: Architecture,
    runId: string,
    options: ContainerOptions = {},
  ): Promise<Container> {
    const name = `psycopg2-lambda-${randomUUID()}`
    const user = options.user ?? UNPRIVILEGED
    const container = new Container(engine, name, user, image, architecture)
    try {
      const { network = 'none', confined = true, readOnly = false, memory = {} } = options
      const spec = { name, run: runId, image: image.id, architecture, network, confined, readOnly, memory }
      await container.must(createArgv(spec), 'create')
      await container.must(['start', name], 'start')
      // An image that this machine cannot run starts and ends at once: the first command tells.
      const first = readOnly ? ':' : `mkdir -p ${ROOT}`
      const alive = await container.execute({
        title: 'sh',
        argv: ['/bin/sh', '-c', first],
        env: {},
        root: true,
      })
      if (alive.exitCode !== 0) throw container.failure('run a shell in', await container.lastWords(alive))
      return container
    } catch (error) {
      await container.remove()
      throw error
    }
  }

  async copyIn(local: string, inside: string): Promise<string> {
    const path = `${ROOT}/${inside}`
    await this.must(['cp', local, `${this.name}:${path}`], `copy ${local} into`)
    return path
  }

  async copyOut(inside: string, local: string): Promise<void> {
    await this.must(['cp', `${this.name}:${ROOT}/${inside}/.`, local], `copy ${inside} out of`)
  }

  async execute(command: Command): Promise<Outcome> {
    const { env, input, onLine, passEnv } = command
    const spec = {
      command: command.argv,
      env,
      user: command.root === true ? '0:0' : this.user,
      interactive: input !== undefined,
      ...(passEnv === undefined ? {} : { passEnv }),
    }
    return execute(this.engine, execArgv(this.name, spec), {
      ...(input === undefined ? {} : { input }),
      ...(onLine === undefined ? {} : { onLine }),
    })
  }

  /** From now on everything runs as root: for an image in which nobody else can run Python. */
  becomeRoot(): void {
    this.user = '0:0'
  }

  /** Keeps what the container has become as a local image of this name. */
  async commit(image: string): Promise<void> {
    await this.must(['commit', this.name, image], 'commit')
  }

  async remove(): Promise<void> {
    await execute(this.engine, removeArgv(this.name))
  }

  private async must(argv: string[], what: string): Promise<void> {
    const outcome = await execute(this.engine, argv)
    if (outcome.exitCode !== 0) throw this.failure(what, outcome)
  }

  /** What was printed by a container that ended too early, which says more than that it is not running. */
  private async lastWords(outcome: Outcome): Promise<Outcome> {
    const { exitCode, stdout, stderr } = await execute(this.engine, logsArgv(this.name))
    return exitCode === 0 ? { ...outcome, stderr: `${outcome.stderr}\n${stdout}\n${stderr}` } : outcome
  }

  private failure(what: string, outcome: Outcome): BuildError {
    const why = tail(outcome, 3).join(' ')
    const full = /no space left on device/i.test(why)
    const foreign = /exec format error/i.test(why)
    const hint = full
      ? 'Free space where the engine keeps its data (docker system df shows it), then run again.'
      : foreign
        ? `This machine cannot run ${platformOf(this.architecture)}: use one that can (runs-on: ${RUNNERS[this.architecture]}), ` +
          'or install emulation first (docker/setup-qemu-action; on Debian and Ubuntu the package qemu-user-static), ' +
          'which takes several times longer.'
        : `Check that ${this.engine} works on this machine: ${this.engine} run --rm ${this.image.name} true`
    return new BuildError(`${this.engine} cannot ${what} a container of ${this.image.name}: ${why}`, hint)
  }
}

/** Removes every container of a run, running or not; used when the run was cut short. Gives how many. */
export async function removeContainers(engine: ContainerEngine, runId: string): Promise<number> {
  const outcome = await execute(engine, listArgv(runId))
  const ids = outcome.stdout.split('\n').filter((line) => line !== '')
  await Promise.all(ids.map((id) => execute(engine, removeArgv(id))))
  return ids.length
}
