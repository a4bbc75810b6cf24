import { RUNNERS } from '../catalog/architecture.js'
import { loadCatalog, today } from '../catalog/catalog.js'
import { type BuildPlan, type PlanRequest, planBuilds } from '../catalog/plan.js'
import { pythonsOf } from '../catalog/targets.js'
import { choiceOf } from '../catalog/toolchain.js'
import type { Log } from '../report/log.js'
import { tellNever } from './left-out.js'

/** What is to be planned. */
export interface PlanJob {
  /** Without a Python, all that AWS supports are meant. */
  request: PlanRequest
  lockFile: string | undefined
  /** Whether each Python is planned for all the architectures that Lambda has it on, rather than the request's. */
  everyArchitecture: boolean
  log: Log
}

/** Plans without building anything. @throws {InputError} as `loadCatalog` and `planBuilds` */
export async function plan({ lockFile, everyArchitecture, log, ...job }: PlanJob): Promise<BuildPlan[]> {
  const catalog = await loadCatalog(lockFile)
  const { pythons } = job.request
  const request = { ...job.request, pythons: pythons.length > 0 ? pythons : ['supported'] }
  if (!everyArchitecture) {
    tellNever(request, catalog, log)
    return planBuilds(request, catalog)
  }
  return pythonsOf(request.pythons, catalog, today()).flatMap((python) => {
    const { architectures } = catalog.runtimes.find((row) => row.python === python) ?? request
    return planBuilds({ ...request, pythons: [python], architectures }, catalog)
  })
}

/**
 * A plan's row in the `strategy.matrix` of a workflow. The lock's compiler makes every architecture on any machine; an
 * image's own only runs on the image's.
 */
export function matrixRow(plan: BuildPlan): Record<string, string> {
  const { python, architecture, psycopg2 } = plan
  const toolchain = choiceOf(plan)
  return {
    'python-version': python,
    architecture,
    toolchain,
    'runs-on': RUNNERS[toolchain === 'pinned' ? 'x86_64' : architecture],
    'verify-on': RUNNERS[architecture],
    'psycopg2-version': psycopg2.version,
  }
}
