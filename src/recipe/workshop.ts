import type { BuildPlan } from '../catalog/plan.js'
import { findPythonHere } from '../machine/interpreters.js'
import { tail } from '../machine/process.js'
import { hashScripts, SCRIPTS } from '../machine/scripts.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { Container } from '../sandbox/container.js'
import type { ContainerEngine, Engine } from '../sandbox/engine.js'
import { findPythonInside } from '../sandbox/find-python.js'
import { HostSandbox } from '../sandbox/host.js'
import { ensureImage, findImage, type Image } from '../sandbox/images.js'
import type { Sandbox } from '../sandbox/sandbox.js'
import { UnderWay } from '../sandbox/under-way.js'
import type { Where } from '../verify/types.js'
import { runScript, scriptError, tryScript } from './script.js'

/** The proxies' names, which the package manager gets to see where tools are installed; nothing else does. */
const PROXIES = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']

/** For whom a workshop is opened. */
export interface WorkshopRequest {
  engine: Engine
  plan: BuildPlan
  runId: string
  log: Log
}

/** A sandbox with all tools, no network and the scripts inside: things can be compiled. */
export interface Workshop extends Omit<WorkshopRequest, 'engine'> {
  sandbox: Sandbox
  /** A scratch directory inside that the compiler's user may write to. */
  workDir: string
  /** What else than sources and scripts shapes the result; see `fingerprint.sh`. */
  fingerprint: string
  /** Compiler, linker and C library, for people. */
  toolchain: string
  where: Where
}

/**
 * Opens the place where a plan is compiled. Missing tools are installed in a container that has a network, whose
 * result is kept as a local image; compiling happens in one that has none. This machine is never changed.
 *
 * @throws {BuildError} when tools are missing and cannot be installed
 */
export async function openWorkshop({ engine, ...wanted }: WorkshopRequest): Promise<Workshop> {
  const sandbox = engine === 'none' ? await openHost(wanted) : await openContainer({ engine, ...wanted })
  const where =
    sandbox instanceof Container
      ? { image: sandbox.image.name, id: sandbox.image.id }
      : { machine: 'this machine' }
  return orRemove(sandbox, async () => {
    const script = { name: 'fingerprint.sh', env: {}, log: wanted.log, onLine: wanted.log.debug }
    const { stdout } = await runScript(sandbox, script)
    const [fingerprint = '', toolchain = ''] = stdout.trim().split('\n')
    return { ...wanted, sandbox, workDir: `${sandbox.root}/work`, fingerprint, toolchain, where }
  })
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

/**
 * The interpreter of a workshop's plan. Compiling needs no privileges, but where only root can run Python, everything
 * is run as root from now on.
 *
 * @throws {BuildError} when there is none, or one without headers
 */
export async function findPython({ sandbox, plan, log }: Workshop): Promise<string> {
  if (!(sandbox instanceof Container)) return findPythonHere(plan.python)
  const python = await findPythonInside(sandbox, plan, 'build-image')
  const look = () => sandbox.execute({ argv: [python, '-c', FIND_HEADERS] })
  let headers = await look()
  if (headers.exitCode !== 0 && headers.exitCode !== NO_HEADERS) {
    sandbox.becomeRoot()
    headers = await look()
    if (headers.exitCode === 0) {
      log.notice(`In ${sandbox.image.name} only root can run ${python}: compiling as root`)
    }
  }
  if (headers.exitCode === 0) return python
  const why = tail(headers, 1).join('')
  throw new BuildError(
    `build-image: Python ${plan.python} of ${plan.buildImage} ` +
      (headers.exitCode === NO_HEADERS ? `has no headers: ${why} does not exist` : `does not run: ${why}`),
    'Use the default image, or one whose Python was installed with its headers.',
  )
}

const NO_HEADERS = 4
const FIND_HEADERS = `import os, sys, sysconfig
path = os.path.join(sysconfig.get_path("include"), "Python.h")
print(path)
sys.exit(0 if os.path.exists(path) else ${NO_HEADERS})`

async function openHost({ plan, runId, log }: Omit<WorkshopRequest, 'engine'>): Promise<Sandbox> {
  const sandbox = await HostSandbox.start(runId)
  return orRemove(sandbox, async () => {
    await prepare(sandbox)
    const check = await tryScript(sandbox, tools('check', plan, log))
    if (check.exitCode === MISSING) {
      throw new BuildError(
        `This machine lacks what the build needs: ${tail(check, TAIL_OF_CHECK).join(', ')}`,
        'Install it: on Debian and Ubuntu `apt-get install gcc make perl binutils bzip2`, on Amazon Linux ' +
          '`TOOLS=install scripts/tools.sh` as root installs just that; or use a container engine.',
      )
    }
    if (check.exitCode !== 0) throw scriptError(sandbox, 'tools.sh', check)
    return sandbox
  })
}

const TAIL_OF_CHECK = 40

/** What tools.sh ends with when installing packages may help. */
const MISSING = 3

function tools(what: 'check' | 'install', plan: BuildPlan, log: Log) {
  return { name: 'tools.sh', env: { TOOLS: what, ARCHITECTURE: plan.architecture }, log }
}

interface ContainerRequest extends WorkshopRequest {
  engine: ContainerEngine
}

async function openContainer(wanted: ContainerRequest): Promise<Container> {
  const { engine, plan, runId, log } = wanted
  const { architecture, buildImage } = plan
  const image = await ensureImage({ engine, name: buildImage, architecture, input: 'build-image', log })
  const imageName = `psycopg2-lambda-tools:${await tagFor(image)}`
  const ready = (await findImage(engine, imageName)) ?? image
  const container = await Container.start({ engine, image: ready, architecture, runId })
  const complete = await orRemove(container, async () => {
    await prepare(container)
    const check = await tryScript(container, tools('check', plan, log))
    if (check.exitCode !== 0 && check.exitCode !== MISSING) throw scriptError(container, 'tools.sh', check)
    return check.exitCode === 0
  })
  if (complete) return container
  await container.remove()
  const completed = await installing.join(imageName, () => installTools(image, imageName, wanted))
  const again = await Container.start({ engine, image: completed, architecture, runId })
  return orRemove(again, async () => {
    await prepare(again)
    return again
  })
}

async function tagFor(image: Image): Promise<string> {
  const id = image.id.replace(/^sha256:/, '').slice(0, 16)
  return `${id}-${(await hashScripts('tools.sh')).slice(0, 16)}`
}

/** Tools being installed, by what the image with them is kept as: several Pythons may be for one image. */
const installing = new UnderWay<Image>()

async function installTools(
  image: Image,
  imageName: string,
  { engine, plan, runId, log }: ContainerRequest,
): Promise<Image> {
  log.info(`${image.name} lacks tools; installing them in a container with a network`)
  const { architecture } = plan
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
