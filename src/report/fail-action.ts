import * as core from '@actions/core'
import { BuildError, messageOf } from './errors.js'

/** Ends a step with one annotation: what happened and what to do; what led to it stands in the log before it. */
export function failAction(error: unknown): void {
  if (error instanceof BuildError) {
    for (const line of error.details) core.info(line)
    core.setFailed(`${error.message}\n${error.hint}`)
  } else {
    core.debug(error instanceof Error ? (error.stack ?? '') : '')
    core.setFailed(`Unexpected: ${messageOf(error)}\nThis is a defect of the action: please report it.`)
  }
}
