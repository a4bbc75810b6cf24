import { readAuditRequest } from '../../inputs/audit-inputs.js'
import { AUDIT_INPUTS } from '../../inputs/input-names.js'
import { absolutePath } from '../../inputs/paths.js'
import { nothingGiven } from '../../inputs/shape.js'
import { audit } from '../../jobs/audit-job.js'
import { judgementText } from '../../jobs/audit-text.js'
import { unjudged } from '../../jobs/unjudged.js'
import { BuildError } from '../../report/errors.js'
import { UsageError, type Verb } from './verb.js'

const { paths: _, strict, ...flags } = AUDIT_INPUTS

/** `audit`: says whether Lambda would load a package. */
export const auditVerb: Verb = {
  operand: 'FILE.zip|DIRECTORY|FILE.so',
  flags,
  switches: { strict, json: 'print the findings as JSON' },
  more: `Exit codes: 0 Lambda loads it; 1 it does not, or the package cannot be read or is none;
2 wrong usage, also where neither a flag nor the package tells the Python.

Examples:
  psycopg2-lambda audit function.zip
  psycopg2-lambda audit layer.zip --python-version 3.13 --architecture arm64
  psycopg2-lambda audit package/ --json
`,
  async run({ get, operands, print }) {
    const [file, ...more] = operands
    if (file === undefined || more.length > 0) throw new UsageError('audit takes one file or directory')
    if (file.trim() === '') {
      throw nothingGiven(
        'FILE',
        'Name a zip, a directory or a shared object; the directory here is "." itself.',
      )
    }
    const job = { file, path: absolutePath('FILE', file), ...readAuditRequest(get) }
    try {
      const judgement = await audit(job)
      print({ json: judgement, text: judgementText(judgement) })
      return judgement.passed ? 0 : 1
    } catch (error) {
      // Who reads JSON gets some; people are told on standard error, as by every verb.
      if (error instanceof BuildError) print({ json: unjudged(file, error), text: '' })
      throw error
    }
  },
}
