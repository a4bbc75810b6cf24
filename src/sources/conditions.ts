import { type Clock, systemClock } from '../network/clock.js'
import type { Limits, Setting } from '../network/patience.js'
import type { Times } from '../network/trouble.js'
import type { Log } from '../report/log.js'

/** What all requests for tarballs have in common. */
export interface Conditions {
  /** Ends the work early: what is under way is stopped and removed, and the reason thrown. */
  signal?: AbortSignal | undefined
  clock: Clock
  limits: Limits
  times: Times
  log: Log
}

/** What a real build uses. */
export const REAL: Pick<Conditions, 'clock' | 'limits' | 'times'> = {
  clock: systemClock,
  // A build does not wait for an hour, and there are other places.
  limits: { attempts: 4, backoff: 1000, longestWait: 60_000, unsaidWait: 1000 },
  times: { answerMs: 30_000, stallMs: 60_000 },
}

/** The patience with one place of several. */
export function waiting({ log, clock, limits, signal }: Conditions): Setting {
  return { log, clock, limits, signal, elsewhere: true }
}
