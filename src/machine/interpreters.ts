import { realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { placesOn, type System, thisSystem } from './interpreter-places.js'
import { noInterpreter } from './no-interpreter.js'
import { type Interpreter, probe } from './probe.js'

/** What was found on this machine: starting a version manager's shim takes as long as compiling a file. */
const known = new Map<string, Promise<string>>()

/**
 * The path of an interpreter of that version on this machine, with headers. What was found once is not looked for again.
 *
 * @throws {BuildError} when there is none: says where was looked, what is there, and what gets one
 */
export function findPythonHere(python: string): Promise<string> {
  const path = known.get(python) ?? findPythonOn(python, thisSystem())
  known.set(python, path)
  path.catch(() => known.delete(python))
  return path
}

/** The same of any system. @throws {BuildError} as `findPythonHere` */
export async function findPythonOn(python: string, system: System): Promise<string> {
  const { found, unusable } = await searchInterpreter([python], system)
  if (found !== undefined) return found.path
  throw await noInterpreter([python], unusable, system)
}

/**
 * Searches a system for an interpreter to build with: CPython of one of these versions, for this machine's
 * architecture, with headers. The first version that there is one of is taken.
 *
 * @param pythons versions, the best first
 */
export async function searchInterpreter(
  pythons: readonly string[],
  system: System,
): Promise<{
  found: Interpreter | undefined
  /** What was met on the way and cannot be used. */
  unusable: Interpreter[]
}> {
  const places = await placesOn(system)
  const general = places.filter((place) => place.general === true)
  const directoriesOf = (some: typeof places) => some.flatMap(({ directories }) => directories)
  const candidates = [
    ...pythons.flatMap((python) =>
      directoriesOf(places).flatMap((directory) =>
        namesOf(python).map((name) => ({ path: join(directory, name), python })),
      ),
    ),
    // One may have no other name than this, and what else there is belongs in the error.
    ...directoriesOf(general).map((directory) => ({ path: join(directory, 'python3'), python: undefined })),
  ]
  const seen = new Set<string>()
  const isNew = async (path: string) => {
    const real = await realpath(path).catch(() => undefined)
    if (real === undefined) return false
    // A link to a program that is no Python tells by the link's name what to run, as mise's shims do.
    const identity = basename(real).startsWith('python') ? real : path
    if (seen.has(identity)) return false
    seen.add(identity)
    return true
  }
  const unusable: Interpreter[] = []
  for (const { path, python } of candidates) {
    if (!(await isNew(path))) continue
    const interpreter = await probe(path, python, pythons)
    if (interpreter === undefined) continue
    // A shim of pyenv's runs one that was met before, or will be.
    if (interpreter.path !== path && !(await isNew(interpreter.path))) continue
    if (interpreter.problem === undefined) return { found: interpreter, unusable }
    unusable.push(interpreter)
  }
  return { found: undefined, unusable }
}

/** What an interpreter of that version is called; the last two, free-threaded and for debugging, for the error. */
function namesOf(python: string): string[] {
  return ['', 't', 'd'].map((kind) => `python${python}${kind}`)
}
