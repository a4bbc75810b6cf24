import { relative } from 'node:path'
import { readIndexRequest } from '../../inputs/index-inputs.js'
import { INDEX_INPUTS } from '../../inputs/input-names.js'
import { writeIndex } from '../../jobs/index-job.js'
import { stoppable } from '../stop.js'
import type { Verb } from './verb.js'

const { earlier, ...flags } = INDEX_INPUTS

/** `index`: writes the static pages of a Python index. */
export const indexVerb: Verb = {
  operand: 'manifest.json|DIRECTORY|URL…',
  flags,
  switches: { earlier, json: 'print path, versions and wheels as JSON' },
  async run({ get, has, operands, print, log }) {
    const request = readIndexRequest(get, operands)
    const written = await stoppable(log.notice, (signal) =>
      writeIndex({ ...request, earlier: has('earlier'), signal, log }),
    )
    const { path, versions, wheels } = written
    print({
      json: written,
      text: `${relative('', path) || '.'}: ${wheels.length} ${wheels.length === 1 ? 'wheel' : 'wheels'} of psycopg2 ${versions.join(', ')}\n`,
    })
    return 0
  },
}
