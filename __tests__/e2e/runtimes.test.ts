import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { isRefused, LIFTED, PYTHONS } from '../roles.js'
import { audit } from './audited.js'
import { type ActionRun, containers, errors, runAction, temporary } from './programs.js'
import { PSYCOPG2, psycopg2For, SOURCES } from './sources.js'

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

const versions = new Map<string, string>()
for (const python of PYTHONS) versions.set(python, await psycopg2For(python))
const together = PYTHONS.filter((python) => versions.get(python) === PSYCOPG2)
const alone = [...versions].filter(([, psycopg2]) => psycopg2 !== PSYCOPG2)

describe.skipIf(inject('noEngine') !== '')('every Python there is here, in a stand-in for its image', () => {
  test(`${together.join(', ')} connect; the audit refuses what needs a newer C library than the runtime has`, async () => {
    const out = temporary()
    const run = await runBuild(together, PSYCOPG2, out)
    expect(errors(run.output)).toEqual([])
    expect(run.output).toContain('no zip of this run is for Lambda')
    expect(containers()).toEqual([])
    for (const python of together) {
      expectConnected(out, python, PSYCOPG2)
      const { violations } = await audit(join(out, `psycopg${PSYCOPG2}-${python}.zip`), python)
      const allowed = isRefused(python) ? ['glibc'] : []
      expect([...new Set(violations.map(({ rule }) => rule))], python).toEqual(allowed)
      for (const { message } of violations) expect(message).toMatch(/GLIBC_2\.(2[7-9]|3\d)/)
    }
  })

  // Their psycopg2 is upstream's alone. Where that cannot be reached, the error must say what to do about it; the
  // same build with the tarballs at hand is in docs/proof.md.
  test.each(alone)('%s connects with psycopg2 %s, or says how to come by it', async (python, psycopg2) => {
    const out = temporary()
    const run = await runBuild([python], psycopg2, out)
    const [error] = errors(run.output)
    if (error === undefined) return expectConnected(out, python, psycopg2)
    expect(error).toMatch(/psycopg2-\S+ could not be had from anywhere/)
    expect(error).toMatch(/source-dir/)
    expect(error).toMatch(/github\.com/)
  })
})
