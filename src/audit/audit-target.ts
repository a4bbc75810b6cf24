import type { Architecture } from '../catalog/architecture.js'
import type { BuildPlan } from '../catalog/plan.js'
import { initFunctionOf, moduleFileName } from '../catalog/python.js'
import type { Library } from './library.js'

/** What the shared object must be loadable in. */
export interface AuditTarget {
  architecture: Architecture
  /** For messages, for example `Python 3.11 (Amazon Linux 2)`. */
  runtime: string
  /** The highest `GLIBC_x.y` that the runtime's C library has, as `x.y`. */
  glibc: string
  /** The one function that Python looks up, see `initFunctionOf`; undefined for a library that is no module. */
  initFunction?: string | undefined
  /** Whether a library that is loaded with it has a symbol; none is by default. */
  elsewhere?: ((symbol: string) => boolean) | undefined
  /** Everything that is loaded beside it, in the loader's order, where that is known as it is; `elsewhere` is not asked then. */
  libraries?: readonly Library[] | undefined
  /** The instruction sets of an x86_64 processor that runs it, see `neededInstructionSets`; Lambda's by default. */
  instructionSets?: number | undefined
  /** The version of the kernel that runs it, as `x.y.z`; the oldest of Lambda's by default. */
  kernel?: string | undefined
  /** The file's name without directories, and the one that Python looks for, see `moduleFileName`. */
  fileName?: { actual: string; expected: string } | undefined
  /** The OpenSSL that must be inside, for example `3.5.7`. */
  openssl?: string | undefined
  /** Whether a compiler made it that hardens what it makes, as the pinned one does: then that is asked for. */
  hardened?: boolean | undefined
  /** Paths of the build machine that must not be inside, beyond those that never may. */
  forbiddenPaths?: readonly string[] | undefined
  /** Largest size in bytes; 6 MB by default. */
  maxBytes?: number | undefined
}

/** What the audit must hold a module against for a plan's runtime. `path` is the module's, for its name. */
export function auditTarget(
  plan: Pick<BuildPlan, 'python' | 'architecture' | 'base'>,
  path: string,
): AuditTarget {
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
