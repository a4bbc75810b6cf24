import { REAL } from '../network/conditions.js'

/** How a real install asks and waits: somebody is waiting for it, and a minute is the most. */
export const PROMPT = { ...REAL, times: { answerMs: 15_000, stallMs: 15_000 } }
