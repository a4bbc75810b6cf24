import { systemClock } from './clock.js'
import type { Setting } from './patience.js'
import type { Times } from './trouble.js'

/** How requests ask and wait; aborting `signal` also deletes half-fetched files. */
export interface Conditions extends Setting {
  times: Times
}

/** What a real run uses: it does not wait for an hour, and there are other places, or another day. */
export const REAL: Pick<Conditions, 'clock' | 'limits' | 'times'> = {
  clock: systemClock,
  limits: { attempts: 4, backoff: 1000, longestWait: 60_000, unsaidWait: 1000 },
  times: { answerMs: 30_000, stallMs: 60_000 },
}
