import { readdir, realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { MACHINES } from '../catalog/architecture.js'
import { moduleFileName } from '../catalog/python.js'
import { compareVersions } from '../catalog/versions.js'
import { execute, tail } from './process.js'
import { thisArchitecture } from './this-machine.js'

/** What interpreters are looked for on; tests lay one out. */
export interface System {
  env: Readonly<Record<string, string | undefined>>
  /** The directory that the system's own paths begin at. */
  root: string
}

/** An interpreter that this machine has. */
export interface Interpreter {
  /** `3.13`, or what its file name promises where it does not run. */
  python: string
  path: string
  /** Why nothing can be built with it; undefined where something can. */
  problem?: string
  /** Whether that is only for want of headers. */
  lacksHeaders?: boolean
}

/** What a search for an interpreter came to. */
export interface Search {
  found: Interpreter | undefined
  /** What was met on the way and cannot be used. */
  unusable: Interpreter[]
}

interface Place {
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
export async function placesOn({ env, root }: System): Promise<Place[]> {
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

/**
 * Searches a system for an interpreter to build with: CPython of one of these versions, for this machine's
 * architecture, with headers. The first version that there is one of is taken.
 *
 * @param pythons versions, the best first
 */
export async function searchInterpreter(pythons: readonly string[], system: System): Promise<Search> {
  const unusable: Interpreter[] = []
  for await (const interpreter of interpretersOn(pythons, system)) {
    if (interpreter.problem === undefined) return { found: interpreter, unusable }
    unusable.push(interpreter)
  }
  return { found: undefined, unusable }
}

/** The interpreters of these versions, in the order of `pythons` and of the places, each once, as they are wanted. */
async function* interpretersOn(pythons: readonly string[], system: System): AsyncGenerator<Interpreter> {
  const places = await placesOn(system)
  const everywhere = places.flatMap(({ directories }) => directories)
  const seen = new Set<string>()
  for (const python of pythons) {
    for (const path of everywhere.flatMap((directory) =>
      namesOf(python).map((name) => join(directory, name)),
    )) {
      const interpreter = await look(path, python)
      if (interpreter !== undefined) yield interpreter
    }
  }
  // One may have no other name than this, and what else there is belongs in the error.
  const general = places.filter((place) => place.general === true).flatMap(({ directories }) => directories)
  for (const directory of general) {
    const interpreter = await look(join(directory, 'python3'), undefined)
    if (interpreter !== undefined) yield interpreter
  }

  async function look(path: string, python: string | undefined): Promise<Interpreter | undefined> {
    if (!(await isNew(path))) return undefined
    const interpreter = await probe(path, python, pythons)
    if (interpreter === undefined || interpreter.path === path) return interpreter
    // A shim of pyenv's runs one that was met before, or will be.
    return (await isNew(interpreter.path)) ? interpreter : undefined
  }

  async function isNew(path: string): Promise<boolean> {
    const real = await realpath(path).catch(() => undefined)
    if (real === undefined) return false
    // A link to a program that is no Python tells by the link's name what to run, as mise's shims do.
    const identity = basename(real).startsWith('python') ? real : path
    if (seen.has(identity)) return false
    seen.add(identity)
    return true
  }
}

/** What an interpreter of that version is called; the last two, free-threaded and for debugging, for the error. */
function namesOf(python: string): string[] {
  return ['', 't', 'd'].map((kind) => `python${python}${kind}`)
}

/** The directories of versions in that directory: `3.13.1`, `cpython-3.13.1-linux-x86_64-gnu`. */
async function newestFirst(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => [])
  const versionOf = (name: string) => /\d+(\.\d+)+/.exec(name)?.[0] ?? '0'
  return names
    .sort((a, b) => compareVersions(versionOf(b), versionOf(a)) || a.length - b.length)
    .map((name) => join(directory, name))
}

interface Facts {
  implementation: string
  version: string
  release: string
  executable: string
  finished: boolean
  freeThreaded: boolean
  debug: boolean
  suffix: string
  machine: string
  missing: string | null
}

// Runs on every Python from 2.7 on. Debian's pyconfig.h stands for the one of the architecture, which is elsewhere.
const PROBE = `import json, os, platform, sys, sysconfig
facts = {
    "implementation": platform.python_implementation(),
    "version": "%d.%d" % sys.version_info[:2],
    "release": platform.python_version(),
    "executable": sys.executable,
    "finished": sys.version_info[3] in ("candidate", "final"),
}
if facts["implementation"] == "CPython":
    get = sysconfig.get_config_var
    include = sysconfig.get_path("include")
    config = sysconfig.get_config_h_filename()
    needed = [os.path.join(include, "Python.h"), config]
    own = "%s/%s/pyconfig.h" % (get("MULTIARCH"), os.path.basename(include))
    if os.path.exists(config) and own in open(config).read():
        needed.append(os.path.join(os.path.dirname(include), own))
    facts.update({
        "freeThreaded": bool(get("Py_GIL_DISABLED")),
        "debug": bool(get("Py_DEBUG")),
        "suffix": get("EXT_SUFFIX") or get("SO"),
        "machine": platform.machine() if sys.maxsize > 2**32 else "a 32-bit machine",
        "missing": ([path for path in needed if not os.path.exists(path)] + [None])[0],
    })
print(json.dumps(facts))`

/** Runs an interpreter to see what it is; undefined where it is a shim that stands for nothing. */
async function probe(
  path: string,
  python: string | undefined,
  wanted: readonly string[],
): Promise<Interpreter | undefined> {
  // Not in the working directory, whose json.py would be imported in place of Python's own.
  const outcome = await execute(path, ['-E', '-s', '-B', '-c', PROBE], { cwd: '/' })
  if (outcome.exitCode !== 0) {
    // pyenv has shims for all versions together, and refuses those that are not active.
    if (python === undefined || basename(dirname(path)) === 'shims') return undefined
    const why = tail(outcome, 1)[0] ?? `exit code ${outcome.exitCode}`
    return { python, path, problem: `does not run: ${why}` }
  }
  const facts = JSON.parse(tail({ ...outcome, stderr: '' }, 1)[0] ?? '{}') as Facts
  const found = { python: facts.version, path: facts.executable || path }
  const problem = problemOf(facts, wanted)
  if (problem !== undefined) return { ...found, problem }
  if (facts.missing === null) return found
  return {
    ...found,
    problem:
      `has no headers: ${facts.missing} does not exist ` +
      `(Debian and Ubuntu have them in python${facts.version}-dev)`,
    lacksHeaders: true,
  }
}

function problemOf(facts: Facts, wanted: readonly string[]): string | undefined {
  const { implementation, version, release, executable } = facts
  if (implementation !== 'CPython') return `is ${implementation} ${version}, not CPython`
  if (!wanted.includes(version)) return `is Python ${version}`
  if (facts.freeThreaded) return 'is free-threaded, as no Python of Lambda is'
  if (facts.debug) return 'is a debug build'
  const architecture = thisArchitecture()
  if (facts.machine !== MACHINES[architecture]) {
    return `is for ${facts.machine}, not for ${MACHINES[architecture]}`
  }
  const module = moduleFileName(version, architecture)
  if (`_psycopg${facts.suffix}` !== module) {
    return `would call the module _psycopg${facts.suffix}, where Lambda looks for ${module}`
  }
  // Lambda's previews are built with Lambda's own.
  if (!facts.finished && !executable.startsWith('/var/lang/')) {
    return `is the pre-release ${release}, whose headers need not be those of ${version}`
  }
  return undefined
}
