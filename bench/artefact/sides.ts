import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { type ExecuteOptions, execute, tail } from '../../src/machine/process.js'
import { BuildError } from '../../src/report/errors.js'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'index.js')

/** The newest Python for which both sides can be had nearly everywhere. */
const PYTHON = '3.11'

/** One side: what a user downloads, and the directory it was unpacked to. */
export interface Side {
  archive: string
  directory: string
}

/** What is compared, and the Python that it is for. */
export interface Sides {
  python: string
  ours: Side
  theirs: Side
  /** The wheel with the bytecode that installing it with pip would leave, had it been done for this directory. */
  compiled: Side
}

/**
 * Builds the zip, downloads the wheel and unpacks both.
 *
 * @throws {BuildError} when there is no such Python here, the build fails, or pip has no wheel for it
 */
export async function obtainSides(scratch: string): Promise<Sides> {
  const { python, ours } = await obtainOurs(scratch)
  const theirs = await unpack(
    python,
    await downloadWheel(python, join(scratch, 'wheel')),
    join(scratch, 'theirs'),
  )
  const compiled = { ...theirs, directory: join(scratch, 'compiled') }
  await cp(theirs.directory, compiled.directory, { recursive: true })
  await must(python, ['-m', 'compileall', '-q', '--invalidation-mode', 'unchecked-hash', compiled.directory])
  return { python, ours, theirs, compiled }
}

/** Builds the zip and unpacks it. @throws {BuildError} when there is no such Python here, or the build fails */
export async function obtainOurs(scratch: string): Promise<Pick<Sides, 'python' | 'ours'>> {
  const python = await findPythonHere(PYTHON)
  return { python, ours: await unpack(python, await buildZip(join(scratch, 'zip')), join(scratch, 'ours')) }
}

/** All files of a side, as paths below its directory. */
export async function filesOf({ directory }: Side): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** The shared objects among the files of a side. */
export async function sharedObjectsOf(side: Side): Promise<string[]> {
  return (await filesOf(side)).filter((path) => /\.so(\.\d+)*$/.test(path))
}

/** The version of OpenSSL that a side brings along, from the text that every libcrypto has in it. */
export async function opensslOf(side: Side): Promise<string> {
  for (const path of await sharedObjectsOf(side)) {
    const [, version] = /OpenSSL (\d+\.\d+\.\d+) +\d+ \w+ \d{4}/.exec(await readFile(path, 'latin1')) ?? []
    if (version !== undefined) return version
  }
  return 'unknown'
}

async function buildZip(directory: string): Promise<string> {
  const argv = ['build', '--container-engine', 'none', '--python-version', PYTHON, '--json']
  const stdout = await must(process.execPath, [CLI, ...argv, '--output-dir', directory])
  const [zip] = JSON.parse(stdout) as [{ path: string }]
  return zip.path
}

async function downloadWheel(python: string, directory: string): Promise<string> {
  const argv = ['--no-deps', '--only-binary=:all:', '--dest', directory, 'psycopg2-binary']
  await must(python, ['-m', 'pip', 'download', '--disable-pip-version-check', ...argv])
  const [name = ''] = await readdir(directory)
  return join(directory, name)
}

async function unpack(python: string, archive: string, directory: string): Promise<Side> {
  await must(python, ['-m', 'zipfile', '-e', archive, directory])
  return { archive, directory }
}

/** Runs a program that has to succeed. */
export async function must(command: string, argv: string[], options: ExecuteOptions = {}): Promise<string> {
  const outcome = await execute(command, argv, options)
  if (outcome.exitCode === 0) return outcome.stdout
  const lines = tail(outcome, 10)
  throw new BuildError(`${[command, ...argv].join(' ')} failed`, lines.at(-1) ?? 'It says nothing.', lines)
}
