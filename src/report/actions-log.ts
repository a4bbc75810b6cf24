import * as core from '@actions/core'
import { formatSeconds, logTo } from './log.js'

/** Writes workflow commands and plain lines to standard output, as the runner reads them. */
export const actionsLog = logTo({
  info: core.info,
  notice: (message) => core.notice(message),
  warning: (message) => core.warning(message),
  debug: core.debug,
  progress: core.debug,
  begin: core.startGroup,
  end(title, milliseconds) {
    core.info(`${title}: ${formatSeconds(milliseconds)}`)
    core.endGroup()
  },
})
