import { RUNNERS } from '../catalog/architecture.js'
import { isLike, thisArchitecture } from '../machine/this-machine.js'
import { platformOf } from '../sandbox/argv.js'
import { Container, NoEmulationError } from '../sandbox/container.js'
import { ensureImage } from '../sandbox/images.js'
import type { Candidate, Context } from './types.js'

/**
 * Why nothing for a candidate's architecture can be tried on this machine, and what to do; undefined where it can. Only
 * for another architecture than this machine's is it tried out, by an image of it.
 *
 * @throws {BuildError} when that image cannot be had, or does not start for another reason
 */
export async function whyNotHere(
  { architecture, runtimeImage }: Pick<Candidate, 'architecture' | 'runtimeImage'>,
  { engine, runId, log }: Context,
): Promise<string | undefined> {
  const elsewhere = `use the action or the verb verify on a machine of that architecture (runs-on: ${RUNNERS[architecture]})`
  if (engine === 'none') {
    if (isLike(architecture, process)) return undefined
    return `without a container this machine (${process.platform} on ${process.arch}) runs nothing for ${architecture}: ${elsewhere}`
  }
  if (architecture === thisArchitecture()) return undefined
  const image = await ensureImage({ engine, name: runtimeImage, architecture, input: 'runtime-image', log })
  try {
    await (await Container.start({ engine, image, architecture, runId })).remove()
    return undefined
  } catch (error) {
    if (!(error instanceof NoEmulationError)) throw error
    return `${engine} cannot run ${platformOf(architecture)} here: ${elsewhere}, or install emulation first`
  }
}
