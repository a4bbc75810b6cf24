import { PYTHON } from '../roles.js'
import { type ActionRun, errors, runAction, temporary } from '../runner.js'
import { AT_HAND } from '../versions.js'

/**
 * Builds a zip for the newest Python with the action, from OpenSSL and libpq that an earlier build may have compiled.
 *
 * @throws when the action fails
 */
export async function build(inputs: Record<string, string>): Promise<ActionRun & { zip: string }> {
  const run = await runAction({
    'python-version': PYTHON,
    ...AT_HAND,
    'output-dir': temporary(),
    ...inputs,
  })
  const { zip } = run.outputs
  if (run.code !== 0 || zip === undefined) throw new Error(errors(run.output).join('\n') || run.output)
  return { ...run, zip }
}
