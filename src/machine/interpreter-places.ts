import { readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { compareVersions } from '../catalog/versions.js'
import { thisArchitecture } from './this-machine.js'

/** What interpreters are looked for on; tests lay one out. */
export interface System {
  env: Readonly<Record<string, string | undefined>>
  /** The directory that the system's own paths begin at. */
  root: string
}

/** Where interpreters are looked for. */
export interface InterpreterPlace {
  /** For people: `pyenv (/home/me/.pyenv/versions)`. */
  title: string
  /** In the order of preference. */
  directories: string[]
  /** Whether programs of all kinds are there: what `python3` is, somebody has chosen. */
  general?: boolean
}

/** The system that this runs on. */
export function thisSystem(): System {
  return { env: process.env, root: '/' }
}

/**
 * Every place where interpreters are looked for, the most specific first. Nothing is asked of pyenv and uv
 * themselves: their directories may be there without them, and follow from the environment.
 */
export async function placesOn({ env, root }: System): Promise<InterpreterPlace[]> {
  const home = env.HOME || homedir()
  const path = (env.PATH ?? '').split(delimiter).filter((directory) => directory !== '')
  // On the command line RUNNER_TOOL_CACHE is our own cache; setup-python's is still where runners' images have it.
  const tools = [
    env.RUNNER_TOOL_CACHE,
    env.AGENT_TOOLSDIRECTORY,
    join(root, 'opt', 'hostedtoolcache'),
  ].flatMap((cache) => (cache ? [join(cache, 'Python')] : []))
  const machine = thisArchitecture() === 'arm64' ? 'arm64' : 'x64'
  const pyenv = join(env.PYENV_ROOT || join(home, '.pyenv'), 'versions')
  const uv = resolve(
    env.UV_PYTHON_INSTALL_DIR || join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'uv', 'python'),
  )
  const own = [join(root, 'usr', 'local', 'bin'), join(root, 'usr', 'bin')]
  return [
    { title: '/var/lang', directories: [join(root, 'var', 'lang', 'bin')] },
    { title: 'PATH', directories: path.map((directory) => resolve(directory)), general: true },
    {
      title: `the runner's tool cache (${[...new Set(tools)].join(', ')})`,
      directories: (await Promise.all(tools.map(newestFirst)))
        .flat()
        .flatMap((version) => [machine, `${machine}-freethreaded`].map((kind) => join(version, kind, 'bin'))),
    },
    { title: `pyenv (${pyenv})`, directories: (await newestFirst(pyenv)).map((at) => join(at, 'bin')) },
    { title: `uv (${uv})`, directories: (await newestFirst(uv)).map((at) => join(at, 'bin')) },
    // PATH need not have them: a pyenv or a virtual environment comes before, a service's PATH is short.
    { title: `the distribution's (${own.join(', ')})`, directories: own, general: true },
  ]
}

/** The directories of versions in that directory: `3.13.1`, `cpython-3.13.1-linux-x86_64-gnu`. */
async function newestFirst(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => [])
  const versionOf = (name: string) => /\d+(\.\d+)+/.exec(name)?.[0] ?? '0'
  return names
    .sort((a, b) => compareVersions(versionOf(b), versionOf(a)) || a.length - b.length)
    .map((name) => join(directory, name))
}
