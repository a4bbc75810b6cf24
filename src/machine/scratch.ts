import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { NamedDirectory } from './writable.js'

/** The runner's temporary directory, or the system's. */
export function temporary(): NamedDirectory {
  const system = tmpdir()
  const path = process.env.RUNNER_TEMP || system
  return { path: resolve(path), name: path === system ? 'TMPDIR' : 'RUNNER_TEMP' }
}

/**
 * The same where that can be compiled in, else the system's own: configure and make take their directory's name apart at
 * blanks, and have a meaning for quotes, colons and much else.
 */
export function temporaryToCompileIn(): NamedDirectory {
  const given = temporary()
  return /^[A-Za-z0-9_/.+-]+$/.test(given.path) ? given : { ...given, path: '/tmp' }
}

/** Where everything of one run lies on this machine that is not a result: below the runner's temporary directory. */
export function scratchOf(runId: string, { path } = temporary()): string {
  return join(path, `psycopg2-lambda-${runId}`)
}

/** A new directory of a run's own. */
export async function makeScratch(runId: string, prefix: string, place = temporary()): Promise<string> {
  const scratch = scratchOf(runId, place)
  await mkdir(scratch, { recursive: true })
  return mkdtemp(join(scratch, `${prefix}-`))
}

/**
 * Removes what a run left on this machine. Never throws: it runs in `finally`, and must not hide why the run failed,
 * which may be that the temporary directory is none.
 */
export async function removeScratch(runId: string): Promise<void> {
  for (const place of [temporary(), temporaryToCompileIn()]) {
    await rm(scratchOf(runId, place), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}
