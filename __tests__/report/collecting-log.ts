import type { Log } from '../../src/report/log.js'

/** A log that remembers what it was told, for assertions. */
export function collectingLog(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const take = (line: string) => {
    lines.push(line)
  }
  const log = { info: take, notice: take, warning: take, debug: () => {}, progress: () => {} }
  return { lines, log: { ...log, group: (_, work) => work() } }
}
