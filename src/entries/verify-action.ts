import './no-deprecations.js'
import * as core from '@actions/core'
import { readVerifyRequest } from '../inputs/verify-inputs.js'
import { verifyZips } from '../jobs/verify-job.js'
import { actionsLog } from '../report/actions-log.js'
import { withCleanUp } from './cancel.js'
import { assertRunnerFiles } from './runner-files.js'
import { runSteps } from './steps.js'

await runSteps(async (runId) => {
  await assertRunnerFiles(process.env, ['GITHUB_OUTPUT'])
  await withCleanUp(runId, core.info, async () => {
    const request = await readVerifyRequest(core.getInput)
    const recorded = await verifyZips({ ...request, runId, fallBack: false, log: actionsLog })
    core.setOutput('records', recorded.map(({ path }) => path).join('\n'))
  })
})
