import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { homePath } from '../../inputs/paths.js'

/** Writes results to the real standard output. */
export type Output = (text: string) => void

/**
 * Makes this process a command-line program rather than a step of a job: the toolkit's caches go where programs of
 * a user keep theirs (XDG), and what the toolkit prints (workflow commands) is dropped. Nothing is made yet: what needs
 * no cache works without one.
 */
export function setUpCommandLine(): Output {
  const caches = cacheHome()
  if (caches !== undefined) process.env.RUNNER_TOOL_CACHE ||= join(caches, 'psycopg2-lambda')
  process.env.RUNNER_TEMP ||= tmpdir()
  const out: Output = process.stdout.write.bind(process.stdout)
  process.stdout.write = () => true
  return out
}

/** Where the user's programs keep caches; undefined for a user without a home directory. */
function cacheHome(): string | undefined {
  const { XDG_CACHE_HOME } = process.env
  // The XDG specification has relative paths ignored.
  if (XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME
  const home = homePath()
  return isAbsolute(home) ? join(home, '.cache') : undefined
}
