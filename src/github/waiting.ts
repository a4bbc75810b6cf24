import { duration, type GivenUp, Patience, type Setting } from '../network/patience.js'
import { BuildError } from '../report/errors.js'
import { refusal } from './advice.js'
import type { GitHubLimits } from './limits.js'
import type { GitHubRefused, ReleaseTarget } from './types.js'

/** What a loop needs to wait and to speak. */
export interface GitHubSetting extends Setting<GitHubRefused> {
  target: ReleaseTarget
  limits: GitHubLimits
  /** GitHub's time in milliseconds, by the last answer's `date` header. */
  serverNow(): number
}

/**
 * The patience for one operation on GitHub.
 *
 * @param doing what is being done, as a noun phrase: `uploading psycopg2.9.13-3.13.zip`
 */
export function patienceFor(setting: GitHubSetting, doing: string): Patience<GitHubRefused> {
  return new Patience(setting, (reason) => failure(setting, doing, reason))
}

/** GitHub's own signs of a limit (REST API: rate limits); the reset is by its clock. */
export function limitOf({ status, headers, message }: GitHubRefused): { until?: number } | undefined {
  const none = headers['x-ratelimit-remaining'] === '0'
  const reset = Number(headers['x-ratelimit-reset'])
  const until = none && reset > 0 ? { until: reset * 1000 } : {}
  if (status === 429) return until
  const limited = 'retry-after' in headers || none || /rate limit|abuse detection/i.test(message)
  return status === 403 && limited ? until : undefined
}

function failure(
  { target, limits }: GitHubSetting,
  doing: string,
  reason: GivenUp<GitHubRefused>,
): BuildError {
  const { why, what, trouble, failures, asked = 0 } = reason
  if (why === 'limited') {
    return new BuildError(
      `${doing} failed: ${what}; GitHub asks to wait for ${duration(asked)}`,
      `That is longer than this action waits (${duration(limits.longestWait)} in all). Run the job again after ` +
        'that; what is uploaded is kept and will be reused. Fewer jobs at once, or the way with one writer, ' +
        'need fewer requests.',
    )
  }
  if (why === 'final' && trouble?.kind === 'refused') return refusal(target, doing, trouble)
  return new BuildError(
    `${doing} failed ${failures} times; the last time: ${what}`,
    'GitHub, a proxy or the network is in trouble (https://www.githubstatus.com). Run the job again later: what ' +
      'is uploaded is kept and will be reused.',
  )
}
