import type { Matches } from './matches.js'

/** The part of the data that is worked on at a time: everything about it is in memory. */
export interface Stretch {
  data: Uint8Array
  start: number
  end: number
  matches: Matches
  /** For each position, what to write there: a match, or 0 for the byte itself. A parse fills it in. */
  choices: Int32Array
}

/** Consecutive positions of a stretch. */
export interface Range {
  from: number
  to: number
}
