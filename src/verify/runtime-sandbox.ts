import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findPythonHere } from '../machine/interpreters.js'
import { execute, type Outcome } from '../machine/process.js'
import { makeScratch } from '../machine/scratch.js'
import { SCRIPTS } from '../machine/scripts.js'
import type { Network } from '../sandbox/argv.js'
import { Container } from '../sandbox/container.js'
import { findPythonInside } from '../sandbox/find-python.js'
import { ensureImage } from '../sandbox/images.js'
import { doesNotWork } from './outcome.js'
import type { Candidate, Context, Where } from './types.js'

/** Where Lambda puts a function's files. */
const TASK = '/var/task'

// As on Lambda: a user of its own, who can neither write to the package nor read the home directory.
const LAMBDA_USER = '993:990'
const HOME = '/home/sbx_user1051'

const UNPACK = `import io, sys, zipfile
data = getattr(sys.stdin, "buffer", sys.stdin).read()
zipfile.ZipFile(io.BytesIO(data)).extractall(sys.argv[1])`

/** A place for a zip's own bytes, in which check scripts run as a handler would. */
export interface RuntimeSandbox {
  where: Where
  /** Unpacks a zip where Lambda would. @throws {BuildError} when that fails */
  unpack(zip: Uint8Array): Promise<void>
  /** Runs the runtime's Python with these arguments and this environment, to which PACKAGE_DIR is added. */
  python(argv: string[], env: Record<string, string>, input: Buffer): Promise<Outcome>
  /** Adds certificates to the image's store; works in a writable runtime only. */
  trust(pem: string): Promise<Outcome>
  remove(): Promise<void>
}

/** Runs one of the project's Python scripts as a handler. */
export async function runCheck(
  runtime: RuntimeSandbox,
  script: string,
  env: Record<string, string>,
): Promise<Outcome> {
  return runtime.python(['-'], env, await readFile(join(SCRIPTS, script)))
}

/** What is opened, and how it differs from the bare image: no network, nothing of it writable. */
export interface RuntimeOptions extends Context {
  plan: Candidate
  network?: Network | undefined
  /** Whether root may change files of the image, which no handler ever can. */
  writable?: boolean
}

/** Where Amazon Linux keeps its certificates, and OpenSSL was told to look: `--openssldir` of `openssl.sh`. */
export const STORE = '/etc/pki/tls/cert.pem'

/**
 * Opens a plan's runtime image: an unprivileged user, nothing writable but /tmp. With engine `none`, this machine.
 *
 * @throws {BuildError} when the runtime image, or this machine, has no such Python
 */
export async function openRuntime(options: RuntimeOptions): Promise<RuntimeSandbox> {
  const { engine, runId, log, plan, network = 'none', writable = false } = options
  if (engine === 'none') return openHere(plan, runId)
  const { architecture, runtimeImage } = plan
  const image = await ensureImage({ engine, name: runtimeImage, architecture, input: 'runtime-image', log })
  const container = await Container.start({
    engine,
    image,
    architecture,
    runId,
    network,
    readOnly: !writable,
    memory: {
      [TASK]: 'rw,exec,nosuid,mode=0755,size=64m',
      [HOME]: 'rw,noexec,nosuid,mode=0700,size=1m',
      '/tmp': 'rw,noexec,nosuid,mode=1777,size=64m',
    },
    user: LAMBDA_USER,
  })
  try {
    return await inside(container, plan)
  } catch (error) {
    await container.remove()
    throw error
  }
}

async function inside(container: Container, plan: Candidate): Promise<RuntimeSandbox> {
  const { image } = container
  const python = await findPythonInside(container, plan, 'runtime-image')
  return {
    where: { image: image.name, id: image.id },
    async unpack(zip) {
      const unpacked = await container.execute({
        argv: [python, '-c', UNPACK, TASK],
        input: Buffer.from(zip),
        root: true,
      })
      if (unpacked.exitCode !== 0) throw doesNotWork(unpacked, { plan, where: plan.runtimeImage })
    },
    python: (argv, env, input) =>
      container.execute({
        argv: [python, ...argv],
        env: { ...env, PACKAGE_DIR: TASK, HOME },
        input,
      }),
    trust: (pem) =>
      container.execute({
        argv: ['/bin/sh', '-c', 'cat >>"$0"', STORE],
        input: Buffer.from(pem),
        root: true,
      }),
    remove: () => container.remove(),
  }
}

async function openHere(plan: Candidate, runId: string): Promise<RuntimeSandbox> {
  const python = await findPythonHere(plan.python)
  const directory = await makeScratch(runId, 'verify')
  const task = join(directory, 'task')
  return {
    where: { machine: `${python} of this machine` },
    async unpack(zip) {
      const packed = join(directory, 'package.zip')
      await writeFile(packed, zip)
      const unpacked = await execute(python, ['-m', 'zipfile', '-e', packed, task])
      if (unpacked.exitCode !== 0) throw doesNotWork(unpacked, { plan, where: python })
    },
    python: (argv, env, input) =>
      execute(python, ['-B', ...argv], {
        env: { PATH: '/usr/bin:/bin', HOME: join(directory, 'no-home'), ...env, PACKAGE_DIR: task },
        input,
      }),
    trust: () => Promise.reject(new Error('the certificates of this machine are not ours to change')),
    // The scratch directory goes with the run.
    remove: async () => {},
  }
}
