import { fileURLToPath } from 'node:url'
import type { IndexJob } from '../jobs/index-job.js'
import { absolutePath } from './paths.js'
import { malformed, nothingGiven, withoutLogin } from './shape.js'
import { type Getter, oneOf, pathOf } from './values.js'

/** What the flags and operands of `index` say. */
type IndexRequest = Pick<IndexJob, 'manifests' | 'wheels' | 'outputDir'>

const HINT =
  'Name the manifest.json of a release, the directory that has it, or its address, as in ' +
  'https://github.com/OWNER/REPOSITORY/releases/latest/download/manifest.json.'

const SUM = /^#sha256=[0-9a-f]{64}$/

/** Reads them. @throws {InputError} that names the one at fault */
export function readIndexRequest(get: Getter, operands: readonly string[]): IndexRequest {
  if (operands.length === 0) throw nothingGiven('MANIFEST', HINT)
  return {
    manifests: operands.map(placeOf),
    wheels: oneOf(get, 'wheels', 'copy', ['copy', 'link']),
    outputDir: pathOf(get, 'output-dir') ?? absolutePath('output-dir', 'site'),
  }
}

function placeOf(text: string): URL | string {
  if (!/^(https?|file):/i.test(text)) return absolutePath('MANIFEST', text)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || (url.protocol === 'file:' && url.host !== '')) {
    throw malformed('MANIFEST', withoutLogin(text), { problem: 'is not an address', hint: HINT })
  }
  // A sum that is not understood must not be one that is not asked for.
  if (url.hash !== '' && (url.protocol === 'file:' || !SUM.test(url.hash))) {
    throw malformed('MANIFEST', withoutLogin(text), {
      problem: `has ${JSON.stringify(url.hash)} at its end, which is not checked`,
      hint: 'Behind an http or https address there may stand #sha256= and 64 lower-case hexadecimal digits, and nothing else.',
    })
  }
  return url.protocol === 'file:' ? fileURLToPath(url) : url
}
