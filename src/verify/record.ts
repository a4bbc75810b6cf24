import { type BuildPlan, versionsIn } from '../catalog/plan.js'
import type { Stage, Where } from './types.js'

/** What a record is made of. */
export interface Verified {
  plan: BuildPlan
  /** `size` in bytes, `sha256` in lower-case hex. */
  zip: { name: string; size: number; sha256: string }
  built: { where: Where; toolchain: string }
  /** What the zip has been through; nothing that did not run. */
  stages: readonly Stage[]
  /** Whether the runtime's ceiling of GLIBC was lifted: then this zip is not for Lambda. */
  forTestsOnly: boolean
}

const REASONS: Record<Stage['stage'], string> = {
  audit: 'the audit is part of every build',
  import: 'verify: none was asked for',
  connect: 'verify: connect was not asked for',
}

/**
 * The text of `…zip.verified.json`: which bytes were tried, where, against what and when, check by check. There is a
 * record only of what passed, because what fails is not written; a check that was skipped says why, and a stage that
 * did not run is listed as not run.
 */
export function verifiedJson({ plan, zip, built, stages, forTestsOnly }: Verified): string {
  const ran = new Set(stages.map(({ stage }) => stage))
  const names = Object.keys(REASONS) as Stage['stage'][]
  const value = {
    zip,
    python: plan.python,
    architecture: plan.architecture,
    versions: versionsIn(plan),
    built: { ...built.where, toolchain: built.toolchain },
    result: 'passed',
    ...(forTestsOnly ? { forTestsOnly } : {}),
    finished: stages.at(-1)?.finished,
    stages: stages.map(({ stage, where, server, ...rest }) => ({
      stage,
      ...where,
      ...(server === undefined ? {} : { server: { ...server.where, version: server.version } }),
      ...rest,
    })),
    notRun: names.filter((name) => !ran.has(name)).map((stage) => ({ stage, why: REASONS[stage] })),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
