import { RUNNERS } from '../catalog/architecture.js'
import { isSupported, loadCatalog } from '../catalog/catalog.js'
import { type BuildPlan, type PlanRequest, planBuilds } from '../catalog/plan.js'

/** What is to be planned. */
export interface PlanJob {
  /** Without a Python, all that AWS supports are meant. */
  request: PlanRequest
  lockFile: string | undefined
  /** Whether each Python is planned for all the architectures that Lambda has it on, rather than the request's. */
  everyArchitecture: boolean
}

/** Plans without building anything. @throws {InputError} as `loadCatalog` and `planBuilds` */
export async function plan({ request, lockFile, everyArchitecture }: PlanJob): Promise<BuildPlan[]> {
  const catalog = await loadCatalog(lockFile)
  const today = new Date().toISOString().slice(0, 10)
  const supported = catalog.runtimes.filter((runtime) => isSupported(runtime, today))
  const pythons = request.pythons.length > 0 ? request.pythons : supported.map(({ python }) => python)
  return pythons.flatMap((python) => {
    const runtime = everyArchitecture ? catalog.runtimes.find((row) => row.python === python) : undefined
    const { architectures } = runtime ?? request
    return planBuilds({ ...request, pythons: [python], architectures }, catalog)
  })
}

/** A plan's row in the `strategy.matrix` of a workflow. */
export function matrixRow({ python, architecture, psycopg2 }: BuildPlan): Record<string, string> {
  return {
    'python-version': python,
    architecture,
    'runs-on': RUNNERS[architecture],
    'psycopg2-version': psycopg2.version,
  }
}
