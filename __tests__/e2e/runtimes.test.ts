import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { type ActionRun, containers, errors, runAction, runCli, temporary } from './programs.js'
import { PSYCOPG2, SOURCES } from './sources.js'

/** The ceiling that lets through what Debian 12's C library gives; for tests only. */
const LIFTED = { PSYCOPG2_LAMBDA_TEST_GLIBC: '2.36' }

interface Record {
  forTestsOnly?: boolean
  stages: { stage: string; checks: { name: string; result: string; detail: string }[] }[]
}

/** Builds for these Pythons in one call, with the runtimes' limit of GLIBC lifted, and connects each zip. */
function runBuild(pythons: string[], psycopg2: string, out: string): Promise<ActionRun> {
  const inputs = {
    'python-version': pythons.join(' '),
    'psycopg2-version': psycopg2,
    'source-dir': SOURCES,
    'output-dir': out,
    verify: 'connect',
  }
  return runAction(inputs, { env: LIFTED })
}

function expectConnected(out: string, python: string, psycopg2: string): void {
  const name = `psycopg${psycopg2}-${python}.zip`
  const record = JSON.parse(readFileSync(join(out, `${name}.verified.json`), 'utf8')) as Record
  expect(record.forTestsOnly).toBe(true)
  expect(record.stages.map(({ stage }) => stage)).toEqual(['audit', 'import', 'connect'])
  const checks = record.stages.flatMap((stage) => stage.checks)
  expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
  const interpreter = checks.find((check) => check.name === 'Python')
  expect(interpreter?.detail).toMatch(new RegExp(`^${python}\\.\\d+, glibc`))
}

describe.skipIf(inject('noEngine') !== '')('every Python of Lambda, in a stand-in for its image', () => {
  test('3.8 to 3.13 connect; the audit refuses for Amazon Linux 2 what needs a newer C library', async () => {
    const out = temporary()
    const pythons = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13']
    const run = await runBuild(pythons, PSYCOPG2, out)
    expect(errors(run.output)).toEqual([])
    expect(run.output).toContain('no zip of this run is for Lambda')
    expect(containers()).toEqual([])
    for (const python of pythons) {
      expectConnected(out, python, PSYCOPG2)
      const file = join(out, `psycopg${PSYCOPG2}-${python}.zip`)
      const audit = await runCli(['audit', file, '--python-version', python, '--json'])
      const { findings } = JSON.parse(audit.stdout) as {
        findings: { report?: { violations: { rule: string; message: string }[] } }[]
      }
      const violations = findings.flatMap(({ report }) => report?.violations ?? [])
      const al2 = ['3.8', '3.9', '3.10', '3.11'].includes(python)
      expect(new Set(violations.map(({ rule }) => rule)), python).toEqual(new Set(al2 ? ['glibc'] : []))
      for (const { message } of violations) expect(message).toMatch(/GLIBC_2\.(2[7-9]|3\d)/)
    }
  })

  // Their psycopg2 is upstream's alone. Where that cannot be reached, the error must say what to do about it; the
  // same build with the tarballs at hand is in docs/proof.md.
  test.each([
    ['2.7', '2.8.6'],
    ['3.6', '2.9.8'],
    ['3.7', '2.9.9'],
  ])('%s connects with psycopg2 %s, or says how to come by it', async (python, psycopg2) => {
    const out = temporary()
    const run = await runBuild([python], psycopg2, out)
    const [error] = errors(run.output)
    if (error === undefined) return expectConnected(out, python, psycopg2)
    expect(error).toMatch(/psycopg2-\S+ could not be had from anywhere/)
    expect(error).toMatch(/source-dir/)
    expect(error).toMatch(/github\.com/)
  })
})
