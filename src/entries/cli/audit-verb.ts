import { readAuditRequest } from '../../inputs/audit-inputs.js'
import { AUDIT_INPUTS } from '../../inputs/input-names.js'
import { absolutePath } from '../../inputs/paths.js'
import { audit } from '../../jobs/audit-job.js'
import { judgementText } from '../../jobs/audit-text.js'
import { UsageError, type Verb } from './verb.js'

const { paths: _, strict, ...flags } = AUDIT_INPUTS

/** `audit`: says whether Lambda would load a package. */
export const auditVerb: Verb = {
  title: 'Tells whether Lambda loads a package, and why not: a zip, a directory or a shared object.',
  operand: 'FILE.zip|DIRECTORY|FILE.so',
  flags,
  switches: { strict, json: 'print the findings as JSON' },
  async run({ get, operands, print }) {
    const [file, ...more] = operands
    if (file === undefined || more.length > 0) throw new UsageError('audit takes one file or directory')
    const judgement = await audit({ file, path: absolutePath('FILE', file), ...readAuditRequest(get) })
    print({ json: judgement, text: judgementText(judgement) })
    return judgement.passed ? 0 : 1
  },
}
