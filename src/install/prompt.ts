import { systemClock } from '../network/clock.js'
import type { Setting } from '../network/patience.js'
import type { Times } from '../network/trouble.js'

/** How an install asks and waits. */
export interface Conditions extends Setting {
  times: Times
}

/** What a real install uses; a minute is the most that it waits for anything. */
export const PROMPT: Pick<Conditions, 'clock' | 'limits' | 'times'> = {
  clock: systemClock,
  limits: { attempts: 4, backoff: 1000, longestWait: 60_000, unsaidWait: 1000 },
  times: { answerMs: 15_000, stallMs: 15_000 },
}
