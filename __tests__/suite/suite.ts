import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ClientRequest, openClient } from './handler.js'
import leftOut from './left-out.json' with { type: 'json' }

/**
 * The tests of psycopg2's own that fail by design or by a fault of theirs, with reasons, are in the JSON file; all
 * others must pass.
 *
 * test_pgconn_ptr is not among them: it hands a connection to a shared libpq where there is one, and fails where that
 * is another than the module's own. Lambda's images have none.
 *
 * @param psycopg2 the version whose tests they are
 */
export function expectedFailures(psycopg2: string): string[] {
  const rows: { tests: string[]; psycopg2?: string[] }[] = leftOut
  return rows.filter((row) => row.psycopg2?.includes(psycopg2) ?? true).flatMap(({ tests }) => tests)
}

/** How psycopg2's own tests went. Tests are named `tests.test_types_basic.ByteaParserTest.test_null`. */
export interface SuiteResult {
  /** The directory of the package that was tested. */
  package: string
  psycopg2: string
  /** `180006` for 18.6. */
  libpq: number
  /** The protocol of a connection, as the server sees it. */
  tls: string
  /** How many tests there were, with those that skipped themselves. */
  run: number
  /** Each with its reason. */
  skipped: Record<string, string>
  /** Each with the last line of its traceback. */
  failed: Record<string, string>
  seconds: number
}

/** What psycopg2's own tests are run with. */
export interface SuiteRequest extends ClientRequest {
  /** Path of the tarball that the zip was built from. */
  tarball: string
}

/**
 * Runs psycopg2's own tests in a runtime image, against a zip's package and a real server over TLS. The server may
 * be one that others use, too: the tests have a database of their own.
 *
 * @throws when they did not get to their end
 */
export async function runSuite({ tarball, ...request }: SuiteRequest): Promise<SuiteResult> {
  const client = await openClient(request)
  try {
    const env = {
      PSYCOPG2_TESTDB: `suite_${randomBytes(4).toString('hex')}`,
      PGHOST: 'localhost',
      PGPORT: String(request.server.port),
      PGUSER: 'postgres',
      PGPASSWORD: request.server.password,
      PGSSLMODE: 'require',
      // No handler can read its home directory, where libpq would look for one.
      PGSSLCERTMODE: 'disable',
    }
    const input = readFileSync(tarball)
    const program = join(import.meta.dirname, 'run_suite.py')
    const { exitCode, stdout, stderr } = await client.run(program, { env, input, limit: 600 })
    if (exitCode !== 0) throw new Error(`exit code ${exitCode}: ${stderr.slice(-2000)}`)
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  } finally {
    await client.remove()
  }
}
