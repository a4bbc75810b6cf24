import './no-deprecations.js'
import * as core from '@actions/core'
import { readPublishJob } from '../inputs/release-inputs.js'
import { publish } from '../jobs/publish-job.js'
import { actionsLog } from '../report/actions-log.js'
import { failAction } from '../report/fail-action.js'
import { assertRunnerFiles } from './runner-files.js'

/** The publish action's only step. */
async function main(): Promise<void> {
  await assertRunnerFiles(process.env, ['GITHUB_OUTPUT'])
  const job = await readPublishJob({ get: core.getInput, env: process.env, mask: core.setSecret })
  const published = await publish(job, actionsLog)
  core.setOutput('release-id', published.id)
  core.setOutput('release-url', published.url)
  core.setOutput('assets', JSON.stringify(published.assets))
}

try {
  await main()
} catch (error) {
  failAction(error)
}
