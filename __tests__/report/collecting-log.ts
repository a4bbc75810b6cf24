import { type Log, logTo } from '../../src/report/log.js'

/** A log that remembers what it was told, for assertions. */
export function collectingLog(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const take = (line: string) => {
    lines.push(line)
  }
  const nothing = () => {}
  const groups = { begin: nothing, end: nothing }
  return {
    lines,
    log: logTo({ info: take, notice: take, warning: take, debug: nothing, progress: nothing, ...groups }),
  }
}
