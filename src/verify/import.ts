import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildPlan } from '../catalog/plan.js'
import { Container } from '../container/container.js'
import type { ContainerEngine, Engine } from '../container/engine.js'
import { ensureImage } from '../container/images.js'
import { type Outcome, run, tail } from '../container/process.js'
import { findPythonHere, findPythonInside } from '../container/python.js'
import { makeScratch } from '../container/scratch.js'
import { SCRIPTS } from '../container/scripts.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'

/** Where Lambda puts a function's files. */
const TASK = '/var/task'

// As on Lambda: a user of its own, who can neither write to the package nor read the home directory.
const LAMBDA_USER = '993:990'
const HOME = '/home/sbx_user1051'

const UNPACK = `import io, sys, zipfile
data = getattr(sys.stdin, "buffer", sys.stdin).read()
zipfile.ZipFile(io.BytesIO(data)).extractall(sys.argv[1])`

/** What was proven, a line each. */
export interface ImportProof {
  checks: string[]
}

/**
 * Unpacks the zip's own bytes in the bare runtime image and imports psycopg2 there, as Lambda would: no network,
 * read-only, an unprivileged user. With engine `none`, in this machine's interpreter.
 *
 * @throws {BuildError} when the import or any check fails
 */
export async function verifyImport(
  engine: Engine,
  plan: BuildPlan,
  zip: Uint8Array,
  runId: string,
  log: Log,
): Promise<ImportProof> {
  return engine === 'none' ? verifyHere(plan, zip, runId, log) : verifyInImage(engine, plan, zip, runId, log)
}

/**
 * Makes sure that the check will be able to run, before minutes are spent on something to check.
 *
 * @throws {BuildError} when the runtime image, or this machine, has no such Python
 */
export async function findRuntime(engine: Engine, plan: BuildPlan, runId: string, log: Log): Promise<void> {
  if (engine === 'none') {
    await findPythonHere(plan.python)
    return
  }
  const container = await startRuntime(engine, plan, runId, log)
  try {
    await findPythonInside(container, plan, plan.runtimeImage, 'runtime-image')
  } finally {
    await container.remove()
  }
}

async function startRuntime(
  engine: ContainerEngine,
  plan: BuildPlan,
  runId: string,
  log: Log,
): Promise<Container> {
  const image = await ensureImage(engine, plan.runtimeImage, plan.architecture, log)
  return Container.start(engine, image, plan.architecture, runId, {
    readOnly: {
      [TASK]: 'rw,exec,nosuid,mode=0755,size=64m',
      [HOME]: 'rw,noexec,nosuid,mode=0700,size=1m',
      '/tmp': 'rw,noexec,nosuid,mode=1777,size=64m',
    },
    user: LAMBDA_USER,
  })
}

async function verifyInImage(
  engine: ContainerEngine,
  plan: BuildPlan,
  zip: Uint8Array,
  runId: string,
  log: Log,
): Promise<ImportProof> {
  const container = await startRuntime(engine, plan, runId, log)
  try {
    const python = await findPythonInside(container, plan, plan.runtimeImage, 'runtime-image')
    const unpacked = await container.run({
      title: 'unpack',
      argv: [python, '-c', UNPACK, TASK],
      env: {},
      input: Buffer.from(zip),
      root: true,
    })
    if (unpacked.exitCode !== 0) throw importError(plan, plan.runtimeImage, unpacked)
    const outcome = await container.run({
      title: 'import_check.py',
      argv: [python, '-'],
      env: { ...expectations(plan, TASK), HOME },
      input: await readFile(join(SCRIPTS, 'import_check.py')),
    })
    const { name, id } = container.image
    return proof(plan, `${name} (${id})`, outcome, log)
  } finally {
    await container.remove()
  }
}

async function verifyHere(plan: BuildPlan, zip: Uint8Array, runId: string, log: Log): Promise<ImportProof> {
  const python = await findPythonHere(plan.python)
  const directory = await makeScratch(runId, 'verify')
  const packed = join(directory, 'package.zip')
  const task = join(directory, 'task')
  await writeFile(packed, zip)
  const unpacked = await run(python, ['-m', 'zipfile', '-e', packed, task])
  if (unpacked.exitCode !== 0) throw importError(plan, python, unpacked)
  const outcome = await run(python, ['-B', join(SCRIPTS, 'import_check.py')], {
    env: { PATH: '/usr/bin:/bin', HOME: join(directory, 'no-home'), ...expectations(plan, task) },
  })
  return proof(plan, `${python} of this machine`, outcome, log)
}

function expectations(plan: BuildPlan, packageDir: string): Record<string, string> {
  return {
    PACKAGE_DIR: packageDir,
    EXPECT_PSYCOPG2: plan.psycopg2.version,
    EXPECT_LIBPQ: libpqVersionNumber(plan.postgresql.version),
    EXPECT_OPENSSL: plan.openssl.version,
  }
}

/** What `psycopg2.__libpq_version__` gives for a release of PostgreSQL 10 or later: `18.6` is `180006`. */
export function libpqVersionNumber(version: string): string {
  const [major = '0', minor = '0'] = version.split('.')
  return String(Number(major) * 10000 + Number(minor))
}

function proof(plan: BuildPlan, where: string, outcome: Outcome, log: Log): ImportProof {
  const lines = outcome.stdout.split('\n').filter((line) => line.startsWith('ok '))
  log.info(`In ${where}:`)
  for (const line of lines) log.info(line)
  if (outcome.exitCode !== 0) throw importError(plan, where, outcome)
  return { checks: lines.map((line) => line.slice('ok '.length)) }
}

function importError(plan: BuildPlan, where: string, outcome: Outcome): BuildError {
  const lines = tail(outcome, 20)
  return new BuildError(
    `The zip for Python ${plan.python} does not work in ${where}: ${lines.at(-1) ?? `exit code ${outcome.exitCode}`}`,
    'No zip was written. Check that build-image and runtime-image are of the same Python and operating system.',
    lines,
  )
}
