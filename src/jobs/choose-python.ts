import { type Catalog, isSupported, today as thisDay } from '../catalog/catalog.js'
import { planBuilds } from '../catalog/plan.js'
import type { Runtime, Source } from '../catalog/types.js'
import { compareVersions } from '../catalog/versions.js'
import { type System, thisSystem } from '../machine/interpreter-places.js'
import { searchInterpreter } from '../machine/interpreters.js'
import { noInterpreter } from '../machine/no-interpreter.js'
import type { BuildRequest } from '../recipe/build-request.js'
import { imagesOf, mayStandIn } from '../recipe/choose-engine.js'
import type { Log } from '../report/log.js'
import { platformOf } from '../sandbox/argv.js'
import type { ContainerEngine, Engine } from '../sandbox/engine.js'
import { ensureImage, findImage, ImageUnavailableError, type WantedImage } from '../sandbox/images.js'

/** For sentences: `a, b and c`. */
const AND = new Intl.ListFormat('en-GB')

/** What the choice depends on. */
interface Circumstances {
  request: BuildRequest
  /** What `findEngine` gave. */
  engine: Engine
  catalog: Catalog
  log: Log
  /** `YYYY-MM-DD` */
  today?: string
  system?: System
}

/**
 * A request that names no Python, with the one it is to be: the newest that AWS supports where a container engine
 * gets its images, otherwise the newest that this machine has; and the engine that it is to be built with.
 *
 * @throws {ImageUnavailableError} when the engine was named and gets no images
 * @throws {BuildError} when this machine has no interpreter to build with
 */
export async function choosePython({
  request,
  engine,
  catalog,
  log,
  today = thisDay(),
  system = thisSystem(),
}: Circumstances): Promise<Pick<Circumstances, 'request' | 'engine'>> {
  if (request.pythons.length > 0) return { request, engine }
  const runtimes = newestFirst(catalog.runtimes, today)
  const suitable = runtimes.filter((runtime) => suits(runtime, request, catalog))
  // Where none suits the rest of the request, the plan for the newest says why.
  if (suitable.length === 0) {
    return { request: { ...request, pythons: runtimes.slice(0, 1).map(({ python }) => python) }, engine }
  }
  const supported = suitable.filter((runtime) => isSupported(runtime, today))
  return log.group('Python', async () => {
    const candidates = supported.length > 0 ? supported : suitable
    const ofImages =
      engine === 'none' ? undefined : await chooseByImages({ engine, request, catalog, log }, candidates)
    const { runtime, where } = ofImages ?? (await chooseByInterpreters(suitable, system))
    const reasons = [
      ...(supported.includes(runtime) ? ['AWS supports'] : []),
      ...(request.psycopg2Version === 'default' ? [] : [`psycopg2 ${request.psycopg2Version} serves`]),
      ...(where === undefined ? [] : [where]),
    ]
    const message = `Python ${runtime.python}, the newest that ${AND.format(reasons) || 'there is'}`
    if (supported.includes(runtime)) log.notice(message)
    else log.warning(`${message}; AWS no longer supports it`)
    return {
      request: { ...request, pythons: [runtime.python] },
      engine: ofImages === undefined ? 'none' : engine,
    }
  })
}

/** Whether Lambda runs that Python on every architecture asked for, and the psycopg2 asked for serves it. */
function suits({ python, architectures }: Runtime, request: BuildRequest, { sources }: Catalog): boolean {
  const { psycopg2Version } = request
  const serves = ({ version, pythons }: Source) =>
    pythons?.includes(python) === true && (psycopg2Version === 'default' || psycopg2Version === version)
  return request.architectures.every((one) => architectures.includes(one)) && sources.some(serves)
}

/** The runtimes that AWS supports, then those that it did, each the newest first; no previews. */
function newestFirst(runtimes: readonly Runtime[], today: string): Runtime[] {
  const rank = (runtime: Runtime) => (isSupported(runtime, today) ? 0 : 1)
  return runtimes
    .filter(({ preview }) => !preview)
    .sort((a, b) => rank(a) - rank(b) || compareVersions(b.python, a.python))
}

interface Choice {
  runtime: Runtime
  /** What else it is the newest of: `this machine has`. */
  where?: string
}

/**
 * The first whose images can be had. When a registry does not give those of the very first, the others' must be
 * present: one that cannot be reached would make each of them wait.
 *
 * @throws {ImageUnavailableError} when there is none and the engine was named
 */
async function chooseByImages(
  { engine, request, catalog, log }: Circumstances & { engine: ContainerEngine },
  runtimes: readonly Runtime[],
): Promise<Choice | undefined> {
  const [first, ...others] = runtimes
  if (first === undefined) return undefined
  const plansFor = ({ python }: Runtime) => planBuilds({ ...request, pythons: [python] }, catalog)
  const images = (runtime: Runtime) =>
    plansFor(runtime).flatMap((plan) => imagesOf(request, plan).map((image) => ({ ...image, engine, log })))
  try {
    for (const image of images(first)) await ensureImage(image)
    return { runtime: first }
  } catch (error) {
    if (!(error instanceof ImageUnavailableError)) throw error
    for (const runtime of others) {
      const present = await Promise.all(images(runtime).map(isHere))
      if (present.includes(false)) continue
      log.warning(error.message)
      return { runtime, where: 'whose images are here' }
    }
    if (request.engine !== 'auto' || !mayStandIn(plansFor(first))) throw error
    log.warning(error.message)
    return undefined
  }
}

async function isHere({ engine, name, architecture }: WantedImage): Promise<boolean> {
  return (await findImage(engine, name))?.platform === platformOf(architecture)
}

/**
 * The first that this machine has an interpreter of.
 *
 * @throws {BuildError} when there is none
 */
async function chooseByInterpreters(runtimes: readonly Runtime[], system: System): Promise<Choice> {
  const pythons = runtimes.map(({ python }) => python)
  const { found, unusable } = await searchInterpreter(pythons, system)
  const runtime = runtimes.find(({ python }) => python === found?.python)
  if (runtime === undefined) throw await noInterpreter(pythons, unusable, system)
  return { runtime, where: `this machine has (${found?.path})` }
}
