import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { refusal } from './advice.js'
import type { Clock, Limits } from './clock.js'
import type { Refused, ReleaseTarget, Trouble } from './types.js'

/** What a failed request asks for: another attempt soon, a wait until GitHub accepts requests again, or an end. */
export type Verdict = { kind: 'again' } | { kind: 'wait'; milliseconds: number } | { kind: 'end' }

/**
 * Classifies a failure as GitHub's documents have it (rate limits; best practices).
 *
 * @param serverNow GitHub's time in milliseconds: the reset is by its clock, and runners' clocks are wrong at times
 * @param limited how often a limit was met before in this operation
 */
export function judge(trouble: Trouble, serverNow: number, limited: number): Verdict {
  if (trouble.kind === 'lost') return { kind: 'again' }
  const { status, headers } = trouble
  const told = 'retry-after' in headers && status >= 500
  if (status === 429 || told || (status === 403 && isRateLimit(trouble))) {
    return { kind: 'wait', milliseconds: waitAskedFor(headers, serverNow, limited) }
  }
  // 501 and 505 say that the server cannot; the rest of 5xx, that it could not just now.
  if (status === 408 || (status >= 500 && status !== 501 && status !== 505)) return { kind: 'again' }
  return { kind: 'end' }
}

function isRateLimit({ headers, message }: Refused): boolean {
  return (
    'retry-after' in headers ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit|abuse detection/i.test(message)
  )
}

function waitAskedFor(headers: Refused['headers'], serverNow: number, limited: number): number {
  const after = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && Number.isFinite(after)) return Math.max(after, 1) * 1000
  const reset = Number(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0) return Math.max(reset * 1000 - serverNow, 1000)
  return 60_000 * 2 ** limited
}

/** What a loop needs to wait and to speak. */
export interface Setting {
  target: ReleaseTarget
  log: Log
  clock: Clock
  limits: Limits
  serverNow(): number
}

/** One operation's patience: how often it was tried, how long it has waited, and when that is enough. */
export class Patience {
  #attempts = 0
  #failures = 0
  #limited = 0
  #waited = 0

  /** @param doing what is being done, as a noun phrase: `uploading psycopg2.9.13-3.13.zip` */
  constructor(
    private readonly setting: Setting,
    private readonly doing: string,
  ) {}

  /** Returns after the wait that the failure asks for. @throws {BuildError} when there is no point in another attempt */
  async face(trouble: Trouble): Promise<void> {
    const { target, serverNow } = this.setting
    const verdict = judge(trouble, serverNow(), this.#limited)
    const what =
      trouble.kind === 'lost'
        ? `${trouble.request}: ${trouble.why}`
        : `GitHub answered ${trouble.status} to ${trouble.request}: ${trouble.message}`
    if (verdict.kind === 'wait') return this.#obey(verdict.milliseconds, what)
    // Three times nobody answering takes long enough.
    if (verdict.kind === 'again') return this.again(what, trouble.kind === 'lost' && trouble.late ? 2 : 1)
    if (trouble.kind === 'refused') throw refusal(target, this.doing, trouble)
  }

  /**
   * Returns after a pause.
   *
   * @param what what happened
   * @param weight as how many attempts it counts
   * @throws {BuildError} when this was the last attempt
   */
  async again(what: string, weight = 1): Promise<void> {
    const { limits, log, clock } = this.setting
    this.#attempts += weight
    this.#failures += 1
    if (this.#attempts >= limits.attempts) {
      throw new BuildError(
        `${this.doing} failed ${this.#failures} times; the last time: ${what}`,
        'GitHub, a proxy or the network is in trouble (https://www.githubstatus.com). Run the job again later: what ' +
          'is uploaded is kept and will be reused.',
      )
    }
    const pause = limits.backoff * 2 ** (this.#attempts - 1) * (0.5 + clock.random())
    log.info(`${what}; trying again in ${seconds(pause)}`)
    await clock.sleep(pause)
  }

  /** Something was achieved: attempts are counted anew. */
  progress(): void {
    this.#attempts = 0
    this.#failures = 0
  }

  async #obey(asked: number, what: string): Promise<void> {
    const { limits, log, clock } = this.setting
    // All jobs of a matrix are told the same second; they need not all come back in it.
    const pause = asked + clock.random() * 1000
    this.#limited += 1
    this.#waited += pause
    if (this.#waited > limits.longestWait) {
      throw new BuildError(
        `${this.doing} failed: ${what}; GitHub asks to wait for ${seconds(asked)}`,
        `That is longer than this action waits (${seconds(limits.longestWait)} in all). Run the job again after ` +
          'that; what is uploaded is kept and will be reused. Fewer jobs at once, or the way with one writer, ' +
          'need fewer requests.',
      )
    }
    log.notice(`${what}; GitHub asks to wait for ${seconds(asked)}`)
    await clock.sleep(pause)
  }
}

function seconds(milliseconds: number): string {
  return milliseconds >= 120_000
    ? `${Math.round(milliseconds / 60_000)} min`
    : `${Math.ceil(milliseconds / 1000)} s`
}
