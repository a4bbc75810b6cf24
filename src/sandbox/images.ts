import { type Architecture, RUNNERS } from '../catalog/architecture.js'
import { execute, tail } from '../machine/process.js'
import { type Clock, systemClock } from '../network/clock.js'
import { type Limits, Patience } from '../network/patience.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { platformOf } from './argv.js'
import type { ContainerEngine } from './engine.js'
import { UnderWay } from './under-way.js'

/** An image that is neither present nor can be pulled. */
export class ImageUnavailableError extends BuildError {
  override name = 'ImageUnavailableError'
}

/** ECR Public lets anonymous users pull once a second and throttles bursts. */
const LIMITS: Limits = { attempts: 4, backoff: 2000, longestWait: 60_000, unsaidWait: 2000 }

/** Pulls, by engine, platform and name. */
const pulling = new UnderWay<void>()

// Answers that another try does not change.
const FINAL =
  /no such host|name or service not known|temporary failure in name resolution|manifest unknown|not found|repository does not exist|denied|unauthorized|no matching manifest|server misbehaving|network is unreachable|connection refused/i

/** The inputs that name images. */
export type ImageInput = 'build-image' | 'runtime-image' | 'server-image'

/** An image that is here, of the right architecture. */
export interface Image {
  name: string
  /** The engine's identifier of its content. */
  id: string
}

/**
 * Makes sure that an image is present and of the architecture asked for, pulling it if need be.
 *
 * @param input the input that names the image, for the error
 * @throws {ImageUnavailableError} when it is not present and cannot be pulled
 * @throws {BuildError} when it is of another architecture
 */
export async function ensureImage(
  engine: ContainerEngine,
  name: string,
  architecture: Architecture,
  input: ImageInput,
  log: Log,
  clock: Clock = systemClock,
): Promise<Image> {
  const present = await inspect(engine, name)
  if (present?.platform === platformOf(architecture)) return { name, id: present.id }
  // A tag without an architecture in its name may stand for another one's image here; a pull replaces it.
  const why = await pulling
    .join(`${engine} ${architecture} ${name}`, () => pull(engine, name, architecture, log, clock))
    .catch((error: unknown) => {
      if (error instanceof NotPulled) return error.message
      throw error
    })
  if (why === undefined) {
    const pulled = await inspect(engine, name)
    if (pulled?.platform === platformOf(architecture)) return { name, id: pulled.id }
    throw wrongArchitecture(name, architecture, pulled?.platform)
  }
  if (present !== undefined) throw wrongArchitecture(name, architecture, present.platform)
  throw new ImageUnavailableError(
    `${input}: the image ${name} is not present and cannot be pulled: ${why}`,
    `Pull or import it beforehand, name another with ${input} (a mirror, say), or use container-engine none to ` +
      'build with the compiler of this machine.',
  )
}

/** Whether an image is present and of that architecture. */
export async function isPresent(
  engine: ContainerEngine,
  name: string,
  architecture: Architecture,
): Promise<boolean> {
  return (await inspect(engine, name))?.platform === platformOf(architecture)
}

/** An image that is present, whatever its architecture. */
export async function findImage(engine: ContainerEngine, name: string): Promise<Image | undefined> {
  const present = await inspect(engine, name)
  return present === undefined ? undefined : { name, id: present.id }
}

async function inspect(
  engine: ContainerEngine,
  name: string,
): Promise<{ id: string; platform: string } | undefined> {
  const format = '{{.Id}} {{.Os}}/{{.Architecture}}'
  const outcome = await execute(engine, ['image', 'inspect', '--format', format, name])
  const [id, platform] = outcome.stdout.trim().split(' ')
  return outcome.exitCode === 0 && id && platform ? { id, platform } : undefined
}

/** @throws {NotPulled} with the engine's reason */
async function pull(
  engine: ContainerEngine,
  name: string,
  architecture: Architecture,
  log: Log,
  clock: Clock,
): Promise<void> {
  const setting = { log, clock, limits: LIMITS, elsewhere: true }
  const patience = new Patience(
    setting,
    ({ trouble }) => new NotPulled(trouble?.kind === 'lost' ? trouble.why : ''),
  )
  for (;;) {
    log.info(`Pulling ${name} (${platformOf(architecture)})`)
    const outcome = await execute(engine, ['pull', '--quiet', '--platform', platformOf(architecture), name])
    if (outcome.exitCode === 0) return
    const why = tail(outcome, 1)[0] ?? `exit code ${outcome.exitCode}`
    await patience.face({ kind: 'lost', request: name, why, late: false, lasting: FINAL.test(why) })
  }
}

/** A pull in vain. */
class NotPulled extends Error {}

function wrongArchitecture(name: string, wanted: Architecture, found: string | undefined): BuildError {
  return new BuildError(
    `The image ${name} is for ${found ?? 'an unknown platform'}, not for ${platformOf(wanted)} (${wanted})`,
    `Name an image for ${wanted}, and run the job on a machine of that architecture (runs-on: ${RUNNERS[wanted]}).`,
  )
}
