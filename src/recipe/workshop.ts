import type { BuildPlan } from '../catalog/plan.js'
import { choiceOf, type ToolchainChoice } from '../catalog/toolchain.js'
import { tail } from '../machine/process.js'
import { hashScripts, SCRIPTS } from '../machine/scripts.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { Container } from '../sandbox/container.js'
import type { ContainerEngine, Engine } from '../sandbox/engine.js'
import { HostSandbox } from '../sandbox/host.js'
import { ensureImage, findImage, type Image } from '../sandbox/images.js'
import type { Sandbox } from '../sandbox/sandbox.js'
import { UnderWay } from '../sandbox/under-way.js'
import { titleOf } from '../sources/tarball-names.js'
import type { Where } from '../verify/types.js'
import { buildImageOn } from './choose-engine.js'
import { runScript, scriptError, tryScript } from './script.js'
import { hostOf, type Toolchains } from './toolchains.js'

/** The proxies' names, which the package manager gets to see where tools are installed; nothing else does. */
const PROXIES = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']

/** For whom a workshop is opened. */
interface WorkshopRequest {
  engine: Engine
  plan: BuildPlan
  toolchains: Toolchains
  runId: string
  log: Log
}

/** A sandbox with all tools, no network and the scripts inside: things can be compiled. */
export interface Workshop extends Omit<WorkshopRequest, 'engine' | 'toolchains'> {
  sandbox: Sandbox
  /** A scratch directory inside that the compiler's user may write to. */
  workDir: string
  /** What the scripts find the pinned compiler by; empty where the image's own is used. */
  env: Record<string, string>
  /** What else than sources and scripts shapes the result. */
  fingerprint: string
  /** Compiler and C library, for people. */
  toolchain: string
  where: Where
}

/**
 * Opens the place where a plan is compiled. Missing tools are installed in a container that has a network, whose
 * result is kept as a local image; compiling happens in one that has none. This machine is never changed.
 *
 * @throws {BuildError} when tools are missing and cannot be installed
 */
export async function openWorkshop(wanted: WorkshopRequest): Promise<Workshop> {
  const { engine, plan, runId, log } = wanted
  const { sandbox, directory } = await (engine === 'none'
    ? openHost(wanted)
    : openContainer({ ...wanted, engine }))
  const where =
    sandbox instanceof Container
      ? { image: sandbox.image.name, id: sandbox.image.id }
      : { machine: 'this machine' }
  const workDir = `${sandbox.root}/work`
  const opened = { plan, runId, log, sandbox, workDir, where }
  return orRemove(sandbox, async () => ({ ...opened, ...(await compilerOf(opened, directory)) }))
}

/** The compiler's commands, and what it is. @param directory where the pinned one lies inside, if it is used */
async function compilerOf(
  { sandbox, workDir, plan, log }: Pick<Workshop, 'sandbox' | 'workDir' | 'plan' | 'log'>,
  directory: string | undefined,
): Promise<Pick<Workshop, 'env' | 'fingerprint' | 'toolchain'>> {
  const { toolchain, architecture } = plan
  if (toolchain === undefined || directory === undefined) {
    const { stdout } = await runScript(sandbox, { name: 'fingerprint.sh', env: {}, log, onLine: log.debug })
    const [fingerprint = '', ...people] = stdout.trim().split('\n')
    return { env: {}, fingerprint, toolchain: people.join(' ') }
  }
  const env = { TOOLCHAIN_DIR: directory, TOOLCHAIN_BIN: `${workDir}/bin` }
  const script = {
    name: 'toolchain.sh',
    env: { ...env, ARCHITECTURE: architecture, BIN_DIR: env.TOOLCHAIN_BIN },
  }
  await runScript(sandbox, { ...script, log, onLine: log.debug })
  return {
    env,
    // Every file of the row: the compiler of each host gives the same bytes.
    fingerprint: [toolchain.project, toolchain.version, ...toolchain.files.map(({ sha256 }) => sha256)].join(
      ' ',
    ),
    toolchain: `${titleOf(toolchain)}, glibc 2.17`,
  }
}

/** What the work gives; when it fails, the sandbox is removed. */
async function orRemove<T>(sandbox: Sandbox, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await sandbox.remove()
    throw error
  }
}

/** A sandbox, and where in it the pinned compiler lies, if it is used. */
interface Opened {
  sandbox: Sandbox
  directory?: string
}

async function openHost({ plan, toolchains, runId, log }: WorkshopRequest): Promise<Opened> {
  const { toolchain } = plan
  // Beside what follows: of a compiler that stands there, every file is compared with its sum.
  const providing = toolchain && toolchains.provide(toolchain, hostOf(plan, 'none'), log)
  // Awaited below; until then a failure is not an unhandled one.
  providing?.catch(() => undefined)
  const sandbox = await HostSandbox.start(runId)
  return orRemove(sandbox, async () => {
    await prepare(sandbox)
    const check = await tryScript(sandbox, tools('check', plan, log))
    if (check.exitCode === MISSING) {
      throw new BuildError(
        `This machine lacks what the build needs: ${tail(check, TAIL_OF_CHECK).join(', ')}`,
        `Install it: on Debian and Ubuntu \`apt-get install ${PACKAGES[choiceOf(plan)]}\`, on Amazon Linux ` +
          `\`TOOLS=install TOOLCHAIN=${choiceOf(plan)} scripts/tools.sh\` as root installs just that; or use a ` +
          'container engine.',
      )
    }
    if (check.exitCode !== 0) throw scriptError(sandbox, 'tools.sh', check)
    const provided = await providing
    return provided === undefined ? { sandbox } : { sandbox, directory: provided.directory }
  })
}

const PACKAGES: Record<ToolchainChoice, string> = {
  pinned: 'make perl bzip2',
  image: 'gcc make perl binutils bzip2',
}

const TAIL_OF_CHECK = 40

/** What tools.sh ends with when installing packages may help. */
const MISSING = 3

function tools(what: 'check' | 'install', plan: BuildPlan, log: Log) {
  const env = { TOOLS: what, TOOLCHAIN: choiceOf(plan), ARCHITECTURE: plan.architecture }
  return { name: 'tools.sh', env, log }
}

interface ContainerRequest extends WorkshopRequest {
  engine: ContainerEngine
}

async function openContainer(wanted: ContainerRequest): Promise<Opened> {
  const { engine, plan, toolchains, runId, log } = wanted
  const { toolchain } = plan
  const host = hostOf(plan, engine)
  const name = buildImageOn(host, plan)
  const image = await ensureImage({ engine, name, architecture: host, input: 'build-image', log })
  const mounted = toolchain && (await toolchains.mount(toolchain, host, { engine, image, runId, log }))
  const start = (of: Image) =>
    Container.start({
      ...{ engine, image: of, architecture: host, runId },
      volumes: mounted === undefined ? [] : [mounted.volume],
    })
  const opened = (sandbox: Container) =>
    mounted === undefined ? { sandbox } : { sandbox, directory: mounted.directory }
  const imageName = `psycopg2-lambda-tools:${await tagFor(image, plan)}`
  const ready = (await findImage(engine, imageName)) ?? image
  const container = await start(ready)
  const complete = await orRemove(container, async () => {
    await prepare(container)
    const check = await tryScript(container, tools('check', plan, log))
    if (check.exitCode !== 0 && check.exitCode !== MISSING) throw scriptError(container, 'tools.sh', check)
    return check.exitCode === 0
  })
  if (complete) return opened(container)
  await container.remove()
  const completed = await installing.join(imageName, () => installTools(image, imageName, wanted))
  const again = await start(completed)
  return orRemove(again, async () => {
    await prepare(again)
    return opened(again)
  })
}

async function tagFor(image: Image, plan: BuildPlan): Promise<string> {
  const id = image.id.replace(/^sha256:/, '').slice(0, 16)
  return `${id}-${choiceOf(plan)}-${(await hashScripts('tools.sh')).slice(0, 16)}`
}

/** Tools being installed, by what the image with them is kept as: several Pythons may be for one image. */
const installing = new UnderWay<Image>()

async function installTools(
  image: Image,
  imageName: string,
  { engine, plan, runId, log }: ContainerRequest,
): Promise<Image> {
  log.info(`${image.name} lacks tools; installing them in a container with a network`)
  const architecture = hostOf(plan, engine)
  const confinement = { network: 'default', confined: false } as const
  const container = await Container.start({ engine, image, architecture, runId, ...confinement })
  try {
    await prepare(container)
    const passEnv = PROXIES.filter((name) => process.env[name] !== undefined)
    await runScript(container, { ...tools('install', plan, log), root: true, passEnv })
    await container.commit(imageName)
  } finally {
    await container.remove()
  }
  const completed = await findImage(engine, imageName)
  if (completed === undefined)
    throw new Error(`${engine} has just committed ${imageName} but does not know it`)
  return { name: image.name, id: completed.id }
}

/** Puts the scripts inside, readable by everyone whatever our own umask was, and makes the scratch directory. */
async function prepare(sandbox: Sandbox): Promise<void> {
  await sandbox.copyIn(SCRIPTS, 'scripts')
  const outcome = await sandbox.execute({
    argv: ['/bin/sh', '-c', 'chmod -R a+rX "$0" && mkdir -p "$0/work" && chmod 1777 "$0/work"', sandbox.root],
    root: true,
  })
  if (outcome.exitCode !== 0) throw scriptError(sandbox, 'prepare', outcome)
}
