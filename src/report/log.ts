/**
 * Where progress goes. The action writes workflow commands, the command line writes plain lines to
 * standard error, tests collect: the stages know only this interface.
 */
export interface Log {
  info(message: string): void
  /** Something the user should see even when all goes well, without being a problem. */
  notice(message: string): void
  warning(message: string): void
  debug(message: string): void
  /** Runs `work` as one collapsible group and reports how long it took. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>
  /** A line that replaces the one before on a terminal, for example a download's percentage; may be dropped elsewhere. */
  progress(message: string): void
}
