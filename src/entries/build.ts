import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import { build } from '../build/build.js'
import { cleanUp } from '../build/cleanup.js'
import { outputsOf, rowOf } from '../build/outputs.js'
import { loadCatalog } from '../catalog/catalog.js'
import { planBuilds } from '../catalog/plan.js'
import { readBuildRequest } from '../inputs.js'
import { actionsLog } from '../report/actions-log.js'
import { BuildError, messageOf } from '../report/errors.js'
import { summaryMarkdown } from '../report/summary.js'
import { cleanUpOnSignal, isCancelled } from './cancel.js'

const RUN_STATE = 'run'

/** The action's main step. */
async function main(): Promise<void> {
  const runId = randomUUID()
  // Saved before anything is made: the post step finds what a killed main step could not remove.
  core.saveState(RUN_STATE, runId)
  cleanUpOnSignal(runId, core.info)
  try {
    const request = readBuildRequest((name) => core.getInput(name))
    const plans = planBuilds(request, await loadCatalog(request.lockFile))
    const [first, ...others] = await build(plans, request, runId, false, actionsLog)
    if (first === undefined) throw new Error('a request without Pythons was let through')
    for (const [name, value] of Object.entries(outputsOf([first, ...others]))) core.setOutput(name, value)
    if (process.env.GITHUB_STEP_SUMMARY) {
      await core.summary.addRaw(summaryMarkdown([first, ...others].map(rowOf))).write()
    }
  } finally {
    if (!isCancelled()) await cleanUp(runId)
  }
}

/** The action's post step. */
async function post(): Promise<void> {
  const removed = await cleanUp(core.getState(RUN_STATE))
  if (removed > 0) core.info(`Removed ${removed} left-over container${removed === 1 ? '' : 's'}`)
}

try {
  await (core.getState(RUN_STATE) === '' ? main() : post())
} catch (error) {
  if (!isCancelled()) report(error)
}

function report(error: unknown): void {
  if (error instanceof BuildError) {
    for (const line of error.details) core.info(line)
    core.setFailed(`${error.message}\n${error.hint}`)
  } else {
    core.debug(error instanceof Error ? (error.stack ?? '') : '')
    core.setFailed(`Unexpected: ${messageOf(error)}\nThis is a defect of the action: please report it.`)
  }
}
