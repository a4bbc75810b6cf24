import type { Log } from '../report/log.js'
import { megabytes } from './check.js'

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
  const active = new Map<symbol, { name: string; total: number; bytes: number }>()
  let last = Number.NEGATIVE_INFINITY
  const show = () => {
    if (active.size === 0 || now() - last < INTERVAL) return
    last = now()
    log.progress([...active.values()].map(part).join(' · '))
  }
  return (name, total) => {
    const key = Symbol(name)
    active.set(key, { name, total, bytes: 0 })
    return {
      set(bytes) {
        active.set(key, { name, total, bytes })
        show()
      },
      end() {
        active.delete(key)
      },
    }
  }
}

function part({ name, total, bytes }: { name: string; total: number; bytes: number }): string {
  return `${name} ${Math.floor((100 * bytes) / total)} % (${(bytes / 1e6).toFixed(1)} of ${megabytes(total)})`
}
