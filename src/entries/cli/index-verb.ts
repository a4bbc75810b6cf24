import { relative } from 'node:path'
import { readIndexRequest } from '../../inputs/index-inputs.js'
import { INDEX_INPUTS } from '../../inputs/input-names.js'
import { writeIndex } from '../../jobs/index-job.js'
import { BuildError } from '../../report/errors.js'
import type { Verb } from './verb.js'

const { earlier, ...flags } = INDEX_INPUTS

/** `index`: writes the static pages of a Python index. */
export const indexVerb: Verb = {
  operand: 'manifest.json|DIRECTORY|URL…',
  flags,
  switches: { earlier, json: 'print path, versions and wheels as JSON' },
  async run({ get, has, operands, print, log }) {
    const request = readIndexRequest(get, operands)
    const abort = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => abort.abort(new BuildError(`Cancelled (${signal})`, 'Nothing was written.')))
    }
    const written = await writeIndex({ ...request, earlier: has('earlier'), signal: abort.signal, log })
    const { path, versions, wheels } = written
    print({
      json: written,
      text: `${relative('', path) || '.'}: ${wheels.length} wheels of psycopg2 ${versions.join(', ')}\n`,
    })
    return 0
  },
}
