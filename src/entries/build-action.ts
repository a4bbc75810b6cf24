import './no-deprecations.js'
import { randomUUID } from 'node:crypto'
import * as cacheClient from '@actions/cache'
import * as core from '@actions/core'
import { openGitHubCache } from '../cache/github-cache.js'
import { isForTag } from '../inputs/release-inputs.js'
import { outputsOf, summaryRow } from '../jobs/outputs.js'
import { cleanUp } from '../recipe/cleanup.js'
import { actionsLog } from '../report/actions-log.js'
import { failAction } from '../report/fail-action.js'
import { summaryMarkdown } from '../report/summary.js'
import { runBuild } from './build-run.js'
import { isCancelled } from './cancel.js'
import { assertRunnerFiles } from './runner-files.js'

const RUN_STATE = 'run'

/** The action's main step. */
async function main(): Promise<void> {
  const runId = randomUUID()
  // Saved before anything is made: the post step finds what a killed main step could not remove, and by this knows
  // that it is the post step.
  await assertRunnerFiles(process.env, ['GITHUB_STATE'])
  core.saveState(RUN_STATE, runId)
  await assertRunnerFiles(process.env, ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])
  await runBuild({
    get: core.getInput,
    mask: core.setSecret,
    say: core.info,
    runId,
    fallBack: false,
    githubCache: openGitHubCache(cacheClient, process.env, runId),
    forRelease: isForTag(process.env),
    log: actionsLog,
    async tell({ built, release }) {
      for (const [name, value] of Object.entries(outputsOf(built, release))) core.setOutput(name, value)
      if (process.env.GITHUB_STEP_SUMMARY) {
        await core.summary.addRaw(summaryMarkdown(built.map(summaryRow))).write()
      }
    },
  })
}

/** The action's post step. */
async function post(): Promise<void> {
  const removed = await cleanUp(core.getState(RUN_STATE))
  if (removed > 0) core.info(`Removed ${removed} left-over container${removed === 1 ? '' : 's'}`)
}

try {
  await (core.getState(RUN_STATE) === '' ? main() : post())
} catch (error) {
  if (!isCancelled()) failAction(error)
}
