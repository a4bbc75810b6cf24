import type { BuildPlan } from '../catalog/plan.js'
import { chooseEngine, type Engine } from '../container/engine.js'
import { thisArchitecture } from '../container/host.js'
import { ensureImage, ImageUnavailableError } from '../container/images.js'
import type { BuildRequest } from '../inputs/build.js'
import type { Log } from '../report/log.js'

/**
 * The engine to build with, its images being present: what is missing is found before minutes are spent.
 *
 * @param fallBack whether `auto` may use this machine itself when an image cannot be had. A workflow must not: its
 *   release would silently come from another compiler because a registry had a bad minute.
 */
export async function chooseBuildEngine(
  request: BuildRequest,
  plans: readonly BuildPlan[],
  fallBack: boolean,
  log: Log,
): Promise<Engine> {
  const engine = await log.group('Container engine', async () => {
    const chosen = await chooseEngine(request.engine, log)
    if (chosen === 'none') return chosen
    try {
      for (const plan of plans) {
        await ensureImage(chosen, plan.buildImage, plan.architecture, 'build-image', log)
        if (request.verify !== 'none') {
          await ensureImage(chosen, plan.runtimeImage, plan.architecture, 'runtime-image', log)
        }
      }
      if (request.verify === 'connect') {
        await ensureImage(chosen, request.serverImage, thisArchitecture(), 'server-image', log)
      }
      return chosen
    } catch (error) {
      if (!fallBack || request.engine !== 'auto' || !(error instanceof ImageUnavailableError)) throw error
      log.warning(error.message)
      return 'none'
    }
  })
  if (engine === 'none') {
    log.warning(
      'No container: this machine stands in for the Lambda image. Its compiler and Python are used, and the audit ' +
        'decides whether the result fits Lambda.',
    )
  }
  return engine
}
