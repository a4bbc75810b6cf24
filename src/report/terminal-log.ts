import { formatSeconds, type Log, logTo } from './log.js'

/** Where lines go: standard error, or a collector in a test. */
export interface Terminal {
  write(text: string): unknown
  isTTY?: boolean | undefined
  columns?: number | undefined
}

/**
 * Writes progress for a person at a terminal. On a real one, what happens inside a group is one line that is
 * overwritten; elsewhere (a file, a pipe) every line is kept.
 */
export function terminalLog(terminal: Terminal, verbose = false): Log {
  const live = terminal.isTTY === true && !verbose
  let depth = 0
  let shown = false
  const clear = () => {
    if (shown) terminal.write('\r\u001b[K')
    shown = false
  }
  const line = (text: string) => {
    clear()
    terminal.write(`${text}\n`)
  }
  const passing = (text: string) => {
    clear()
    const width = Math.max(20, (terminal.columns ?? 80) - 1)
    terminal.write(text.replaceAll('\t', ' ').slice(0, width))
    shown = true
  }
  return logTo({
    info: (message) =>
      live && depth > 0 ? passing(`  ${message}`) : line(depth > 0 ? `  ${message}` : message),
    notice: (message) => line(`note: ${message}`),
    warning: (message) => line(`warning: ${message}`),
    debug: () => {},
    progress: (message) => {
      if (live) passing(`  ${message}`)
    },
    begin(title) {
      line(title)
      depth++
    },
    end(_title, milliseconds) {
      depth--
      line(`  ${formatSeconds(milliseconds)}`)
    },
  })
}
