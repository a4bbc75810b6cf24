import './no-deprecations.js'
import * as core from '@actions/core'
import { readInstallRequest } from '../inputs/install-inputs.js'
import { install, installedLine } from '../jobs/install-job.js'
import { installOutputs } from '../jobs/install-outputs.js'
import { actionsLog } from '../report/actions-log.js'
import { failAction } from '../report/fail-action.js'
import { assertRunnerFiles } from './runner-files.js'
import { stoppable } from './stop.js'

/** The install action's only step. */
async function main(): Promise<void> {
  await assertRunnerFiles(process.env, ['GITHUB_OUTPUT'])
  const request = await readInstallRequest({ get: core.getInput, env: process.env, mask: core.setSecret })
  const installed = await stoppable(core.info, (signal) => install(request, actionsLog, { signal }))
  for (const [name, value] of Object.entries(installOutputs(installed))) core.setOutput(name, value)
  core.info(installedLine(installed))
}

try {
  await main()
} catch (error) {
  failAction(error)
}
