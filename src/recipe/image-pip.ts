import type { BuildPlan } from '../catalog/plan.js'
import type { Log } from '../report/log.js'
import { Container } from '../sandbox/container.js'
import type { Engine } from '../sandbox/engine.js'
import { findPythonInside } from '../sandbox/find-python.js'
import { ensureImage } from '../sandbox/images.js'

/** Whose pip is asked, and in which run. */
interface Asking {
  plan: BuildPlan
  runId: string
  log: Log
}

/**
 * Asks the pip of a plan's build image about itself, in a container without a network, once the engine is known; it has
 * no answer where there is no container.
 */
export function imagePip(engine: Promise<Engine>, { plan, runId, log }: Asking) {
  return async (...argv: string[]): Promise<string | undefined> => {
    const chosen = await engine
    if (chosen === 'none') return undefined
    const { architecture, buildImage } = plan
    const image = await ensureImage({
      engine: chosen,
      name: buildImage,
      architecture,
      input: 'build-image',
      log,
    })
    const container = await Container.start({ engine: chosen, image, architecture, runId })
    try {
      const python = await findPythonInside(container, plan, 'build-image')
      const command = [python, '-m', 'pip', '--disable-pip-version-check', ...argv]
      const outcome = await container.execute({ argv: command })
      return outcome.exitCode === 0 ? outcome.stdout : undefined
    } finally {
      await container.remove()
    }
  }
}
