import { type Lines, type Log, logTo } from './log.js'

/** The log of one of several things that go on side by side. */
export interface OrderedLog extends Log {
  /** Says that nothing more will come. */
  close(): void
}

/**
 * Logs for things that go on side by side, which read as if they had been done one after the other: the first that
 * is still open writes to `log` at once, the later ones' lines wait for their turn. What only replaces itself
 * (progress) is dropped meanwhile. Groups never interleave, which neither a runner's log nor a terminal could show.
 */
export function orderedLogs(log: Log, count: number): OrderedLog[] {
  const waiting: (() => void)[][] = Array.from({ length: count }, () => [])
  const closed = new Set<number>()
  let turn = 0
  const close = (index: number) => {
    closed.add(index)
    while (turn < count && closed.has(turn)) {
      turn++
      for (const write of waiting[turn]?.splice(0) ?? []) write()
    }
  }
  return waiting.map((lines, index) => {
    const later = (write: () => void) => {
      if (index <= turn) write()
      else lines.push(write)
    }
    const own: Lines = {
      info: (message) => later(() => log.info(message)),
      notice: (message) => later(() => log.notice(message)),
      warning: (message) => later(() => log.warning(message)),
      debug: (message) => later(() => log.debug(message)),
      progress: (message) => {
        if (index === turn) log.progress(message)
      },
      begin: (title) => later(() => log.begin(title)),
      end: (title, milliseconds) => later(() => log.end(title, milliseconds)),
    }
    return { ...logTo(own), close: () => close(index) }
  })
}
