import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import lock from '../../src/catalog/sources.lock.json' with { type: 'json' }
import { containers, errors, runAction, runCli, temporary } from './programs.js'
import { PSYCOPG2, SOURCES } from './sources.js'

/** The ceiling that lets through what Debian 12's C library gives; for tests only. */
const LIFTED = { PSYCOPG2_LAMBDA_TEST_GLIBC: '2.36' }

interface Record {
  forTestsOnly?: boolean
  stages: { stage: string; checks: { name: string; result: string; detail: string }[] }[]
}

/** Builds for these Pythons in one call, with the runtimes' limit of GLIBC lifted, and connects each zip. */
async function build(pythons: string[], inputs: { [name: string]: string } = {}): Promise<string> {
  const out = temporary()
  const run = await runAction(
    {
      'python-version': pythons.join(' '),
      'psycopg2-version': PSYCOPG2,
      'source-dir': SOURCES,
      'output-dir': out,
      verify: 'connect',
      ...inputs,
    },
    { env: LIFTED },
  )
  expect(errors(run.output)).toEqual([])
  expect(run.output).toContain('no zip of this run is for Lambda')
  expect(containers()).toEqual([])
  for (const python of pythons) {
    const name = `psycopg${PSYCOPG2}-${python}.zip`
    const record = JSON.parse(readFileSync(join(out, `${name}.verified.json`), 'utf8')) as Record
    expect(record.forTestsOnly).toBe(true)
    expect(record.stages.map(({ stage }) => stage)).toEqual(['audit', 'import', 'connect'])
    const checks = record.stages.flatMap((stage) => stage.checks)
    expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
    expect(checks.find((check) => check.name === 'Python')?.detail).toMatch(
      new RegExp(`^${python}\\.\\d+, glibc`),
    )
  }
  return out
}

describe.skipIf(inject('noEngine') !== '')('every Python of Lambda, in a stand-in for its image', () => {
  test('3.8 to 3.13 connect; the audit refuses for Amazon Linux 2 what needs a newer C library', async () => {
    const out = await build(['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'])
    for (const python of ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13']) {
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

  // 2.7 and 3.6 need a psycopg2 whose tarball is not in Debian's archive: `npm run proof` tries them where it can be had.
  test('3.7 connects, with a psycopg2 that a lock of the user’s says serves it', async () => {
    // Upstream no longer says that this one serves it, but it does.
    const row = lock.sources.find(({ project, version }) => project === 'psycopg2' && version === PSYCOPG2)
    const file = join(temporary(), 'lock.json')
    writeFileSync(file, JSON.stringify({ sources: [{ ...row, pythons: ['3.7'] }] }))
    await build(['3.7'], { 'lock-file': file })
  })
})
