import type { Catalog } from '../catalog/catalog.js'
import { type BuildPlan, type PlanRequest, planBuilds } from '../catalog/plan.js'
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
  const asked = new Map<Source, Promise<boolean>>()
  const isGone = (source: Source) => {
    const answer = asked.get(source) ?? canBeHad(source).then((it) => it === 'no')
    asked.set(source, answer)
    return answer
  }
  const open = PROJECTS.filter((project) => request[`${project}Version`] === 'default')
  let sources = catalog.sources
  for (;;) {
    const plans = planned(request, { ...catalog, sources })
    if (plans === undefined) return wanted
    const chosen = [...new Set(plans.flatMap((plan) => open.map((project) => plan[project])))]
    const gone = await Promise.all(chosen.map(isGone))
    if (!gone.includes(true)) {
      for (const line of changes(wanted, plans)) log.warning(line)
      return plans
    }
    sources = sources.filter((source) => !chosen.some((it, index) => it === source && gone[index]))
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
  const lines = wanted.flatMap((before, index) =>
    PROJECTS.flatMap((project) => {
      const newest = before[project].version
      const version = plans[index]?.[project].version
      return version === newest
        ? []
        : [
            `${project} ${newest} cannot be had from here, so ${version} is used, the newest that can. ` +
              'Nothing older than the newest belongs in a release',
          ]
    }),
  )
  return new Set(lines)
}
