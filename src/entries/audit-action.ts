import './no-deprecations.js'
import { relative } from 'node:path'
import * as core from '@actions/core'
import { packagesOf, readAuditRequest } from '../inputs/audit-inputs.js'
import { audit, type Judgement } from '../jobs/audit-job.js'
import { headline, judgementsMarkdown, judgementText } from '../jobs/audit-text.js'
import { BuildError } from '../report/errors.js'
import { failAction } from '../report/fail-action.js'
import { assertRunnerFiles } from './runner-files.js'

/** The audit action's only step. */
async function main(): Promise<void> {
  await assertRunnerFiles(process.env, ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])
  const request = readAuditRequest(core.getInput)
  const judgements: Judgement[] = []
  for (const path of await packagesOf(core.getInput)) {
    const file = relative('', path) || '.'
    try {
      const judgement = await audit({ file, path, ...request })
      judgements.push(judgement)
      core.info(judgementText(judgement))
      if (!judgement.passed) core.setFailed(headline(judgement))
      for (const note of judgement.notes) core.warning(`${file}: ${note}`)
    } catch (error) {
      // What the others have come to is wanted all the same.
      if (!(error instanceof BuildError)) throw error
      failAction(error)
    }
  }
  core.setOutput('results', JSON.stringify(judgements))
  if (process.env.GITHUB_STEP_SUMMARY && judgements.length > 0)
    await core.summary.addRaw(judgementsMarkdown(judgements)).write()
}

try {
  await main()
} catch (error) {
  failAction(error)
}
