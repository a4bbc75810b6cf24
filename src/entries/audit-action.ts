import './no-deprecations.js'
import { relative } from 'node:path'
import * as core from '@actions/core'
import { packagesOf, readAuditRequest } from '../inputs/audit-inputs.js'
import { audit, type Judgement } from '../jobs/audit-job.js'
import { annotationsOf, judgementsMarkdown, judgementText } from '../jobs/audit-text.js'
import { type Unjudged, unjudged } from '../jobs/unjudged.js'
import { BuildError } from '../report/errors.js'
import { failAction } from '../report/fail-action.js'
import { visible } from '../report/visible.js'
import { assertRunnerFiles } from './runner-files.js'

/** More errors of one step GitHub does not show. */
const MOST_ERRORS = 10

/** The audit action's only step. */
async function main(): Promise<void> {
  await assertRunnerFiles(process.env, ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])
  const request = readAuditRequest(core.getInput)
  const results: (Judgement | Unjudged)[] = []
  const further: string[] = []
  for (const path of await packagesOf(core.getInput)) {
    const file = relative('', path) || '.'
    try {
      const judgement = await audit({ file, path, ...request })
      results.push(judgement)
      core.info(judgementText(judgement))
      const [first, ...others] = annotationsOf(judgement)
      if (first !== undefined) core.setFailed(first)
      further.push(...others)
      for (const note of judgement.notes) core.notice(visible(`${file}: ${note}`))
    } catch (error) {
      // What the others have come to is wanted all the same.
      if (!(error instanceof BuildError)) throw error
      results.push(unjudged(file, error))
      failAction(error)
    }
  }
  // Each package's first is shown before more of any; the log has them all.
  const failed = results.filter(({ passed }) => !passed).length
  for (const one of further.slice(0, Math.max(0, MOST_ERRORS - failed))) core.error(one)
  core.setOutput('results', JSON.stringify(results))
  if (process.env.GITHUB_STEP_SUMMARY && results.length > 0)
    await core.summary.addRaw(judgementsMarkdown(results)).write()
}

try {
  await main()
} catch (error) {
  failAction(error)
}
