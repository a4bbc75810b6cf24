import './no-deprecations.js'
import { relative } from 'node:path'
import * as core from '@actions/core'
import { packagesOf, readAuditRequest } from '../inputs/audit-inputs.js'
import { audit, type Judgement } from '../jobs/audit-job.js'
import { headline, judgementsMarkdown, judgementText } from '../jobs/audit-text.js'
import { failAction } from '../report/fail-action.js'
import { assertRunnerFiles } from './runner-files.js'

/** The audit action's only step. */
async function main(): Promise<void> {
  await assertRunnerFiles(process.env, ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])
  const request = readAuditRequest(core.getInput)
  const judgements: Judgement[] = []
  for (const path of await packagesOf(core.getInput)) {
    judgements.push(await audit({ file: relative('', path) || '.', path, ...request }))
  }
  for (const judgement of judgements) {
    core.info(judgementText(judgement))
    if (!judgement.passed) core.setFailed(headline(judgement))
    for (const note of judgement.notes) core.warning(`${judgement.file}: ${note}`)
  }
  core.setOutput('results', JSON.stringify(judgements))
  if (process.env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(judgementsMarkdown(judgements)).write()
}

try {
  await main()
} catch (error) {
  failAction(error)
}
