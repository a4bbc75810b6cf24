import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { type Architecture, RUNNERS } from '../catalog/architecture.js'
import { execute, type Outcome, tail } from '../machine/process.js'
import { BuildError } from '../report/errors.js'
import { type ContainerSpec, createArgv, execArgv, listArgv, platformOf, removeArgv } from './argv.js'
import type { ContainerEngine } from './engine.js'
import type { Image } from './images.js'
import type { Command, Sandbox } from './sandbox.js'

/** Where our files lie in a container. The same path everywhere, because some compilers record it. */
export const ROOT = '/psycopg2-lambda'

const ROOT_USER = '0:0'

/** Who compiles: nobody in particular, with no entry in the image's list of users. */
const UNPRIVILEGED = '1000:1000'

/** The machine is of another architecture than the container, and does not emulate that one. */
export class NoEmulationError extends BuildError {
  override name = 'NoEmulationError'
}

/** How a container is started: by default confined, writable and without a network. */
export interface ContainerOptions
  extends Partial<Pick<ContainerSpec, 'network' | 'confined' | 'readOnly' | 'memory' | 'volumes'>> {
  engine: ContainerEngine
  image: Image
  architecture: Architecture
  /** What `removeContainers` later finds it by. */
  runId: string
  /** `uid:gid`, or a name that the image knows, of commands that do not ask for root. */
  user?: string
}

/** A running container of ours: made by `start`, gone after `remove`. */
export class Container implements Sandbox {
  readonly root = ROOT
  readonly name = `psycopg2-lambda-${randomUUID()}`
  readonly title: string
  readonly image: Image
  readonly engine: ContainerEngine
  readonly architecture: Architecture
  private user: string

  private constructor(private readonly options: ContainerOptions) {
    const { engine, image, architecture, user = UNPRIVILEGED } = options
    this.engine = engine
    this.image = image
    this.architecture = architecture
    this.user = user
    this.title = `container ${this.name} of ${image.name}`
  }

  /**
   * Creates and starts a container. When either fails, nothing is left.
   *
   * @throws {NoEmulationError} when the engine cannot run programs of the architecture
   * @throws {BuildError} when the engine refuses, with its reason
   */
  static async start(options: ContainerOptions): Promise<Container> {
    const { readOnly = false } = options
    const container = await Container.create(options)
    try {
      await container.must(['start', container.name], 'start')
      // An image that this machine cannot run starts and ends at once: the first command tells.
      const first = readOnly ? ':' : `mkdir -p ${ROOT}`
      const alive = await container.execute({ argv: ['/bin/sh', '-c', first], root: true })
      if (alive.exitCode !== 0) throw container.failure('run a shell in', await container.lastWords(alive))
      return container
    } catch (error) {
      await container.remove()
      throw error
    }
  }

  /** Creates one without starting it: files can be copied, of any architecture. @throws {BuildError} as `start` */
  static async create(options: ContainerOptions): Promise<Container> {
    const container = new Container(options)
    const { image, runId, architecture } = options
    const { network = 'none', confined = true, readOnly = false, memory = {}, volumes = [] } = options
    const { name } = container
    const spec = { name, runId, image: image.id, architecture, network, confined, readOnly, memory, volumes }
    try {
      await container.must(createArgv(spec), 'create')
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

  /** Copies a directory's content from anywhere in it; what is not there is passed over. */
  async copyFrom(path: string, local: string): Promise<void> {
    const outcome = await execute(this.engine, ['cp', `${this.name}:${path}/.`, local])
    if (outcome.exitCode !== 0 && !MISSING.test(outcome.stderr))
      throw this.failure(`copy ${path} out of`, outcome)
  }

  async execute(command: Command): Promise<Outcome> {
    const user = command.root === true ? ROOT_USER : this.user
    const { input, onLine } = command
    return execute(this.options.engine, execArgv({ name: this.name, user, command }), { input, onLine })
  }

  /** From now on everything runs as root: for an image in which nobody else can run Python. */
  becomeRoot(): void {
    this.user = ROOT_USER
  }

  /** Keeps what the container has become as a local image of this name. */
  async commit(image: string): Promise<void> {
    await this.must(['commit', this.name, image], 'commit')
  }

  async remove(): Promise<void> {
    await execute(this.options.engine, removeArgv(this.name))
  }

  private async must(argv: string[], what: string): Promise<void> {
    const outcome = await execute(this.options.engine, argv)
    if (outcome.exitCode !== 0) throw this.failure(what, outcome)
  }

  /** What was printed by a container that ended too early, which says more than that it is not running. */
  private async lastWords(outcome: Outcome): Promise<Outcome> {
    const { exitCode, stdout, stderr } = await execute(this.options.engine, ['logs', this.name])
    return exitCode === 0 ? { ...outcome, stderr: `${outcome.stderr}\n${stdout}\n${stderr}` } : outcome
  }

  private failure(what: string, outcome: Outcome): BuildError {
    const { engine, image, architecture } = this.options
    const why = tail(outcome, 3).join(' ')
    const message = `${engine} cannot ${what} a container of ${image.name}: ${why}`
    if (/exec format error/i.test(why)) {
      return new NoEmulationError(
        message,
        `This machine cannot run ${platformOf(architecture)}: use one that can (runs-on: ${RUNNERS[architecture]}), ` +
          'or install emulation first (docker/setup-qemu-action; on Debian and Ubuntu the package qemu-user-static), ' +
          'which takes several times longer.',
      )
    }
    if (/no space left on device/i.test(why)) {
      const hint = 'Free space where the engine keeps its data (docker system df shows it), then run again.'
      return new BuildError(message, hint)
    }
    return new BuildError(
      message,
      `Check that ${engine} works on this machine: ${engine} run --rm ${image.name} true`,
    )
  }
}

/** A directory of an image, and the directory of this machine that its content is to be copied to. */
interface Copy {
  path: string
  local: string
}

// Docker's and Podman's words for a path that a container does not have.
const MISSING = /could not find the file|no such file or directory|could not be found/i

/** Copies directories out of an image, of which nothing is run; one that it does not have is passed over. @throws {BuildError} when the engine refuses */
export async function copyFromImage(
  { engine, image, architecture, runId }: ContainerOptions,
  wanted: readonly Copy[],
): Promise<void> {
  const container = await Container.create({ engine, image, architecture, runId })
  try {
    for (const { path, local } of wanted) {
      await mkdir(local, { recursive: true })
      await container.copyFrom(path, local)
    }
  } finally {
    await container.remove()
  }
}

/** Removes every container of a run, running or not; used when the run was cut short. Gives how many. */
export async function removeContainers(engine: ContainerEngine, runId: string): Promise<number> {
  const outcome = await execute(engine, listArgv(runId))
  const ids = outcome.stdout.split('\n').filter((line) => line !== '')
  await Promise.all(ids.map((id) => execute(engine, removeArgv(id))))
  return ids.length
}
