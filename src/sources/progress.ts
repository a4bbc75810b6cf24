import type { Log } from '../report/log.js'

/** One download's share of the progress line. */
export interface Gauge {
  /** @param bytes how many have arrived so far, from the start of the file */
  set(bytes: number): void
  /** Takes the download off the line, whether it succeeded or not. */
  end(): void
}

/** How often the line is renewed, in milliseconds; a log that keeps every line should not drown in them. */
const INTERVAL = 500

/**
 * The progress of all downloads on the one line that `Log.progress` has.
 *
 * Downloads run at the same time; a line of its own from each would make them overwrite one another.
 *
 * @returns a function that adds a download of `total` bytes and gives its gauge
 */
export function createProgress(
  log: Log,
  now: () => number = Date.now,
): (name: string, total: number) => Gauge {
  const active = new Map<symbol, string>()
  let last = Number.NEGATIVE_INFINITY
  return (name, total) => {
    const key = Symbol(name)
    const note = (bytes: number) => {
      const percent = Math.floor((100 * bytes) / total)
      active.set(key, `${name} ${percent} % (${(bytes / 1e6).toFixed(1)} of ${megabytes(total)})`)
    }
    note(0)
    return {
      set(bytes) {
        note(bytes)
        if (now() - last < INTERVAL) return
        last = now()
        log.progress([...active.values()].join(' · '))
      },
      end() {
        active.delete(key)
      },
    }
  }
}

/** Bytes as people write sizes: `53.1 MB`, with MB for 1,000,000 bytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
