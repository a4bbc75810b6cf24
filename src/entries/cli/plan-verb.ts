import { ARCHITECTURES, RUNNERS } from '../../catalog/architecture.js'
import { type Catalog, isSupported, loadCatalog } from '../../catalog/catalog.js'
import { type BuildPlan, planBuilds } from '../../catalog/plan.js'
import type { Runtime } from '../../catalog/types.js'
import { readPlanRequest } from '../../inputs/build-inputs.js'
import { pathOf } from '../../inputs/values.js'
import { getterOf, type Verb } from './verb.js'

/** `plan`: says what would be built. */
export const planVerb: Verb = {
  title: 'Prints what would be built, as JSON.',
  flags: {
    'python-version': 'Pythons, separated by commas (default: all that AWS still supports)',
    architecture: "x86_64 or arm64 (default: this machine's; with --matrix: both)",
    'psycopg2-version': 'default: the newest that serves the Python',
    'postgresql-version': 'version of libpq (default: the newest)',
    'openssl-version': 'default: the newest with long-term support',
    'build-image': 'image to compile in',
    'runtime-image': 'image to try the zip in',
    'lock-file': 'a lock of your own, added to the built-in one',
  },
  switches: { matrix: 'print a strategy.matrix for a workflow instead' },
  async run({ values, out }) {
    const get = getterOf(values)
    const catalog = await loadCatalog(pathOf(get, 'lock-file'))
    const request = readPlanRequest(get, supported(catalog))
    if (values.matrix === true) {
      const architectures = get('architecture') === undefined ? ARCHITECTURES : [request.architecture]
      const plans = request.pythons.flatMap((python) =>
        architectures
          .filter(
            (architecture) => architectures.length === 1 || hasArchitecture(catalog, python, architecture),
          )
          .flatMap((architecture) => planBuilds({ ...request, pythons: [python], architecture }, catalog)),
      )
      out(`${JSON.stringify({ include: plans.map(matrixRow) })}\n`)
    } else {
      out(`${JSON.stringify(planBuilds(request, catalog), null, 2)}\n`)
    }
    return 0
  },
}

function supported(catalog: Catalog): string[] {
  const today = new Date().toISOString().slice(0, 10)
  return catalog.runtimes.filter((runtime) => isSupported(runtime, today)).map((runtime) => runtime.python)
}

/** Pythons that never ran on arm64 get one row; unknown ones go on, to be refused by name. */
function hasArchitecture(
  catalog: Catalog,
  python: string,
  architecture: Runtime['architectures'][number],
): boolean {
  const runtime = catalog.runtimes.find((row) => row.python === python)
  return runtime === undefined || runtime.architectures.includes(architecture)
}

function matrixRow(plan: BuildPlan): Record<string, string> {
  return {
    'python-version': plan.python,
    architecture: plan.architecture,
    'runs-on': RUNNERS[plan.architecture],
    'psycopg2-version': plan.psycopg2.version,
  }
}
