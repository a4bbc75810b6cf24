import { realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { placesOn, type System, thisSystem } from './interpreter-places.js'
import { noInterpreter } from './no-interpreter.js'
import { type Interpreter, probe } from './probe.js'

/**
 * The path of an interpreter of that version on this machine, with headers.
 *
 * @throws {BuildError} when there is none: says where was looked, what is there, and what gets one
 */
export async function findPythonHere(python: string, system = thisSystem()): Promise<string> {
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
