import { randomUUID } from 'node:crypto'
import { relative } from 'node:path'
import { VERIFY_INPUTS } from '../../inputs/input-names.js'
import { readVerifyRequest } from '../../inputs/verify-inputs.js'
import { verifyZips } from '../../jobs/verify-job.js'
import { withCleanUp } from '../cancel.js'
import { UsageError, type Verb } from './verb.js'

/** `verify`: tries zips that are there already. */
export const verifyVerb: Verb = {
  operand: 'FILE.zip…',
  flags: VERIFY_INPUTS,
  switches: { json: 'print the records as JSON' },
  async run({ get, operands, print, log }) {
    if (get('files') !== undefined && operands.length > 0) {
      throw new UsageError('verify takes zips or --files, not both')
    }
    const runId = randomUUID()
    const given = (name: string) =>
      name === 'files' && operands.length > 0 ? operands.join('\n') : get(name)
    await withCleanUp(runId, log.notice, async () => {
      const request = await readVerifyRequest(given)
      const recorded = await verifyZips({ ...request, runId, fallBack: true, log })
      const lines = recorded.map(
        ({ zip, passed, path }) => `${zip}: passed ${passed} checks; the record is ${relative('', path)}\n`,
      )
      print({
        json: recorded.map(({ path, record }) => ({ path, ...record })),
        text: lines.join(''),
      })
    })
    return 0
  },
}
