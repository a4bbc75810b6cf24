import type { BuildPlan } from '../catalog/plan.js'
import { BuildError } from '../report/errors.js'
import type { Sandbox } from './sandbox.js'

/**
 * The path of the plan's Python in a container of one of its images.
 *
 * @param input the input that names the image
 * @throws {BuildError} when the image has none
 */
export async function findPythonInside(
  container: Sandbox,
  plan: Pick<BuildPlan, 'python' | 'runtime' | 'buildImage' | 'runtimeImage'>,
  input: 'build-image' | 'runtime-image',
): Promise<string> {
  const image = input === 'build-image' ? plan.buildImage : plan.runtimeImage
  const expected = `${plan.runtime.prefix}/bin/python${plan.python}`
  const outcome = await container.execute({
    argv: ['/bin/sh', '-c', 'command -v "$0" || command -v "$1"', expected, `python${plan.python}`],
  })
  const path = outcome.stdout.trim()
  if (outcome.exitCode === 0 && path !== '') return path
  throw new BuildError(
    `${input}: the image ${image} has no Python ${plan.python}: neither ${expected} nor python${plan.python} on its PATH`,
    `Use the default image, or one that is made for Lambda's Python ${plan.python}.`,
  )
}
