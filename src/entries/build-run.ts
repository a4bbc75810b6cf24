import { readBuildRequest } from '../inputs/build-inputs.js'
import { type Given, readReleaseTarget } from '../inputs/release-inputs.js'
import { readTestGlibc, TEST_GLIBC } from '../inputs/test-glibc.js'
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
    const testGlibc = readTestGlibc(process.env, get)
    const target = readReleaseTarget({ get, env: process.env, mask })
    const python = way.fallBack && target === undefined ? 'optional' : 'required'
    const request = { ...readBuildRequest(get, { python }), testGlibc }
    if (testGlibc !== undefined) {
      way.log.warning(
        `${TEST_GLIBC}=${testGlibc} is for tests only: symbols up to GLIBC_${testGlibc} pass, whatever the ` +
          'runtime has, and no zip of this run is for Lambda',
      )
    }
    await tell(await buildAndUpload({ ...way, request, target }))
  })
}
