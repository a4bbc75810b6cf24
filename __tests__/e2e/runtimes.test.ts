import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { PYTHONS } from '../roles.js'
import { type ActionRun, containers, errors, runAction, temporary } from '../runner.js'
import { AT_HAND, psycopg2For } from '../versions.js'
import { audit } from './audited.js'

interface Record {
  stages: { stage: string; checks: { name: string; result: string; detail: string }[] }[]
}

/** Builds for these Pythons in one call, and connects each zip. */
function runBuild(pythons: readonly string[], out: string): Promise<ActionRun> {
  const inputs = {
    'python-version': pythons.join(' '),
    ...AT_HAND,
    'output-dir': out,
    verify: 'connect',
  }
  return runAction(inputs)
}

function expectConnected(out: string, python: string): void {
  const name = nameOf(python)
  const record = JSON.parse(readFileSync(join(out, `${name}.verified.json`), 'utf8')) as Record
  expect(record.stages.map(({ stage }) => stage)).toEqual(['audit', 'import', 'connect'])
  const checks = record.stages.flatMap((stage) => stage.checks)
  expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
  const interpreter = checks.find((check) => check.name === 'Python')
  // Python 2.7 cannot tell the C library of Debian's.
  expect(interpreter?.detail).toMatch(new RegExp(`^${python}\\.\\d+, (glibc|unknown libc$)`))
}

const nameOf = (python: string) => `psycopg${psycopg2For(python)}-${python}.zip`

describe.skipIf(inject('noEngine') !== '')('every Python there is here, in a stand-in for its image', () => {
  test(`${PYTHONS.join(', ')} connect, and pass the audit of their own runtime`, async () => {
    const out = temporary()
    const run = await runBuild(PYTHONS, out)
    expect(errors(run.output)).toEqual([])
    expect(containers()).toEqual([])
    for (const python of PYTHONS) {
      expectConnected(out, python)
      const { violations } = await audit(join(out, nameOf(python)), python)
      expect(violations, python).toEqual([])
    }
  })
})
