import { getExecOutput } from '@actions/exec'
import { messageOf } from '../report/errors.js'

/** What a finished program left behind. */
export interface Outcome {
  exitCode: number
  stdout: string
  stderr: string
}

/** How a program is started. */
export interface RunOptions {
  /** The whole environment of the program; without it, that of this process. */
  env?: Record<string, string>
  input?: Buffer
  /** Called with each line of either stream as it comes. */
  onLine?: (line: string) => void
}

/**
 * Runs a program and waits for it. A program that cannot be started counts as exit code 127, as in a shell.
 * Nothing is printed here; pass `onLine` to show output.
 */
export async function run(command: string, argv: string[], options: RunOptions = {}): Promise<Outcome> {
  const { onLine } = options
  try {
    // The toolkit splits its first argument at spaces; quotes keep a path whole.
    return await getExecOutput(`"${command}"`, argv, {
      silent: true,
      ignoreReturnCode: true,
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.input === undefined ? {} : { input: options.input }),
      ...(onLine === undefined ? {} : { listeners: { stdline: onLine, errline: onLine } }),
    })
  } catch (error) {
    return { exitCode: 127, stdout: '', stderr: messageOf(error) }
  }
}

/** The last non-empty lines of a program's output, for an error message. */
export function tail(outcome: Outcome, lines: number): string[] {
  return `${outcome.stdout}\n${outcome.stderr}`
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-lines)
}
