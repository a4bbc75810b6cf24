import { type Outcome, tail } from '../machine/process.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import type { Candidate, Check } from './types.js'

const SAME_PYTHON = 'Check that the zip was built for the Python and operating system of runtime-image.'

const LINE = /^(ok|skipped) ([^:]+): (.*)$/

/**
 * What a check script printed: a line `ok NAME: what was seen` or `skipped NAME: why` for each check. Anything else
 * it printed is for people.
 */
export function parseChecks(stdout: string): Check[] {
  return stdout.split('\n').flatMap((line) => {
    const [, verdict, name, detail] = LINE.exec(line.trimEnd()) ?? []
    if (name === undefined || detail === undefined) return []
    return [{ name, result: verdict === 'ok' ? ('passed' as const) : ('skipped' as const), detail }]
  })
}

/** What was tried, and where. */
export interface Trial {
  plan: Candidate
  /** For people. */
  where: string
  /** What to do when a check fails. */
  hint?: string
}

/**
 * The checks of a script that succeeded, written to the log.
 *
 * @throws {BuildError} when it failed, or ended well without having checked anything
 */
export function insist(outcome: Outcome, trial: Trial, log: Log): Check[] {
  const checks = parseChecks(outcome.stdout)
  log.info(`In ${trial.where}:`)
  for (const { name, result, detail } of checks) {
    if (result === 'skipped') log.notice(`not checked: ${name}: ${detail}`)
    else log.info(`ok ${name}: ${detail}`)
  }
  if (outcome.exitCode !== 0) throw doesNotWork(outcome, trial)
  if (checks.length === 0) throw new Error('a check script succeeded without having checked anything')
  return checks
}

/** The error for a zip that failed a check. */
export function doesNotWork(outcome: Outcome, { plan, where, hint = SAME_PYTHON }: Trial): BuildError {
  const lines = tail(outcome, 20)
  return new BuildError(
    `The zip for Python ${plan.python} does not work in ${where}: ${lines.at(-1) ?? `exit code ${outcome.exitCode}`}`,
    `Nothing was written. ${hint}`,
    lines,
  )
}
