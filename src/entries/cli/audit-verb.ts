import { readPlanRequest } from '../../inputs/build-inputs.js'
import { AUDIT_INPUTS } from '../../inputs/input-names.js'
import { absolutePath } from '../../inputs/paths.js'
import { audit } from '../../jobs/audit-job.js'
import { UsageError, type Verb } from './verb.js'

/** `audit`: says whether a zip or a shared object would load on Lambda. */
export const auditVerb: Verb = {
  title: 'Tells whether a zip or a shared object fits a Lambda runtime, and why not.',
  operand: 'FILE.zip|FILE.so',
  flags: AUDIT_INPUTS,
  switches: {
    strict: 'hold it to what is asked of the zips made here, too',
    json: 'print the findings as JSON',
  },
  async run({ get, has, operands, print }) {
    const [file, ...more] = operands
    if (file === undefined || more.length > 0) throw new UsageError('audit takes one file')
    if (get('python-version') === undefined) throw new UsageError('audit needs --python-version')
    const request = readPlanRequest(get)
    if (request.pythons.length > 1) throw new UsageError('audit takes one --python-version')
    if (request.architectures.length > 1) throw new UsageError('audit takes one --architecture')
    const { passed, findings, text } = await audit({
      file,
      path: absolutePath('FILE', file),
      request,
      strict: has('strict'),
    })
    print({ json: { file, passed, findings }, text })
    return passed ? 0 : 1
  },
}
