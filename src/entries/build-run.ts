import { readBuildRequest } from '../inputs/build-inputs.js'
import { type Given, readReleaseTarget } from '../inputs/release-inputs.js'
import { readTestGlibc, TEST_GLIBC } from '../inputs/test-glibc.js'
import { type BuildJob, type BuildResult, buildAndUpload } from '../jobs/build-job.js'
import { cleanUp } from '../recipe/cleanup.js'
import { cleanUpOnSignal, isCancelled } from './cancel.js'

/** What a way in (the action, the command line) tells about itself. */
interface WayIn extends Omit<BuildJob, 'request' | 'target'>, Omit<Given, 'env'> {
  /** Where to tell about a signal. */
  say(message: string): void
}

/**
 * One run of a build: reads what is asked for, does the job, and removes what it left, however it ends.
 *
 * @throws {BuildError} for whatever stands in the way
 */
export async function runBuild({ get, mask, say, ...way }: WayIn): Promise<BuildResult> {
  cleanUpOnSignal(way.runId, say)
  try {
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
    return await buildAndUpload({ ...way, request, target })
  } finally {
    if (!isCancelled()) await cleanUp(way.runId)
  }
}
