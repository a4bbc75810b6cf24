/** Where lines go: the action writes workflow commands, the command line plain lines, tests collect. */
export interface Lines {
  info(message: string): void
  /** Something the user should see even when all goes well, without being a problem. */
  notice(message: string): void
  warning(message: string): void
  debug(message: string): void
  /** A line that replaces the one before on a terminal, for example a download's percentage; may be dropped elsewhere. */
  progress(message: string): void
  /** Opens a collapsible group. */
  begin(title: string): void
  /** Closes the group that was opened last, with how long it took. */
  end(title: string, milliseconds: number): void
}

/** Where progress goes: the stages know only this interface. */
export interface Log extends Lines {
  /** Runs `work` as one collapsible group and reports how long it took. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>
}

/** The same log for work in the background, whose groups would get between those of what is done meanwhile. */
export function ungrouped(log: Log): Log {
  return logTo({ ...log, begin: () => {}, end: () => {} })
}

/** A log that writes to these lines. */
export function logTo(lines: Lines): Log {
  return {
    ...lines,
    async group(title, work) {
      const started = performance.now()
      lines.begin(title)
      try {
        return await work()
      } finally {
        lines.end(title, performance.now() - started)
      }
    },
  }
}

/** A duration for people: `0.4 s`, `71 s`. */
export function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000
  return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`
}
