import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { isRefused, LIFTED, PYTHONS } from '../roles.js'
import { type ActionRun, containers, errors, runAction, temporary } from '../runner.js'
import { AT_HAND, psycopg2For } from '../versions.js'
import { audit } from './audited.js'

interface Record {
  forTestsOnly?: boolean
  stages: { stage: string; checks: { name: string; result: string; detail: string }[] }[]
}

/** Builds for these Pythons in one call, with the runtimes' limit of GLIBC lifted, and connects each zip. */
function runBuild(pythons: readonly string[], out: string): Promise<ActionRun> {
  const inputs = {
    'python-version': pythons.join(' '),
    ...AT_HAND,
    'output-dir': out,
    verify: 'connect',
  }
  return runAction(inputs, { env: LIFTED })
}

function expectConnected(out: string, python: string): void {
  const name = nameOf(python)
  const record = JSON.parse(readFileSync(join(out, `${name}.verified.json`), 'utf8')) as Record
  expect(record.forTestsOnly).toBe(true)
  expect(record.stages.map(({ stage }) => stage)).toEqual(['audit', 'import', 'connect'])
  const checks = record.stages.flatMap((stage) => stage.checks)
  expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
  const interpreter = checks.find((check) => check.name === 'Python')
  // Python 2.7 cannot tell the C library of Debian's.
  expect(interpreter?.detail).toMatch(new RegExp(`^${python}\\.\\d+, (glibc|unknown libc$)`))
}

const nameOf = (python: string) => `psycopg${psycopg2For(python)}-${python}.zip`

describe.skipIf(inject('noEngine') !== '')('every Python there is here, in a stand-in for its image', () => {
  test(`${PYTHONS.join(', ')} connect; the audit refuses what needs a newer C library than the runtime has`, async () => {
    const out = temporary()
    const run = await runBuild(PYTHONS, out)
    expect(errors(run.output)).toEqual([])
    expect(run.output).toContain('no zip of this run is for Lambda')
    expect(containers()).toEqual([])
    for (const python of PYTHONS) {
      expectConnected(out, python)
      const { violations } = await audit(join(out, nameOf(python)), python)
      const allowed = isRefused(python) ? ['glibc'] : []
      expect([...new Set(violations.map(({ rule }) => rule))], python).toEqual(allowed)
      for (const { message } of violations) expect(message).toMatch(/GLIBC_2\.\d+/)
    }
  })
})
