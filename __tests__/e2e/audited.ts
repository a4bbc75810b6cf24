import type { Architecture } from '../../src/catalog/architecture.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { runCli } from '../runner.js'

/** What the audit verb has against a zip. */
export interface Verdict {
  code: number | null
  passed: boolean
  violations: { rule: string; message: string }[]
}

/** Asks the audit verb. */
export async function audit(
  zip: string,
  python: string,
  architecture: Architecture = thisArchitecture(),
): Promise<Verdict> {
  const argv = ['audit', zip, '--python-version', python, '--architecture', architecture, '--json']
  const { code, stdout } = await runCli(argv)
  const { passed, findings } = JSON.parse(stdout) as {
    passed: boolean
    findings: { rule: string; message: string }[]
  }
  return { code, passed, violations: findings }
}
