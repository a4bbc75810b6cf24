import { loadCatalog } from '../src/catalog/catalog.js'
import { type BuildPlan, type PlanRequest, planBuilds } from '../src/catalog/plan.js'

/** A request for Python 3.13 on x86_64 in which nothing else was asked for. */
export const REQUEST: PlanRequest = {
  pythons: ['3.13'],
  architectures: ['x86_64'],
  toolchain: 'pinned',
  psycopg2Version: 'default',
  postgresqlVersion: 'default',
  opensslVersion: 'default',
}

/** The plan that the action's own catalog gives for one Python. */
export async function planFor(python: string, request: Partial<PlanRequest> = {}): Promise<BuildPlan> {
  const [plan] = planBuilds({ ...REQUEST, ...request, pythons: [python] }, await loadCatalog())
  if (plan === undefined) throw new Error(`no plan for Python ${python}`)
  return plan
}
