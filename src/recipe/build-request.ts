import type { PlanRequest } from '../catalog/plan.js'
import type { Format } from '../package/formats.js'
import type { EngineChoice } from '../sandbox/engine.js'
import type { Verification } from '../verify/types.js'

/** A whole build, typed and checked as far as it can be without the catalog. */
export interface BuildRequest extends PlanRequest {
  verify: Verification
  /** PostgreSQL to connect to, for `verify: connect`; the catalog's, where there is none. */
  serverImage?: string | undefined
  engine: EngineChoice
  sourceDir?: string | undefined
  /** Checked, with a slash at its end. */
  sourceMirror?: URL | undefined
  lockFile?: string | undefined
  /** Beside the zip, which is always made. */
  formats: readonly Format[]
  /** One layer for all Pythons of one psycopg2 and architecture, in place of one each. */
  combineLayers: boolean
  /** The wheel's build tag. */
  buildNumber?: string | undefined
  cache: boolean
  /** Content hashes of the compiled OpenSSL and libpq that may be reused; none: every one. */
  dependenciesSha256: string[]
  /** Absolute. */
  outputDir: string
}
