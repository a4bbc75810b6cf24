import type { Architecture } from '../catalog/architecture.js'
import type { BuildPlan } from '../catalog/plan.js'
import { initFunctionOf, moduleFileName } from '../catalog/python.js'
import type { LoadedBeside } from './library.js'

/** The system and the machine that are to load a shared object. */
export interface LoadingSystem {
  architecture: Architecture
  /** For messages, for example `Python 3.11 (Amazon Linux 2)`. */
  runtime: string
  /** The highest `GLIBC_x.y` that its C library has, as `x.y`. */
  glibc: string
  /** The version of its kernel, as `x.y.z`. */
  kernel: string
  /** The instruction sets of its processor, where that is an x86_64 one: see `neededInstructionSets`. */
  instructionSets: number
}

/** What the shared object must be loadable in. */
export interface AuditTarget extends LoadingSystem {
  /** The one function that Python looks up, see `initFunctionOf`; undefined for a library that is no module. */
  initFunction?: string | undefined
  /** What is loaded along; where it is not known, what it needs is taken to be there: see `presumedBeside`. */
  beside?: LoadedBeside | undefined
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

/** AVX2 is what AWS says that every x86_64 function has; that is x86-64-v3. */
const LAMBDAS_INSTRUCTION_SETS = 0b111
/** Of Amazon Linux 1 and 2, on which Lambda's oldest Pythons run. */
const OLDEST_KERNEL = '4.14.0'

/** What loads modules on Lambda. */
export function lambdaSystem({
  python,
  architecture,
  base,
}: Pick<BuildPlan, 'python' | 'architecture' | 'base'>): LoadingSystem {
  return {
    architecture,
    runtime: `Python ${python} (${base.title})`,
    glibc: base.glibc,
    kernel: OLDEST_KERNEL,
    instructionSets: LAMBDAS_INSTRUCTION_SETS,
  }
}

/** What the audit must hold a module against for a plan's runtime. `path` is the module's, for its name. */
export function auditTarget(
  plan: Pick<BuildPlan, 'python' | 'architecture' | 'base'>,
  path: string,
): AuditTarget {
  return {
    ...lambdaSystem(plan),
    initFunction: initFunctionOf(plan.python),
    fileName: {
      actual: path.slice(path.lastIndexOf('/') + 1),
      expected: moduleFileName(plan.python, plan.architecture),
    },
  }
}
