import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives the tests a temporary directory of their own, which goes when they have ended, however they ended. */
export default function setup(): () => Promise<void> {
  const before = process.env.TMPDIR
  const directory = mkdtempSync(join(tmpdir(), 'psycopg2-lambda-tests-'))
  // Some tests work as another user, who must be able to pass through.
  chmodSync(directory, 0o711)
  // The workers and the programs they run inherit it.
  process.env.TMPDIR = directory
  return async () => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    // While this takes its time, vitest listens to its workers, and does not think that they hang.
    await rm(directory, { recursive: true, force: true })
  }
}
