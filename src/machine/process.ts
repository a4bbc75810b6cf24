import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getExecOutput } from '@actions/exec'
import { messageOf } from '../report/errors.js'
import { temporary } from './scratch.js'

/** What a finished program left behind. */
export interface Outcome {
  exitCode: number
  stdout: string
  stderr: string
}

/** How a program is started. */
export interface ExecuteOptions {
  /** The whole environment of the program; without it, that of this process but for inputs and tokens. */
  env?: Record<string, string>
  /** Where it starts; without it, where this process works. */
  cwd?: string
  input?: Buffer | undefined
  /** Called with each line of either stream as it comes. */
  onLine?: ((line: string) => void) | undefined
}

/**
 * Runs a program and waits for it. A program that cannot be started counts as exit code 127, as in a shell.
 * Nothing is printed here; pass `onLine` to show output.
 */
export async function execute(
  command: string,
  argv: string[],
  options: ExecuteOptions = {},
): Promise<Outcome> {
  const { onLine, input } = options
  // The toolkit would write to a program's standard input itself, and fall over one that ends without reading it.
  if (input !== undefined)
    return withFile(input, (file) =>
      execute('/bin/sh', ['-c', FROM_FILE, file, command, ...argv], { ...options, input: undefined }),
    )
  try {
    // The toolkit splits its first argument at spaces; quotes keep a path whole.
    return await getExecOutput(`"${command}"`, argv, {
      silent: true,
      ignoreReturnCode: true,
      env: options.env ?? withoutSecrets(process.env),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(onLine === undefined ? {} : { listeners: { stdline: onLine, errline: onLine } }),
    })
  } catch (error) {
    return { exitCode: 127, stdout: '', stderr: messageOf(error) }
  }
}

const FROM_FILE = 'exec "$@" <"$0"'

async function withFile<T>(content: Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(temporary().path, 'psycopg2-lambda-input-'))
  try {
    const path = join(directory, 'input')
    await writeFile(path, content)
    return await use(path)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** No program that is run here has a use for them; the runner gives inputs, the token among them, as variables. */
function withoutSecrets(env: NodeJS.ProcessEnv): Record<string, string> {
  const secret = /^INPUT_|_TOKEN$/i
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || secret.test(name) ? [] : [[name, value]],
    ),
  )
}

/** The last non-empty lines of a program's output, for an error message. */
export function tail(outcome: Outcome, lines: number): string[] {
  return `${outcome.stdout}\n${outcome.stderr}`
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-lines)
}

/** The last of them, or the exit code of a program that printed nothing. */
export function lastLine(outcome: Outcome): string {
  return tail(outcome, 1)[0] ?? `exit code ${outcome.exitCode}`
}

/**
 * Signals the process whose number a file begins with, or the group that it leads. Does nothing where there is no such
 * file, or the process has ended.
 */
export async function signalByFile(
  pidFile: string,
  signal: NodeJS.Signals,
  whom: 'process' | 'group' = 'process',
): Promise<void> {
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10)
  if (!(pid > 1)) return
  try {
    process.kill(whom === 'group' ? -pid : pid, signal)
  } catch {
    // It has ended already.
  }
}
