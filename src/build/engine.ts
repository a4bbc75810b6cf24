import type { BuildPlan } from '../catalog/plan.js'
import { platformOf } from '../container/argv.js'
import { Container } from '../container/container.js'
import { type ContainerEngine, chooseEngine, type Engine } from '../container/engine.js'
import { ensureImage, type Image, ImageUnavailableError } from '../container/images.js'
import { RUNNERS, thisArchitecture } from '../container/machine.js'
import type { BuildRequest } from '../inputs/build.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'

/**
 * The engine to build with, its images being present and able to run: what is missing is found before minutes are
 * spent.
 *
 * @param fallBack whether `auto` may use this machine itself when an image cannot be had. A workflow must not: its
 *   release would silently come from another compiler because a registry had a bad minute.
 * @throws {BuildError} when no engine or image can be had, or this machine cannot run the architecture
 */
export async function chooseBuildEngine(
  request: BuildRequest,
  plans: readonly BuildPlan[],
  runId: string,
  fallBack: boolean,
  log: Log,
): Promise<Engine> {
  const engine = await log.group('Container engine', async () => {
    const chosen = await chooseEngine(request.engine, log)
    if (chosen === 'none') return chosen
    try {
      await provideImages(chosen, request, plans, runId, log)
    } catch (error) {
      if (!fallBack || request.engine !== 'auto' || !(error instanceof ImageUnavailableError)) throw error
      log.warning(error.message)
      return 'none'
    }
    // Not what is compiled with, so no reason to compile elsewhere. It runs on this machine's own processor.
    if (request.verify === 'connect') {
      await ensureImage(chosen, request.serverImage, thisArchitecture(), 'server-image', log)
    }
    return chosen
  })
  if (engine === 'none') {
    for (const plan of plans) insistOnThisMachine(plan)
    log.warning(
      'No container: this machine stands in for the Lambda image. Its compiler and Python are used, and the audit ' +
        'decides whether the result fits Lambda.',
    )
  }
  return engine
}

async function provideImages(
  engine: ContainerEngine,
  request: BuildRequest,
  plans: readonly BuildPlan[],
  runId: string,
  log: Log,
): Promise<void> {
  let tried = request.architecture === thisArchitecture()
  for (const plan of plans) {
    // The smaller image first: where its architecture cannot run, the others need not be pulled.
    const images = [
      ...(request.verify === 'none' ? [] : [['runtime-image', plan.runtimeImage] as const]),
      ['build-image', plan.buildImage] as const,
    ]
    for (const [input, name] of images) {
      const image = await ensureImage(engine, name, plan.architecture, input, log)
      if (!tried) await tryForeign(engine, image, plan, runId, log)
      tried = true
    }
  }
}

/** Runs a shell of an image that is for another architecture than this machine's: it works by emulation or not at all. */
async function tryForeign(
  engine: ContainerEngine,
  image: Image,
  { architecture }: BuildPlan,
  runId: string,
  log: Log,
): Promise<void> {
  const container = await Container.start(engine, image, architecture, runId)
  await container.remove()
  log.notice(
    `${platformOf(architecture)} runs here, but is not this machine's own: where it is emulated, everything takes ` +
      `several times longer than on a machine of that architecture (runs-on: ${RUNNERS[architecture]})`,
  )
}

function insistOnThisMachine({ architecture }: BuildPlan): void {
  const machine = thisArchitecture()
  if (process.platform === 'linux' && architecture === machine) return
  throw new BuildError(
    `container-engine none builds for this machine, ${process.platform} on ${machine}, not for ${architecture}`,
    `Run the job on a machine of that architecture (runs-on: ${RUNNERS[architecture]}), or use a container engine ` +
      `that can run ${platformOf(architecture)}.`,
  )
}
