import type { BuildPlan } from '../catalog/plan.js'
import { type Outcome, tail } from '../machine/process.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import type { Check } from './types.js'

const SAME_PYTHON = 'Check that build-image and runtime-image are of the same Python and operating system.'

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

/**
 * The checks of a script that succeeded, written to the log.
 *
 * @param where for people
 * @param hint what to do when a check fails
 * @throws {BuildError} when it failed, or ended well without having checked anything
 */
export function insist(
  plan: BuildPlan,
  where: string,
  outcome: Outcome,
  log: Log,
  hint = SAME_PYTHON,
): Check[] {
  const checks = parseChecks(outcome.stdout)
  log.info(`In ${where}:`)
  for (const { name, result, detail } of checks) {
    if (result === 'skipped') log.notice(`not checked: ${name}: ${detail}`)
    else log.info(`ok ${name}: ${detail}`)
  }
  if (outcome.exitCode !== 0) throw doesNotWork(plan, where, outcome, hint)
  if (checks.length === 0) throw new Error('a check script succeeded without having checked anything')
  return checks
}

/** The error for a zip that failed a check. */
export function doesNotWork(
  plan: BuildPlan,
  where: string,
  outcome: Outcome,
  hint = SAME_PYTHON,
): BuildError {
  const lines = tail(outcome, 20)
  return new BuildError(
    `The zip for Python ${plan.python} does not work in ${where}: ${lines.at(-1) ?? `exit code ${outcome.exitCode}`}`,
    `No zip was written. ${hint}`,
    lines,
  )
}
