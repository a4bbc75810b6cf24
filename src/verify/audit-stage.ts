import type { Check, Stage, Where } from './types.js'

/** What the audit says of a module that passed. */
interface Passed {
  /** The rules that were checked. */
  checked: readonly string[]
  highestGlibc: string | null
}

/** The audit as a stage of the record. @param ceiling the runtime's glibc */
export function auditStage({ checked, highestGlibc }: Passed, ceiling: string, where: Where): Stage {
  const checks = checked.map(
    (name): Check => ({
      name,
      result: 'passed',
      detail: name === 'glibc' ? `highest GLIBC ${highestGlibc ?? 'none'} of at most ${ceiling}` : 'kept',
    }),
  )
  return { stage: 'audit', where, finished: new Date().toISOString(), checks }
}
