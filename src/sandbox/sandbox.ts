import type { Outcome } from '../machine/process.js'

/** One command of a stage. */
export interface Command {
  argv: string[]
  /** Everything the command gets to see, besides what the image itself sets; nothing by default. */
  env?: Record<string, string>
  input?: Buffer | undefined
  onLine?: (line: string) => void
  /** As root, for preparing directories and installing packages. */
  root?: boolean
  /** Names of variables of ours that go in as they are; their values stay off the command line (proxies). */
  passEnv?: string[]
}

/**
 * A place to run scripts in: a container, or a directory of this machine. Files are copied in and out, never
 * shared; whoever opens one removes it in `finally`.
 */
export interface Sandbox {
  /** For people: `container psycopg2-lambda-…`. */
  readonly title: string
  /** Absolute path, as seen from inside, below which everything of ours lies. */
  readonly root: string
  /** Copies a file or a directory's content to `inside` (relative to the root) and gives its absolute path inside. */
  copyIn(local: string, inside: string): Promise<string>
  /** Copies a directory's content from `inside` (relative to the root) to a local directory, which must exist. */
  copyOut(inside: string, local: string): Promise<void>
  execute(command: Command): Promise<Outcome>
  remove(): Promise<void>
}
