import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../report/log.js'
import { fetchOnce, type Try } from './http.js'
import { Unavailable } from './unavailable.js'

/** The clock of the downloads; tests make it fast. */
export interface Timing {
  /** Milliseconds until an answer must have begun, connection included. */
  answerMs: number
  /** Milliseconds that may pass without a byte before a download counts as broken. */
  stallMs: number
  /** Waits so many milliseconds; rejects when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** From 0 up to 1. */
  random(): number
}

/** What a real build uses. */
export const REAL_TIMING: Timing = {
  answerMs: 30_000,
  stallMs: 60_000,
  sleep: (ms, signal) => pause(ms, undefined, { signal }),
  random: Math.random,
}

/** The first wait, in milliseconds; each further one is twice as long. */
const FIRST_WAIT = 1000

/**
 * How long to wait after a failed try, in milliseconds: 1 s, 2 s, 4 s, of which a random part up to a half is
 * taken off, so that many jobs that failed together do not come back together; never less than the server asked for.
 *
 * @param failed how many tries have failed so far, from 1
 */
export function backoff(failed: number, asked: number, random: number): number {
  return Math.max(FIRST_WAIT * 2 ** (failed - 1) * (1 - random / 2), asked)
}

/**
 * Downloads a tarball from one address, trying again where that can help.
 *
 * @param name what the log calls it
 * @throws {Unavailable} when the address did not give it, however often it was tried
 * @throws {BuildError} when the bytes are not those of the lock, or the disk did not take them
 */
export async function download(
  name: string,
  request: Omit<Try, 'answerMs' | 'stallMs'>,
  timing: Timing,
  log: Log,
): Promise<void> {
  for (let failed = 1; ; failed++) {
    try {
      return await fetchOnce({ ...request, answerMs: timing.answerMs, stallMs: timing.stallMs })
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      if (failed >= error.tries) {
        if (error.more.fatal !== undefined) throw error.more.fatal
        throw failed === 1
          ? error
          : new Unavailable(`${error.message} (tried ${failed} times)`, 1, error.more)
      }
      const wait = backoff(failed, error.more.waitMs ?? 0, timing.random())
      log.info(
        `${name}: ${error.message}; try ${failed + 1} of ${error.tries} in ${(wait / 1000).toFixed(1)} s`,
      )
      await timing.sleep(wait, request.signal)
    }
  }
}
