import type { Log } from '../report/log.js'
import type { Clock } from './clock.js'
import type { Lost, Refused } from './trouble.js'

/** How often and how long; all times in milliseconds. */
export interface Limits {
  /** Attempts without any progress before giving up. */
  attempts: number
  /** First pause after a failed attempt; it doubles each time. */
  backoff: number
  /** What waiting as a server asks may cost one operation in all. */
  longestWait: number
  /** How long to wait where a server says "too many requests" and not until when; it doubles each time. */
  unsaidWait: number
}

/** What waiting needs, and what is known of the other side. */
export interface Setting<R extends Refused = Refused> {
  log: Log
  clock: Clock
  limits: Limits
  /** Stops a wait. */
  signal?: AbortSignal | undefined
  /** There is another place to ask: what the next minute does not cure is not waited for. */
  elsewhere?: boolean
  /** The other side's time in milliseconds, where it is known: a moment it names is by its clock. */
  serverNow?(): number
  /**
   * Whether this is a limit, by signs that only this server gives, and until when (milliseconds since 1970, by its
   * clock), where it says so.
   */
  limited?(refused: R): { until?: number } | undefined
}

/** What a failed request asks for: another attempt soon, a wait until requests are accepted again, or an end. */
export type Verdict = { kind: 'again' } | { kind: 'wait'; milliseconds: number } | { kind: 'end' }

/** Why there is no point in another attempt, for the error. */
export interface GivenUp<R extends Refused = Refused> {
  /** Nothing changes this answer; all attempts are used up; or the server asks to wait for too long. */
  why: 'final' | 'exhausted' | 'limited'
  /** What happened last. */
  what: string
  trouble: R | Lost | undefined
  /** How often it was tried in vain. */
  failures: number
  /** How long the server asked to wait, in milliseconds, where that was too long. */
  asked?: number
}

/**
 * What a failure asks for.
 *
 * @param limited how often a limit was met before in this operation
 */
export function judge<R extends Refused>(
  trouble: R | Lost,
  setting: Pick<Setting<R>, 'limits' | 'elsewhere' | 'clock' | 'serverNow' | 'limited'>,
  limited: number,
): Verdict {
  if (trouble.kind === 'lost') {
    return { kind: trouble.lasting === true && setting.elsewhere === true ? 'end' : 'again' }
  }
  const { status, headers } = trouble
  const limit = setting.limited?.(trouble)
  const after = headers['retry-after']
  if (status === 429 || limit !== undefined || (after !== undefined && status >= 500)) {
    const now = setting.serverNow?.() ?? setting.clock.now()
    const until = momentOf(after, now) ?? limit?.until
    const milliseconds =
      until === undefined ? setting.limits.unsaidWait * 2 ** limited : Math.max(until - now, 1000)
    return { kind: 'wait', milliseconds }
  }
  // 501 and 505 say that the server cannot; the rest of 5xx, that it could not just now.
  if (status === 408 || (status >= 500 && status !== 501 && status !== 505)) return { kind: 'again' }
  return { kind: 'end' }
}

/** The moment a Retry-After header means, seconds or a date (RFC 9110, section 10.2.3); undefined for other text. */
function momentOf(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const moment = /^\s*\d+\s*$/.test(value) ? now + Number(value) * 1000 : Date.parse(value)
  return Number.isNaN(moment) ? undefined : moment
}

/**
 * One operation's patience: how often it was tried, how long it has waited, and when that is enough. The one policy
 * for all that this project asks of a network. It repeats nothing itself: whoever faces a trouble with it decides
 * whether the same request may be sent again.
 */
export class Patience<R extends Refused = Refused> {
  #attempts = 0
  #failures = 0
  #limited = 0
  #waited = 0

  /** @param giveUp makes the error for the end; it knows what was being done */
  constructor(
    private readonly setting: Setting<R>,
    private readonly giveUp: (reason: GivenUp<R>) => Error,
  ) {}

  /** Returns after the wait that the failure asks for. @throws what `giveUp` makes, when another attempt is in vain */
  async face(trouble: R | Lost): Promise<void> {
    const verdict = judge(trouble, this.setting, this.#limited)
    const what =
      trouble.kind === 'lost'
        ? `${trouble.request}: ${trouble.why}`
        : `${trouble.request}: HTTP ${trouble.status}: ${trouble.message}`
    if (verdict.kind === 'wait') return this.#obey(verdict.milliseconds, what, trouble)
    // Nobody answering takes long enough to count twice.
    if (verdict.kind === 'again')
      return this.#again(what, trouble, trouble.kind === 'lost' && trouble.late ? 2 : 1)
    throw this.giveUp({ why: 'final', what, trouble, failures: this.#failures + 1 })
  }

  /** Returns after a pause. @param what what happened @throws what `giveUp` makes, when this was the last attempt */
  again(what: string): Promise<void> {
    return this.#again(what, undefined, 1)
  }

  /** Something was achieved: attempts are counted anew. */
  progress(): void {
    this.#attempts = 0
    this.#failures = 0
  }

  async #again(what: string, trouble: GivenUp<R>['trouble'], weight: number): Promise<void> {
    const { limits, log, clock, signal } = this.setting
    this.#attempts += weight
    this.#failures += 1
    if (this.#attempts >= limits.attempts)
      throw this.giveUp({ why: 'exhausted', what, trouble, failures: this.#failures })
    // Many jobs that failed together should not come back together.
    const pause = limits.backoff * 2 ** (this.#attempts - 1) * (0.5 + clock.random())
    log.info(`${what}; trying again in ${duration(pause)}`)
    await clock.sleep(pause, signal)
  }

  async #obey(asked: number, what: string, trouble: GivenUp<R>['trouble']): Promise<void> {
    const { limits, log, clock, signal } = this.setting
    // All jobs of a matrix are told the same second.
    const pause = asked + clock.random() * 1000
    this.#failures += 1
    this.#limited += 1
    this.#waited += pause
    if (this.#waited > limits.longestWait) {
      throw this.giveUp({ why: 'limited', what, trouble, failures: this.#failures, asked })
    }
    log.notice(`${what}; waiting for ${duration(asked)}, as the server asks`)
    await clock.sleep(pause, signal)
  }
}

/** `3 s`, `50 min`: rounded up, as people say how long to wait. */
export function duration(milliseconds: number): string {
  return milliseconds >= 120_000
    ? `${Math.ceil(milliseconds / 60_000)} min`
    : `${Math.ceil(milliseconds / 1000)} s`
}
