import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { askPip } from '../../../src/machine/pip.js'
import { execute, lastLine, type Outcome } from '../../../src/machine/process.js'
import { readPip } from '../../../src/sources/pip-settings.js'
import { install, mayInstall } from '../../../stand-ins/debian.js'
import { CACHE } from '../../../stand-ins/places.js'

/** A tool that people deploy with: a directory of its own whose programs can be called, or why it cannot be had. */
export type Tool = { directory: string; bin: string } | { missing: string }

/**
 * Programs of the Python index that pip is configured for, pip beside them, in a virtual environment of their own.
 *
 * @param interpreter the Python that they run on
 * @param packages each with its version: `chalice==1.34.0`
 */
export function pythonTool(interpreter: string, packages: readonly string[]): Promise<Tool> {
  return provide([interpreter, ...packages], 'bin', (directory) =>
    makeEnvironment(directory, interpreter, packages),
  )
}

/** Such an environment in a directory, also of a Python of Debian's, which has no pip to put into it. */
export async function makeEnvironment(
  directory: string,
  interpreter: string,
  packages: readonly string[] = [],
): Promise<Outcome> {
  const made = await execute(interpreter, ['-m', 'venv', '--without-pip', directory])
  if (made.exitCode !== 0) return made
  const into = ['-m', 'pip', '--python', join(directory, 'bin', 'python'), 'install']
  return execute('python3', [...into, '--quiet', '--disable-pip-version-check', 'pip', ...packages])
}

/** What tells the other tools of the index and the certificates that pip is configured for; PyPI's own where it is for none. */
export async function toolSettings(): Promise<Record<string, string>> {
  const settings = await readPip(askPip, process.env)
  const [index] = settings?.indexes ?? []
  const { ca } = settings?.trust ?? {}
  return {
    ...(index?.named ? { UV_DEFAULT_INDEX: index.address, PDM_PYPI_URL: index.address } : {}),
    ...(ca === undefined ? {} : { SSL_CERT_FILE: ca, REQUESTS_CA_BUNDLE: ca }),
  }
}

/**
 * Packages of the same index in a directory without programs, as a package for Lambda has them. What has to be compiled
 * needs nothing of this machine's afterwards but its C library.
 */
export function packagesFor(interpreter: string, packages: readonly string[]): Promise<Tool> {
  return provide(['packages', interpreter, ...packages], '.', (directory) => {
    if (mayInstall()) install('autoconf', 'automake', 'cmake', 'g++', 'libtool', 'make')
    const env = defined({ ...process.env, LDFLAGS: '-static-libstdc++ -static-libgcc' })
    const argv = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', directory]
    return execute(interpreter, [...argv, ...packages], { env })
  })
}

/** Packages of the registry that npm is configured for, in a `node_modules` of their own; their scripts are not run. */
export function nodeTool(packages: readonly string[]): Promise<Tool> {
  return provide(packages, join('node_modules', '.bin'), (directory) => {
    writeFileSync(join(directory, 'package.json'), '{"private": true}')
    const quiet = ['--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', directory]
    return execute('npm', ['install', ...quiet, ...packages], { cwd: directory })
  })
}

/** A program that this machine's Go compiles without C, from the module proxy that it is configured for. */
export function goTool(program: string): Promise<Tool> {
  return provide([program], 'bin', (directory) => {
    const env = { ...process.env, GOBIN: join(directory, 'bin'), CGO_ENABLED: '0' }
    return execute('go', ['install', program], { cwd: directory, env: defined(env) })
  })
}

/** A program that this machine has. */
export function programHere(program: string): Tool {
  const path = spawnSync('which', [program], { encoding: 'utf8' }).stdout.trim()
  return path === ''
    ? { missing: `${program} is not here` }
    : { directory: dirname(path), bin: dirname(path) }
}

/** The same, or Debian's package of that name. */
export function debianTool(program: string): Tool {
  if ('missing' in programHere(program) && mayInstall()) install(program)
  return programHere(program)
}

/** Installs it, unless an earlier run has. */
async function provide(
  what: readonly string[],
  bin: string,
  obtain: (directory: string) => Promise<Outcome>,
): Promise<Tool> {
  const hash = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 12)
  const directory = join(CACHE, `tool-${hash}`)
  const complete = join(directory, 'complete')
  if (!existsSync(complete)) {
    rmSync(directory, { recursive: true, force: true })
    mkdirSync(directory, { recursive: true })
    const outcome = await obtain(directory)
    if (outcome.exitCode !== 0) return { missing: `${what.join(' ')} cannot be had: ${lastLine(outcome)}` }
    writeFileSync(complete, '')
  }
  return { directory, bin: join(directory, bin) }
}

/**
 * The tool, or the test is left out, by name; not so in a CI run, where every one must run.
 *
 * @param skip the test's own
 */
export function must(tool: Tool, skip: (note: string) => never): Exclude<Tool, { missing: string }> {
  if (!('missing' in tool)) return tool
  if (process.env.CI === 'true') throw new Error(tool.missing)
  return skip(tool.missing)
}

/** A search path on which these directories come first. */
export function pathWith(...directories: string[]): string {
  return [...directories, process.env.PATH ?? ''].join(delimiter)
}

/** An environment without what is not set. */
export function defined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
