import { readBuildRequest } from '../inputs/build-inputs.js'
import type { Given } from '../inputs/github-names.js'
import { readReleaseTarget } from '../inputs/release-inputs.js'
import { type BuildJob, type BuildResult, buildAndUpload } from '../jobs/build-job.js'
import { withCleanUp } from './cancel.js'

/** What the action and the command line each bring to a build. */
interface WayIn extends Omit<BuildJob, 'request' | 'target'>, Omit<Given, 'env'> {
  /** Says that a signal is ending the run. */
  say(message: string): void
  /** Tells the result, before anything is removed: what was built is told even when that fails. */
  tell(result: BuildResult): void | Promise<void>
}

/**
 * One run of a build: reads what is asked for, does the job, tells the result, and removes what it left, however it ends.
 *
 * @throws {BuildError} for whatever stands in the way
 */
export function runBuild({ get, mask, say, tell, ...way }: WayIn): Promise<void> {
  return withCleanUp(way.runId, say, async () => {
    const target = readReleaseTarget({ get, env: process.env, mask })
    const python = way.fallBack && target === undefined ? 'optional' : 'required'
    const request = readBuildRequest(get, { python })
    await tell(await buildAndUpload({ ...way, request, target }))
  })
}
