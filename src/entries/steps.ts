import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import { cleanUp } from '../recipe/cleanup.js'
import { failAction } from '../report/fail-action.js'
import { isCancelled } from './cancelled.js'
import { assertRunnerFiles } from './runner-files.js'

const RUN_STATE = 'run'

/**
 * Runs an action that makes containers: its main step or, where that has been, its post step, which removes what a killed
 * main step could not.
 *
 * @param main gets the identifier by which whatever the run makes is found
 */
export async function runSteps(main: (runId: string) => Promise<void>): Promise<void> {
  try {
    const earlier = core.getState(RUN_STATE)
    if (earlier !== '') return await post(earlier)
    const runId = randomUUID()
    // Saved before anything is made; by this the post step knows that it is the post step, too.
    await assertRunnerFiles(process.env, ['GITHUB_STATE'])
    core.saveState(RUN_STATE, runId)
    await main(runId)
  } catch (error) {
    if (!isCancelled()) failAction(error)
  }
}

async function post(runId: string): Promise<void> {
  const removed = await cleanUp(runId)
  if (removed > 0) core.info(`Removed ${removed} left-over container${removed === 1 ? '' : 's'}`)
}
