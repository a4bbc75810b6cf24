import './no-deprecations.js'
import * as cacheClient from '@actions/cache'
import * as core from '@actions/core'
import { openGitHubCache } from '../cache/github-cache.js'
import { isForTag } from '../inputs/release-inputs.js'
import { outputsOf, summaryRow } from '../jobs/outputs.js'
import { actionsLog } from '../report/actions-log.js'
import { summaryMarkdown } from '../report/summary.js'
import { runBuild } from './build-run.js'
import { assertRunnerFiles } from './runner-files.js'
import { runSteps } from './steps.js'

await runSteps(async (runId) => {
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
})
