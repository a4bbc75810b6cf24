import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Writes results to the real standard output. */
export type Output = (text: string) => void

/**
 * Makes this process a command-line program rather than a step of a job: the toolkit's caches go where programs of
 * a user keep theirs (XDG), and what the toolkit prints (workflow commands) is dropped.
 */
export function setUpCommandLine(): Output {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  process.env.RUNNER_TOOL_CACHE ||= join(caches, 'psycopg2-lambda')
  process.env.RUNNER_TEMP ||= tmpdir()
  mkdirSync(process.env.RUNNER_TOOL_CACHE, { recursive: true })
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = () => true
  return (text) => {
    write(text)
  }
}
