import type { BuildPlan } from '../catalog/plan.js'
import { searchInterpreter, thisSystem } from '../machine/interpreters.js'
import { noInterpreter } from '../machine/no-interpreter.js'
import { BuildError } from '../report/errors.js'
import type { ImageInput } from './images.js'
import type { Sandbox } from './sandbox.js'

/**
 * The path of the plan's Python inside a container.
 *
 * @param input the input that names the image, for the error
 * @throws {BuildError} when the image has none
 */
export async function findPythonInside(
  sandbox: Sandbox,
  plan: BuildPlan,
  image: string,
  input: ImageInput,
): Promise<string> {
  const expected = `${plan.runtime.prefix}/bin/python${plan.python}`
  const outcome = await sandbox.execute({
    title: 'find Python',
    argv: ['/bin/sh', '-c', 'command -v "$0" || command -v "$1"', expected, `python${plan.python}`],
    env: {},
  })
  const path = outcome.stdout.trim()
  if (outcome.exitCode === 0 && path !== '') return path
  throw new BuildError(
    `${input}: the image ${image} has no Python ${plan.python}: neither ${expected} nor python${plan.python} on its PATH`,
    `Use the default image, or one that is made for Lambda's Python ${plan.python}.`,
  )
}

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
