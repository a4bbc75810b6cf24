import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash, listFiles } from '../src/cache/file-list.js'
import type { Architecture } from '../src/catalog/architecture.js'
import { moduleFileName } from '../src/catalog/python.js'
import { execute } from '../src/machine/process.js'
import { SCRIPTS } from '../src/machine/scripts.js'
import { TOOLS } from '../stand-ins/places.js'
import { PYTHON } from './roles.js'
import { errors, runAction, temporary } from './runner.js'
import { AT_HAND, psycopg2For, SOURCES } from './versions.js'

/** Runs one of the recipe's scripts as a person would. @throws with what it says, when it fails */
export async function runByHand(script: string, env: Record<string, string>): Promise<void> {
  const path = { PATH: process.env.PATH ?? '' }
  const outcome = await execute('sh', [join(SCRIPTS, script)], { env: { ...path, ...env } })
  if (outcome.exitCode !== 0) throw new Error(`${script}: ${outcome.stdout}${outcome.stderr}`)
}

/** The commands that toolchain.sh makes of an unpacked toolchain. */
export async function commandsOf(toolchain: string, architecture: Architecture): Promise<string> {
  const BIN_DIR = join(temporary(), 'bin')
  await runByHand('toolchain.sh', { TOOLCHAIN_DIR: toolchain, ARCHITECTURE: architecture, BIN_DIR })
  return BIN_DIR
}

/** OpenSSL and libpq as builds have kept them for an architecture, or as one does now. */
export async function dependenciesFor(architecture: Architecture): Promise<string> {
  const run = await runAction({
    ...{ 'python-version': PYTHON, architecture, 'container-engine': 'none', verify: 'none' },
    ...AT_HAND,
    'output-dir': temporary(),
  })
  const [failure] = errors(run.output)
  if (failure !== undefined) throw new Error(failure)
  for (const path of readdirSync(TOOLS, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith(`${architecture}.complete`)) continue
    const directory = join(TOOLS, path.slice(0, -'.complete'.length))
    const content = contentHash(await listFiles(directory))
    if (content === run.outputs['dependencies-sha256']) return directory
  }
  throw new Error(`${TOOLS} has no OpenSSL and libpq for ${architecture}`)
}

/** What psycopg2 is compiled from and with. */
export interface ByHand {
  architecture: Architecture
  /** From `commandsOf`. */
  commands: string
  /** From `dependenciesFor`. */
  dependencies: string
  python: string
  interpreter: string
  /** Of the same Python, where they are not to be the interpreter's own. */
  headers?: string
}

/** The module that psycopg2.sh makes. */
export async function moduleByHand(given: ByHand): Promise<Uint8Array> {
  const { architecture, python, headers } = given
  const [work, out, version] = [temporary(), temporary(), psycopg2For(python)]
  await runByHand('psycopg2.sh', {
    PSYCOPG2_TARBALL: join(SOURCES, `psycopg2-${version}.tar.gz`),
    PSYCOPG2_VERSION: version,
    PYTHON: given.interpreter,
    PYTHON_VERSION: python,
    ARCHITECTURE: architecture,
    TOOLCHAIN_BIN: given.commands,
    WORK_DIR: work,
    DEPS_DIR: given.dependencies,
    OUT_DIR: out,
    ...(headers === undefined ? {} : { PYTHON_INCLUDE: headers }),
  })
  return readFileSync(join(out, 'psycopg2', moduleFileName(python, architecture)))
}
