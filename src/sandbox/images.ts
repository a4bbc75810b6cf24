import { type Architecture, RUNNERS } from '../catalog/architecture.js'
import { execute, lastLine } from '../machine/process.js'
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

  /** @param answered whether a registry said so, of this image alone: it may give others */
  constructor(
    message: string,
    hint: string,
    readonly answered: boolean,
  ) {
    super(message, hint)
  }
}

/** ECR Public lets anonymous users pull once a second and throttles bursts. */
const LIMITS: Limits = { attempts: 4, backoff: 2000, longestWait: 60_000, unsaidWait: 2000 }

/** Pulls, by engine, platform and name. */
const pulling = new UnderWay<string | undefined>()

// What another try does not change: a registry's answers, and that there is no way to it.
const ANSWERS =
  /manifest unknown|not found|repository does not exist|denied|unauthorized|no matching manifest/i
const NO_WAY =
  /no such host|name or service not known|temporary failure in name resolution|server misbehaving|network is unreachable|connection refused/i

/** The inputs that name images. */
export type ImageInput = 'build-image' | 'runtime-image' | 'server-image'

/** An image that is here. */
export interface Image {
  name: string
  /** The engine's identifier of its content. */
  id: string
}

/** An image that is to be here. */
export interface WantedImage {
  engine: ContainerEngine
  name: string
  architecture: Architecture
  /** The input that names the image, for the error. */
  input: ImageInput
  log: Log
  clock?: Clock
}

/**
 * Makes sure that an image is present and of the architecture asked for, pulling it if need be.
 *
 * @throws {ImageUnavailableError} when it is not present and cannot be pulled
 * @throws {BuildError} when it is of another architecture
 */
export async function ensureImage(wanted: WantedImage): Promise<Image> {
  const { engine, name, architecture, input } = wanted
  const platform = platformOf(architecture)
  let found = await findImage(engine, name)
  if (found?.platform !== platform) {
    // A tag without an architecture in its name may stand for another one's image here; a pull replaces it.
    const why = await pulling.join(`${engine} ${platform} ${name}`, () => pull(wanted, platform))
    if (why === undefined) found = await findImage(engine, name)
    else if (found === undefined) {
      throw new ImageUnavailableError(
        `${input}: the image ${name} is not present and cannot be pulled: ${why}`,
        `Pull or import it beforehand, name another with ${input} (a mirror, say), or use container-engine none to ` +
          'build with the compiler of this machine.',
        ANSWERS.test(why),
      )
    }
  }
  if (found?.platform === platform) return { name, id: found.id }
  throw new BuildError(
    `The image ${name} is for ${found?.platform ?? 'an unknown platform'}, not for ${platform} (${architecture})`,
    `Name an image for ${architecture}, and run the job on a machine of that architecture (runs-on: ${RUNNERS[architecture]}).`,
  )
}

/** An image that is present, and what it is for: `linux/amd64`. */
export async function findImage(
  engine: ContainerEngine,
  name: string,
): Promise<(Image & { platform: string }) | undefined> {
  const format = '{{.Id}} {{.Os}}/{{.Architecture}}'
  const outcome = await execute(engine, ['image', 'inspect', '--format', format, name])
  const [id, platform] = outcome.stdout.trim().split(' ')
  return outcome.exitCode === 0 && id && platform ? { name, id, platform } : undefined
}

/** Pulls an image; gives the engine's reason when that was in vain. */
async function pull(
  { engine, name, log, clock = systemClock }: WantedImage,
  platform: string,
): Promise<string | undefined> {
  const gaveUp = new Error('the pull was in vain')
  const patience = new Patience({ log, clock, limits: LIMITS, elsewhere: true }, () => gaveUp)
  for (;;) {
    log.info(`Pulling ${name} (${platform})`)
    const outcome = await execute(engine, ['pull', '--quiet', '--platform', platform, name])
    if (outcome.exitCode === 0) return undefined
    const why = lastLine(outcome)
    try {
      await patience.face({
        kind: 'lost',
        request: name,
        why,
        late: false,
        lasting: ANSWERS.test(why) || NO_WAY.test(why),
      })
    } catch (error) {
      if (error === gaveUp) return why
      throw error
    }
  }
}
