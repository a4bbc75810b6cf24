import { type Catalog, today } from '../catalog/catalog.js'
import { type BuildPlan, planBuilds } from '../catalog/plan.js'
import { isWord, type Target, targetsOf, type Wanted } from '../catalog/targets.js'
import { type System, thisSystem } from '../machine/interpreter-places.js'
import { searchInterpreter } from '../machine/interpreters.js'
import { noInterpreter } from '../machine/no-interpreter.js'
import type { BuildRequest } from '../recipe/build-request.js'
import { imagesOf, mayStandIn } from '../recipe/choose-engine.js'
import type { Log } from '../report/log.js'
import type { ContainerEngine, Engine } from '../sandbox/engine.js'
import { ensureImage, ImageUnavailableError } from '../sandbox/images.js'

/** For sentences: `a, b and c`. */
const AND = new Intl.ListFormat('en-GB')

/** Says which of the Pythons that a word stands for are not made, because Lambda never had them. */
export function tellNever(wanted: Wanted, catalog: Catalog, log: Log): void {
  const { never } = targetsOf(wanted, catalog, today())
  if (never.length === 0) return
  const words = AND.format(wanted.pythons.filter(isWord))
  log.info(`${words} leaves out what AWS Lambda never had: ${AND.format(never.map(title))}`)
}

/** What decides whether a Python can be had. */
interface Circumstances {
  request: BuildRequest
  engine: Engine
  catalog: Catalog
  /** Whether what cannot be had may be left out. */
  fallBack: boolean
  log: Log
  system?: System
}

/**
 * A request whose words stand for no more than what can be had, and the engine that it is to be built with: an image
 * that is neither present nor can be pulled, or without containers a Python that this machine does not have, is left
 * out with a warning. Where nothing may be left out, an image that is missing ends the build, and a Python is missed
 * here, before anything is compiled. What was named is never left out.
 *
 * @throws {ImageUnavailableError} when none of the images can be had
 * @throws {BuildError} when this machine has none of the Pythons, or not all where all are needed
 */
export async function leaveOutMissing(
  wanted: Circumstances,
): Promise<Pick<Circumstances, 'request' | 'engine'>> {
  const { request, engine, catalog, log } = wanted
  if (!request.pythons.some(isWord)) return { request, engine }
  const plans = planBuilds(request, catalog)
  const meant = plans.filter(({ python }) => !request.pythons.includes(python))
  return log.group('Pythons', async () => {
    const missing = engine === 'none' ? undefined : await withoutImages(engine, wanted, meant)
    if (missing !== undefined) return { request: { ...request, leftOut: missing }, engine }
    const leftOut = await withoutInterpreters(wanted, plans)
    return { request: { ...request, leftOut }, engine: 'none' }
  })
}

/**
 * What of the plans has no images; undefined where that is all of them, and this machine may stand in.
 *
 * @throws {ImageUnavailableError} when that is all of them, and it may not
 */
async function withoutImages(
  engine: ContainerEngine,
  { request, fallBack, log }: Circumstances,
  plans: readonly BuildPlan[],
): Promise<Target[] | undefined> {
  if (!fallBack) return []
  const missing: { plan: BuildPlan; error: ImageUnavailableError }[] = []
  for (const plan of plans) {
    try {
      for (const image of imagesOf(request, plan)) await ensureImage({ ...image, engine, log })
    } catch (error) {
      if (!(error instanceof ImageUnavailableError)) throw error
      missing.push({ plan, error })
    }
  }
  const [first] = missing
  if (first !== undefined && missing.length === plans.length) {
    if (request.engine !== 'auto' || !mayStandIn(plans)) throw first.error
    log.warning(first.error.message)
    return undefined
  }
  for (const { plan, error } of missing) log.warning(`${title(plan)} is left out. ${error.message}`)
  return missing.map(({ plan }) => targetOf(plan))
}

/**
 * What of the plans this machine has no interpreter for.
 *
 * @throws {BuildError} when that is all, or something that may not be left out
 */
async function withoutInterpreters(
  { request, fallBack, log, system = thisSystem() }: Circumstances,
  plans: readonly BuildPlan[],
): Promise<Target[]> {
  const pythons = [...new Set(plans.map(({ python }) => python))]
  const searches = await Promise.all(
    pythons.map(async (python) => ({ python, ...(await searchInterpreter([python], system)) })),
  )
  const missing = searches.filter(({ found }) => found === undefined).map(({ python }) => python)
  if (missing.length === 0) return []
  const good = new Set(searches.map(({ found }) => found?.path))
  const met = new Map(searches.flatMap(({ unusable }) => unusable).map((one) => [one.path, one]))
  const unusable = [...met.values()].filter(({ path }) => !good.has(path))
  const needed = fallBack ? missing.filter((python) => request.pythons.includes(python)) : missing
  if (needed.length > 0) throw await noInterpreter(needed, unusable, system)
  const error = await noInterpreter(missing, unusable, system)
  if (missing.length === pythons.length) throw error
  log.warning(`Python ${AND.format(missing)} is left out. ${error.message}`)
  return plans.filter(({ python }) => missing.includes(python)).map(targetOf)
}

function title({ python, architecture }: Target): string {
  return `Python ${python} on ${architecture}`
}

function targetOf({ python, architecture }: Target): Target {
  return { python, architecture }
}
