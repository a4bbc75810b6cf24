import { systemClock } from '../network/clock.js'
import type { Setting } from '../network/patience.js'
import type { Times } from '../network/trouble.js'

/** What all requests for tarballs have in common; aborting `signal` also deletes half-fetched files. */
export interface Conditions extends Setting {
  times: Times
}

/** What a real build uses. */
export const REAL: Pick<Conditions, 'clock' | 'limits' | 'times'> = {
  clock: systemClock,
  // A build does not wait for an hour, and there are other places.
  limits: { attempts: 4, backoff: 1000, longestWait: 60_000, unsaidWait: 1000 },
  times: { answerMs: 30_000, stallMs: 60_000 },
}
