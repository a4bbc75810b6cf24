import type { VerifyJob } from '../jobs/verify-job.js'
import { ENGINE_CHOICES } from '../sandbox/engine.js'
import { filesOf } from './file-patterns.js'
import { nothingGiven } from './shape.js'
import { type Getter, imageOf, oneOf } from './values.js'

/** What the inputs of the verify action say. */
type VerifyRequest = Pick<VerifyJob, 'files' | 'verify' | 'engine' | 'runtimeImage' | 'serverImage'>

/**
 * Reads the inputs of the verify action.
 *
 * @throws {InputError} that names the input, its value and what is allowed
 */
export async function readVerifyRequest(get: Getter): Promise<VerifyRequest> {
  const request = {
    verify: oneOf(get, 'verify', 'import', ['import', 'connect'] as const),
    engine: oneOf(get, 'container-engine', 'auto', ENGINE_CHOICES),
    runtimeImage: imageOf(get, 'runtime-image'),
    serverImage: imageOf(get, 'server-image'),
  }
  const files = await filesOf(get)
  if (files.length > 0) return { ...request, files }
  throw nothingGiven(
    'files',
    'Say which zips to try: paths, directories or patterns, for example dist/*.zip.',
  )
}
