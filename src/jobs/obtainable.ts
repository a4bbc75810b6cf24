import type { Catalog } from '../catalog/catalog.js'
import { type BuildPlan, type PlanRequest, planBuilds } from '../catalog/plan.js'
import { isSame } from '../catalog/targets.js'
import { PROJECTS, type Source } from '../catalog/types.js'
import { InputError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import type { CanBeHad } from '../sources/sources.js'

/**
 * Plans with the newest versions that can be had, where the user named none: for whoever tries this on the command line
 * behind a firewall. A version that every place says it does not have is left out, with a warning. What is
 * named stays, and where nothing can be had, so does everything: the search for it then says best what is missing.
 *
 * @param canBeHad asks the places of a version
 * @throws {InputError} as `planBuilds`
 */
export async function planObtainable(
  request: PlanRequest,
  catalog: Catalog,
  canBeHad: (source: Source) => Promise<CanBeHad>,
  log: Log,
): Promise<BuildPlan[]> {
  const wanted = planBuilds(request, catalog)
  const open = PROJECTS.filter((project) => request[`${project}Version`] === 'default')
  const answers = new Map<Source, CanBeHad>()
  const isGone = (source: Source) => answers.get(source) === 'no'
  for (;;) {
    const plans = planned(request, {
      ...catalog,
      sources: catalog.sources.filter((source) => !isGone(source)),
    })
    if (plans === undefined) return wanted
    const chosen = [...new Set(plans.flatMap((plan) => open.map((project) => plan[project])))]
    const unasked = chosen.filter((source) => !answers.has(source))
    await Promise.all(unasked.map(async (source) => answers.set(source, await canBeHad(source))))
    if (!chosen.some(isGone)) {
      for (const line of changes(wanted, plans)) log.warning(line)
      return plans
    }
  }
}

function planned(request: PlanRequest, catalog: Catalog): BuildPlan[] | undefined {
  try {
    return planBuilds(request, catalog)
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

/** One line for each version that another stands in for. */
function changes(wanted: readonly BuildPlan[], plans: readonly BuildPlan[]): Set<string> {
  const lines = plans.flatMap((plan) => {
    const before = wanted.find((other) => isSame(other, plan)) ?? plan
    return PROJECTS.filter((project) => plan[project].version !== before[project].version).map(
      (project) =>
        `${project} ${before[project].version} cannot be had from here, so ${plan[project].version} is used, the newest ` +
        'that can. Nothing older than the newest belongs in a release',
    )
  })
  return new Set(lines)
}
