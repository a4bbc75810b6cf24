import { readPlanRequest } from '../../inputs/build-inputs.js'
import { PLAN_INPUTS } from '../../inputs/input-names.js'
import { pathOf } from '../../inputs/values.js'
import { matrixRow, plan } from '../../jobs/plan-job.js'
import type { Verb } from './verb.js'

/** `plan`: says what would be built. */
export const planVerb: Verb = {
  flags: PLAN_INPUTS,
  switches: { matrix: 'print a strategy.matrix for a workflow instead' },
  async run({ get, has, out, log }) {
    const plans = await plan({
      request: readPlanRequest(get, { python: 'optional' }),
      lockFile: pathOf(get, 'lock-file'),
      everyArchitecture: has('matrix') && get('architecture') === undefined,
      log,
    })
    const json = has('matrix')
      ? JSON.stringify({ include: plans.map(matrixRow) })
      : JSON.stringify(plans, null, 2)
    out(`${json}\n`)
    return 0
  },
}
