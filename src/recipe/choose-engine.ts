import { ARCHITECTURES, type Architecture, RUNNERS } from '../catalog/architecture.js'
import type { BuildPlan } from '../catalog/plan.js'
import { temporary, temporaryToCompileIn } from '../machine/scratch.js'
import { isLike, type Machine, thisArchitecture } from '../machine/this-machine.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { platformOf } from '../sandbox/argv.js'
import { Container } from '../sandbox/container.js'
import { type ContainerEngine, chooseEngine, type Engine } from '../sandbox/engine.js'
import { ensureImage, ImageUnavailableError, type WantedImage } from '../sandbox/images.js'
import type { BuildRequest } from './build-request.js'
import { hostOf } from './toolchains.js'

/**
 * The engine to build with, as far as it can be told in a moment and without a network.
 *
 * @param machine this one
 * @throws {BuildError} when an engine that was named does not answer; when there is none, and this machine itself
 *   cannot build for every architecture
 */
export async function findEngine(
  { engine, architectures, toolchain }: Pick<BuildRequest, 'engine' | 'architectures' | 'toolchain'>,
  log: Log,
  machine: Machine = process,
): Promise<Engine> {
  const found = await log.group('Container engine', () => chooseEngine(engine, log))
  const architecture = architectures.find((one) => !isLike(one, machine))
  if (found !== 'none' || architecture === undefined) return found
  // The pinned compiler makes either on either.
  if (toolchain === 'pinned' && ARCHITECTURES.some((one) => isLike(one, machine))) return found
  const names: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macOS', win32: 'Windows' }
  const system = `${names[machine.platform] ?? machine.platform} on ${machine.arch}`
  const runner = `runs-on: ${RUNNERS[architecture]}`
  if (machine.platform !== 'linux') {
    throw new BuildError(
      `The build needs Linux (or Docker): this machine is ${system}, and ` +
        (engine === 'none' ? 'container-engine is none' : 'no container engine answers'),
      `Run the job on Linux (${runner}), or start Docker or Podman here with containers of Linux.`,
    )
  }
  throw new BuildError(
    `container-engine none with toolchain ${toolchain} builds for this machine, ${system}, not for ${architecture}`,
    `Use toolchain pinned, run the job on a machine of that architecture (${runner}), or use a container engine that ` +
      `can run ${platformOf(architecture)}.`,
  )
}

/** Whose images are needed. */
interface ImageRequest {
  engine: Engine
  request: Pick<BuildRequest, 'architectures' | 'engine' | 'verify' | 'toolchain'>
  plans: readonly BuildPlan[]
  log: Log
}

/** The same while the engine, which is what `findEngine` gave, may still become `none`. */
interface EngineRequest extends ImageRequest {
  runId: string
  /**
   * Whether `auto` may use this machine itself when an image cannot be had. A workflow must not: its release would
   * silently come from another compiler because a registry had a bad minute.
   */
  fallBack: boolean
}

/**
 * The engine to build with, the images of the first plan for each architecture being present and able to run. The others
 * can be pulled while something is compiled (`pullImages`), but not where a missing one changes the engine.
 *
 * @throws {BuildError} when no image can be had, or this machine cannot run one that is compiled in
 */
export async function chooseBuildEngine(wanted: EngineRequest): Promise<Engine> {
  const { request, plans, log } = wanted
  const mayFallBack = wanted.fallBack && request.engine === 'auto' && mayStandIn(plans)
  const withImages = async (engine: ContainerEngine) => {
    try {
      await provideImages(engine, { ...wanted, plans: mayFallBack ? plans : firstOfEach(plans, engine) })
      return engine
    } catch (error) {
      if (!mayFallBack || !(error instanceof ImageUnavailableError)) throw error
      log.warning(error.message)
      return 'none'
    }
  }
  const found = wanted.engine
  const engine = found === 'none' ? found : await log.group('Images', () => withImages(found))
  if (engine === 'none') {
    const [given, used] = [temporary(), temporaryToCompileIn()]
    if (used.path !== given.path) {
      log.notice(
        `${given.name} names ${given.path}, which configure and make cannot work in: compiling in ${used.path}`,
      )
    }
    const say = request.engine === 'none' ? log.notice : log.warning
    const parts = request.toolchain === 'pinned' ? 'Its Python is used' : 'Its compiler and Python are used'
    say(
      `No container: this machine stands in for the Lambda image. ${parts}, and the audit decides whether the result ` +
        'fits Lambda.',
    )
  }
  return engine
}

async function provideImages(
  engine: ContainerEngine,
  { request, plans, runId, log }: EngineRequest,
): Promise<void> {
  const tried = new Set([thisArchitecture()])
  for (const plan of plans) {
    const host = hostOf(plan, engine)
    for (const { input, name, architecture } of imagesOf(request, plan)) {
      const image = await ensureImage({ engine, name, architecture, input, log })
      if (input !== 'build-image' || architecture !== host || tried.has(host)) continue
      tried.add(host)
      // A shell of an image that is for another architecture works by emulation or not at all.
      await (await Container.start({ engine, image, architecture, runId })).remove()
      log.notice(
        `${platformOf(architecture)} runs here, but not natively: where it is emulated, compiling takes several times ` +
          `longer than on a machine of that architecture (runs-on: ${RUNNERS[architecture]})`,
      )
    }
  }
}

/** The first plan for each architecture, and each machine that it is compiled on. */
function firstOfEach(plans: readonly BuildPlan[], engine: Engine): BuildPlan[] {
  const kindOf = (plan: BuildPlan) => `${plan.architecture} on ${hostOf(plan, engine)}`
  return plans.filter((plan, position) => position === plans.findIndex((one) => kindOf(one) === kindOf(plan)))
}

/** Whether this machine itself, without a container, can build all of them. */
export function mayStandIn(plans: readonly BuildPlan[]): boolean {
  return plans.every((plan) => isLike(hostOf(plan, 'none'), process))
}

/** What is asked of an image. */
type ImageOf = Pick<WantedImage, 'input' | 'name' | 'architecture'>

/** A plan's images, the smallest first: what is compiled in, what headers are taken from, and what the zip is tried in. */
export function imagesOf(request: Pick<BuildRequest, 'verify'>, plan: BuildPlan): ImageOf[] {
  const { architecture, runtimeImage } = plan
  const hosts = new Set([hostOf(plan, 'docker'), architecture])
  return [
    ...(request.verify === 'none'
      ? []
      : [{ input: 'runtime-image', name: runtimeImage, architecture } as const]),
    ...[...hosts].map(
      (host) => ({ input: 'build-image', name: buildImageOn(host, plan), architecture: host }) as const,
    ),
  ]
}

/** The image that a plan is compiled in on a machine of that architecture. */
export function buildImageOn(host: Architecture, { buildImage, buildImages }: BuildPlan): string {
  return buildImages[host] ?? buildImage
}

/**
 * Pulls the plans' images that are not present, one after the other, until told to stop.
 *
 * @throws {ImageUnavailableError} for the first that cannot be had
 */
export async function pullImages(
  { engine, request, plans, log }: ImageRequest,
  signal: AbortSignal,
): Promise<void> {
  if (engine === 'none') return
  for (const plan of plans) {
    for (const image of imagesOf(request, plan)) {
      if (signal.aborted) return
      await ensureImage({ ...image, engine, log })
    }
  }
}
