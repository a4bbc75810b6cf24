import type { Log } from '../report/log.js'
import { insist } from './outcome.js'
import { type RuntimeSandbox, runCheck } from './runtime-sandbox.js'
import { type Candidate, describeWhere, type Stage } from './types.js'

/**
 * Imports psycopg2 as Lambda would, and looks at what its libpq and OpenSSL say of themselves.
 *
 * @throws {BuildError} when the import or any check fails
 */
export async function verifyImport(runtime: RuntimeSandbox, plan: Candidate, log: Log): Promise<Stage> {
  const outcome = await runCheck(runtime, 'import_check.py', {
    EXPECT_PSYCOPG2: plan.psycopg2.version,
    EXPECT_LIBPQ: libpqVersionNumber(plan.postgresql.version),
    EXPECT_OPENSSL: plan.openssl.version,
  })
  const checks = insist(outcome, { plan, where: describeWhere(runtime.where) }, log)
  return { stage: 'import', where: runtime.where, finished: new Date().toISOString(), checks }
}

/** What `psycopg2.__libpq_version__` gives for a release of PostgreSQL 10 or later: `18.6` is `180006`. */
export function libpqVersionNumber(version: string): string {
  const [major = '0', minor = '0'] = version.split('.')
  return String(Number(major) * 10000 + Number(minor))
}
