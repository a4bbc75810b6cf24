import * as core from '@actions/core'
import type { Log } from './log.js'
import { formatSeconds } from './seconds.js'

/** Writes workflow commands and plain lines to standard output, as the runner reads them. */
export const actionsLog: Log = {
  info: core.info,
  notice: (message) => core.notice(message),
  warning: (message) => core.warning(message),
  debug: core.debug,
  progress: core.debug,
  async group(title, work) {
    const started = performance.now()
    return core.group(title, async () => {
      try {
        return await work()
      } finally {
        core.info(`${title}: ${formatSeconds(performance.now() - started)}`)
      }
    })
  },
}
