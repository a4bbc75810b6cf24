import type { AuditTarget } from '../audit/target.js'
import type { BuildPlan } from '../catalog/plan.js'
import { initFunctionOf, moduleFileName } from '../catalog/python.js'

/** What the audit must hold a module against for a plan's runtime. `path` is the module's, for its name. */
export function auditTarget(plan: BuildPlan, path: string): AuditTarget {
  return {
    architecture: plan.architecture,
    runtime: `Python ${plan.python} (${plan.base.title})`,
    glibc: plan.base.glibc,
    initFunction: initFunctionOf(plan.python),
    fileName: {
      actual: path.slice(path.lastIndexOf('/') + 1),
      expected: moduleFileName(plan.python, plan.architecture),
    },
  }
}
