import { runCli } from '../runner.js'

/** What the audit verb has against a zip. */
export interface Verdict {
  code: number | null
  passed: boolean
  violations: { rule: string; message: string }[]
}

/** Asks the audit verb, which knows no ceiling but that of the Python's runtime. */
export async function audit(zip: string, python: string): Promise<Verdict> {
  const { code, stdout } = await runCli(['audit', zip, '--python-version', python, '--json'])
  const { passed, findings } = JSON.parse(stdout) as {
    passed: boolean
    findings: { report?: { violations: { rule: string; message: string }[] } }[]
  }
  return { code, passed, violations: findings.flatMap(({ report }) => report?.violations ?? []) }
}
