import { type Outcome, tail } from '../machine/process.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import type { Command, Sandbox } from '../sandbox/sandbox.js'

/** How many of a failed script's last lines the error repeats. */
const TAIL = 30

// What a script's output says about a failure, and what a person can do about it.
const HINTS: [pattern: RegExp, hint: string][] = [
  [
    /no space left on device/i,
    'The disk is full: free space where the container engine or the temporary directory keeps its data, then run again.',
  ],
  [
    /has no headers/,
    'Use an image whose Python comes with its headers (build-image), or a Python installed with them.',
  ],
  [/does not run|is Python \S+, not/, 'Check the Python of the image (build-image) or of this machine.'],
  [
    /killed|out of memory|cannot allocate/i,
    'The machine ran out of memory: use one with more, or set JOBS=1.',
  ],
  [
    /^(toolchain|sysroot): .*zig cannot /m,
    'Programs must be able to run where the tool cache lies, and to start others: have RUNNER_TOOL_CACHE name a ' +
      'directory that is not mounted with noexec; where the machine is emulated, register the emulator with binfmt_misc ' +
      '(docker/setup-qemu-action), or use toolchain: image.',
  ],
  [
    /^tools: /m,
    'Name an image that has these tools already with build-image; docs/amazon-linux.md says what is needed and why.',
  ],
]

/** One of the scripts, and what it is given. */
export interface Script extends Partial<Omit<Command, 'env'>> {
  /** The file's name: `openssl.sh`. */
  name: string
  env: Record<string, string>
  /** Where its output goes, line by line. */
  log: Log
}

/**
 * Runs a script and gives the outcome, whatever it is. The compiler's temporary files go to our scratch directory: in
 * some of Lambda's images /tmp belongs to the function's user.
 */
export async function tryScript(sandbox: Sandbox, { name, env, log, ...more }: Script): Promise<Outcome> {
  return sandbox.execute({
    argv: ['/bin/sh', `${sandbox.root}/scripts/${name}`],
    env: { TMPDIR: `${sandbox.root}/work`, ...env },
    onLine: (line) => log.info(line),
    ...more,
  })
}

/**
 * Runs a script and insists on success.
 *
 * @throws {BuildError} with the exit code, the end of the output and what its text suggests doing
 */
export async function runScript(sandbox: Sandbox, script: Script): Promise<Outcome> {
  const outcome = await tryScript(sandbox, script)
  if (outcome.exitCode !== 0) throw scriptError(sandbox, script.name, outcome)
  return outcome
}

/** The error for a script that failed. */
export function scriptError(sandbox: Sandbox, name: string, outcome: Outcome): BuildError {
  const lines = tail(outcome, TAIL)
  const text = lines.join('\n')
  const reason = lines.at(-1) ?? 'it printed nothing'
  const hint = HINTS.find(([pattern]) => pattern.test(text))?.[1]
  return new BuildError(
    `scripts/${name} failed with exit code ${outcome.exitCode} in ${sandbox.title}: ${reason}`,
    hint ?? 'The end of its output is above. The script can also be run by hand: its first lines say how.',
    lines,
  )
}
