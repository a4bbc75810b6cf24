import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where everything of one run lies on this machine that is not a result: below the runner's temporary directory. */
export function scratchOf(runId: string): string {
  return join(process.env.RUNNER_TEMP || tmpdir(), `psycopg2-lambda-${runId}`)
}

/** A new directory of a run's own. */
export async function makeScratch(runId: string, prefix: string): Promise<string> {
  await mkdir(scratchOf(runId), { recursive: true })
  return mkdtemp(join(scratchOf(runId), `${prefix}-`))
}

/** Removes what a run left on this machine. */
export async function removeScratch(runId: string): Promise<void> {
  await rm(scratchOf(runId), { recursive: true, force: true, maxRetries: 3 })
}
