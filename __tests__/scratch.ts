import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives the tests a temporary directory of their own, which goes when they have ended, however they ended. */
export default function setup(): () => void {
  const before = process.env.TMPDIR
  const directory = mkdtempSync(join(tmpdir(), 'psycopg2-lambda-tests-'))
  // Some tests work as another user, who must be able to pass through.
  chmodSync(directory, 0o711)
  // The workers and the programs they run inherit it.
  process.env.TMPDIR = directory
  return () => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(directory, { recursive: true, force: true })
  }
}
