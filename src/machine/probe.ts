import { basename, dirname } from 'node:path'
import { MACHINES } from '../catalog/architecture.js'
import { moduleFileName } from '../catalog/python.js'
import { execute, lastLine, tail } from './process.js'
import { thisArchitecture } from './this-machine.js'

/** An interpreter that this machine has. */
export interface Interpreter {
  /** `3.13`, or what its file name promises where it does not run. */
  python: string
  path: string
  /** Why nothing can be built with it; undefined where something can. */
  problem?: string | undefined
  /** Whether that is only for want of headers. */
  lacksHeaders?: boolean
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

/**
 * Runs an interpreter to see what it is; gives undefined where it is a shim that stands for nothing.
 *
 * @param python what its name promises, where it promises anything
 * @param wanted the versions that would do
 */
export async function probe(
  path: string,
  python: string | undefined,
  wanted: readonly string[],
): Promise<Interpreter | undefined> {
  // Not in the working directory, whose json.py would be imported in place of Python's own.
  const outcome = await execute(path, ['-E', '-s', '-B', '-c', PROBE], { cwd: '/' })
  if (outcome.exitCode !== 0) {
    // pyenv has shims for all versions together, and refuses those that are not active.
    if (python === undefined || basename(dirname(path)) === 'shims') return undefined
    return { python, path, problem: `does not run: ${lastLine(outcome)}` }
  }
  const facts = JSON.parse(tail({ ...outcome, stderr: '' }, 1)[0] ?? '{}') as Facts
  const found = { python: facts.version, path: facts.executable || path }
  const problem = problemOf(facts, wanted)
  if (problem !== undefined || facts.missing === null) return { ...found, problem }
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
