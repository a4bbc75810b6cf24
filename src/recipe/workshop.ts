import type { BuildPlan } from '../catalog/plan.js'
import { findPythonHere } from '../machine/interpreters.js'
import { tail } from '../machine/process.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { Container } from '../sandbox/container.js'
import type { Engine } from '../sandbox/engine.js'
import { HostSandbox } from '../sandbox/host.js'
import { ensureImage, findImage, type Image } from '../sandbox/images.js'
import { findPythonInside } from '../sandbox/python.js'
import type { Sandbox } from '../sandbox/sandbox.js'
import { hashScripts, SCRIPTS } from '../sandbox/scripts.js'
import { UnderWay } from '../sandbox/under-way.js'
import type { Where } from '../verify/types.js'
import { runScript, scriptError, tryScript } from './script.js'

/** The proxies' names, which the package manager in the toolchain stage gets to see; nothing else does. */
const PROXIES = ['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY']

/** A sandbox with a complete toolchain, no network and the scripts inside: things can be compiled. */
export interface Workshop {
  sandbox: Sandbox
  /** A scratch directory inside that the compiler's user may write to. */
  work: string
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
export async function openWorkshop(
  engine: Engine,
  plan: BuildPlan,
  run: string,
  log: Log,
): Promise<Workshop> {
  if (engine === 'none') {
    return describe(await openHost(plan, run, log), { machine: 'this machine' }, log)
  }
  const container = await openContainer(engine, plan, run, log)
  const { name, id } = container.image
  return describe(container, { image: name, id }, log)
}

async function describe(sandbox: Sandbox, where: Where, log: Log): Promise<Workshop> {
  try {
    const work = `${sandbox.root}/work`
    const lines = (await runScript(sandbox, 'fingerprint.sh', {}, log, { onLine: log.debug })).stdout
      .trim()
      .split('\n')
    const [fingerprint = '', toolchain = ''] = lines
    return { sandbox, work, fingerprint, toolchain, where }
  } catch (error) {
    await sandbox.remove()
    throw error
  }
}

/**
 * The plan's interpreter in that place. Compiling needs no privileges, but where only root can run Python, everything
 * is run as root from now on.
 *
 * @throws {BuildError} when there is none, or one without headers
 */
export async function findPython(workshop: Workshop, plan: BuildPlan, log: Log): Promise<string> {
  const { sandbox } = workshop
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

async function openHost(plan: BuildPlan, run: string, log: Log): Promise<Sandbox> {
  const sandbox = await HostSandbox.start(run)
  try {
    await prepare(sandbox)
    const check = await tryScript(sandbox, 'toolchain.sh', toolchainEnv('check', plan), log)
    if (check.exitCode === MISSING) {
      throw new BuildError(
        `This machine lacks what the build needs: ${tail(check, TAIL_OF_CHECK).join(', ')}`,
        'Install it: on Debian and Ubuntu `apt-get install gcc make perl binutils bzip2`, on Amazon Linux ' +
          '`TOOLCHAIN=install scripts/toolchain.sh` as root installs just that; or use a container engine.',
      )
    }
    if (check.exitCode !== 0) throw scriptError(sandbox, 'toolchain.sh', check)
    return sandbox
  } catch (error) {
    await sandbox.remove()
    throw error
  }
}

const TAIL_OF_CHECK = 40

/** What toolchain.sh ends with when installing packages may help. */
const MISSING = 3

function toolchainEnv(what: 'check' | 'install', plan: BuildPlan): Record<string, string> {
  return { TOOLCHAIN: what, ARCHITECTURE: plan.architecture }
}

async function openContainer(
  engine: 'docker' | 'podman',
  plan: BuildPlan,
  run: string,
  log: Log,
): Promise<Container> {
  const { architecture, buildImage } = plan
  const image = await ensureImage({ engine, name: buildImage, architecture, input: 'build-image', log })
  const kept = `psycopg2-lambda-toolchain:${await toolchainTag(image)}`
  const ready = (await findImage(engine, kept)) ?? image
  const container = await Container.start({ engine, image: ready, architecture, runId: run })
  try {
    await prepare(container)
    const check = await tryScript(container, 'toolchain.sh', toolchainEnv('check', plan), log)
    if (check.exitCode === 0) return container
    if (check.exitCode !== MISSING) throw scriptError(container, 'toolchain.sh', check)
  } catch (error) {
    await container.remove()
    throw error
  }
  await container.remove()
  const completed = await installing.join(kept, () => installToolchain(engine, image, kept, plan, run, log))
  const again = await Container.start({ engine, image: completed, architecture, runId: run })
  try {
    await prepare(again)
    return again
  } catch (error) {
    await again.remove()
    throw error
  }
}

async function toolchainTag(image: Image): Promise<string> {
  const id = image.id.replace(/^sha256:/, '').slice(0, 16)
  return `${id}-${(await hashScripts('toolchain.sh')).slice(0, 16)}`
}

/** Toolchains being installed, by what they are kept as: several Pythons may be for one image. */
const installing = new UnderWay<Image>()

async function installToolchain(
  engine: 'docker' | 'podman',
  image: Image,
  kept: string,
  plan: BuildPlan,
  run: string,
  log: Log,
): Promise<Image> {
  log.info(`${image.name} lacks tools; installing them in a container with a network`)
  const container = await Container.start({
    engine,
    image,
    architecture: plan.architecture,
    runId: run,
    network: 'default',
    confined: false,
  })
  try {
    await prepare(container)
    const passEnv = PROXIES.filter((name) => process.env[name] !== undefined)
    const env = toolchainEnv('install', plan)
    await runScript(container, 'toolchain.sh', env, log, { root: true, passEnv })
    await container.commit(kept)
  } finally {
    await container.remove()
  }
  const completed = await findImage(engine, kept)
  if (completed === undefined) throw new Error(`${engine} has just committed ${kept} but does not know it`)
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
