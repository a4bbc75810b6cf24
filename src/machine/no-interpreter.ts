import { access, constants, readFile, realpath } from 'node:fs/promises'
import { basename, delimiter, dirname, join } from 'node:path'
import { BuildError } from '../report/errors.js'
import { placesOn, type System } from './interpreter-places.js'
import type { Interpreter } from './probe.js'

/** For sentences: `a, b or c`. */
const OR = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** The Python of each release of Debian and Ubuntu, for systems that have none installed. */
const DISTRIBUTIONS: Record<string, string> = {
  bullseye: '3.9',
  bookworm: '3.11',
  trixie: '3.13',
  jammy: '3.10',
  noble: '3.12',
}

/**
 * Says that a machine has no interpreter to build with: where was looked, what is there instead, and the one command
 * that gets one.
 *
 * @param pythons the versions that would do, the best first
 * @param unusable what a search for them came across
 */
export async function noInterpreter(
  pythons: readonly string[],
  unusable: readonly Interpreter[],
  system: System,
): Promise<BuildError> {
  const places = (await placesOn(system)).map(({ title }) => title).join(', ')
  const there = unusable.map(({ path, problem }) => `${path} ${problem}`).join('; ')
  return new BuildError(
    `This machine has no CPython ${OR.format(pythons)} with headers. Looked in ${places}` +
      (there === '' ? '' : `. Of no use: ${there}`),
    await adviceFor(pythons, unusable, system),
  )
}

async function adviceFor(
  pythons: readonly string[],
  unusable: readonly Interpreter[],
  system: System,
): Promise<string> {
  const [best = ''] = pythons
  if (system.env.GITHUB_ACTIONS === 'true') {
    return `Let actions/setup-python with python-version '${best}' run first, or use a container engine.`
  }
  const debian = await aptPackage(pythons, unusable, system)
  const command =
    (debian && `apt-get install ${debian}`) ??
    ((await isOnPath('uv', system)) ? `uv python install ${best}` : undefined) ??
    ((await isOnPath('pyenv', system)) ? `pyenv install ${best}` : undefined)
  return command === undefined
    ? `Install Docker, to build in AWS's image; or install uv, and Python with \`uv python install ${best}\`.`
    : `Get one with \`${command}\`, or use a container engine.`
}

/** The distribution's package that makes one of these Pythons complete; undefined where there is none, or no apt. */
async function aptPackage(
  pythons: readonly string[],
  unusable: readonly Interpreter[],
  { root }: System,
): Promise<string | undefined> {
  if (!(await isExecutable(join(root, 'usr', 'bin', 'apt-get')))) return undefined
  const own = await ownPython(root)
  const programs = [join(root, 'usr', 'bin'), join(root, 'bin')]
  const there = unusable.filter(({ path }) => programs.includes(dirname(path)))
  const headless = there.find(({ python, lacksHeaders }) => lacksHeaders === true && pythons.includes(python))
  if (headless !== undefined && headless.python !== own) return `python${headless.python}-dev`
  // What is complete and was refused all the same would not become another.
  const refused = there.some(({ python, lacksHeaders }) => python === own && lacksHeaders !== true)
  return own !== undefined && pythons.includes(own) && !refused ? 'python3-dev' : undefined
}

/** The version of the distribution's `python3`, installed or not. */
async function ownPython(root: string): Promise<string | undefined> {
  const python3 = await realpath(join(root, 'usr', 'bin', 'python3')).catch(() => '')
  const installed = /^python(\d+\.\d+)$/.exec(basename(python3))?.[1]
  if (installed !== undefined) return installed
  const release = await readFile(join(root, 'etc', 'os-release'), 'utf8').catch(() => '')
  return DISTRIBUTIONS[/^VERSION_CODENAME=(\w+)$/m.exec(release)?.[1] ?? '']
}

async function isOnPath(program: string, { env }: System): Promise<boolean> {
  const directories = (env.PATH ?? '').split(delimiter).filter((directory) => directory !== '')
  const there = await Promise.all(directories.map((directory) => isExecutable(join(directory, program))))
  return there.includes(true)
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
