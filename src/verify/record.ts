import { z } from 'zod'
import { versionsIn } from '../catalog/plan.js'
import { ASKS, type Candidate, type Stage, type Tried, type Verification } from './types.js'

/** What a record is made of. */
export interface Verified extends Tried {
  of: Pick<Candidate, 'python' | 'architecture' | 'psycopg2' | 'postgresql' | 'openssl'>
  /** `size` in bytes, `sha256` in lower-case hex. */
  zip: { name: string; size: number; sha256: string }
  /** Where the zip was made, and with what; undefined for one that came without a record. */
  built: object | undefined
  /** The newest `GLIBC_x.y` that the module needs, as `x.y`; null where it needs none by version. */
  glibc: string | null
  /** How far it was to be verified. */
  verify: Verification
}

const NOT_ASKED: Record<Stage['stage'], string> = {
  audit: 'the audit is part of every build',
  import: 'verify: none was asked for',
  connect: 'verify: connect was not asked for',
}

/**
 * The content of `…zip.verified.json`: which bytes were tried, where, against what and when, check by check. There is a
 * record only of what passed, because what fails is not written; a check that was skipped says why, and a stage that
 * did not run is listed as not run, with whether it was asked for.
 */
export function recordOf({ of, zip, glibc, built, verify, stages, unable }: Verified): object {
  const ran = new Set(stages.map(({ stage }) => stage))
  const names = Object.keys(NOT_ASKED) as Stage['stage'][]
  return {
    zip,
    python: of.python,
    architecture: of.architecture,
    versions: versionsIn(of),
    glibc,
    ...(built === undefined ? {} : { built }),
    result: 'passed',
    finished: stages.at(-1)?.finished,
    stages: stages.map(({ stage, where, server, ...rest }) => ({
      stage,
      ...where,
      ...(server === undefined ? {} : { server: { ...server.where, version: server.version } }),
      ...rest,
    })),
    notRun: names
      .filter((name) => !ran.has(name))
      .map((stage) => {
        const asked = ASKS[verify].includes(stage)
        return { stage, asked, why: asked && unable !== undefined ? unable : NOT_ASKED[stage] }
      }),
  }
}

const earlierSchema = z.looseObject({
  zip: z.looseObject({ sha256: z.string() }),
  built: z.looseObject({}).optional(),
})

/** What a record's text says of where the zip was made; undefined where it is the record of other bytes, or none. */
export function builtIn(text: string, sha256: string): object | undefined {
  try {
    const { zip, built } = earlierSchema.parse(JSON.parse(text))
    return zip.sha256 === sha256 ? built : undefined
  } catch {
    return undefined
  }
}

/** The text of a record. */
export function recordText(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`
}
