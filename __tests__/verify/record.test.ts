import { expect, test } from 'vitest'
import { recordName } from '../../src/catalog/file-names.js'
import { recordOf, recordText } from '../../src/verify/record.js'
import type { Stage, Tried, Verification } from '../../src/verify/types.js'
import { planFor } from '../plans.js'

const plan = await planFor('3.13', { architectures: ['arm64'] })
const zip = { name: 'psycopg2.9.13-3.13-arm64.zip', size: 7, sha256: 'a'.repeat(64) }
const audit: Stage = {
  stage: 'audit',
  where: { image: 'build:1', id: 'sha256:1' },
  finished: '2026-11-22T10:00:00.000Z',
  checks: [{ name: 'needed', result: 'passed', detail: 'kept' }],
}
const imported: Stage = {
  stage: 'import',
  where: { machine: 'this machine' },
  finished: '2026-11-22T10:00:01.000Z',
  checks: [{ name: 'TLS', result: 'skipped', detail: 'why' }],
}

const built = { image: 'build:1', id: 'sha256:1', toolchain: 'gcc' }

/** What a reader finds in the record's file. */
function written(verify: Verification, tried: Tried): Record<string, unknown> {
  return JSON.parse(recordText(recordOf({ of: plan, zip, glibc: '2.17', built, verify, ...tried })))
}

test('a record says what ran, where and when, and what did not', () => {
  expect(recordName(zip.name)).toBe('psycopg2.9.13-3.13-arm64.zip.verified.json')
  expect(written('import', { stages: [audit, imported] })).toMatchObject({
    zip,
    python: '3.13',
    architecture: 'arm64',
    built,
    result: 'passed',
    finished: imported.finished,
    stages: [
      { stage: 'audit', image: 'build:1', id: 'sha256:1', checks: audit.checks },
      { stage: 'import', machine: 'this machine', checks: imported.checks },
    ],
    notRun: [{ stage: 'connect', asked: false, why: 'verify: connect was not asked for' }],
  })
})

test.each([
  ['import', [true, false]],
  ['connect', [true, true]],
] as const)('what verify: %s asked for and did not run has its own reason', (verify, asked) => {
  const { notRun } = written(verify, { stages: [audit], unable: 'this machine cannot' })
  const why = ['this machine cannot', asked[1] ? 'this machine cannot' : 'verify: connect was not asked for']
  expect(notRun).toEqual(
    ['import', 'connect'].map((stage, at) => ({ stage, asked: asked[at], why: why[at] })),
  )
})

test('of a zip that came without a record, nothing is said of where it was made', () => {
  const record = recordOf({
    of: plan,
    zip,
    glibc: null,
    built: undefined,
    verify: 'import',
    stages: [audit, imported],
  })
  expect(record).not.toHaveProperty('built')
})

test('where nothing was asked for, what did not run was not asked for', () => {
  expect(written('none', { stages: [audit] }).notRun).toMatchObject([{ asked: false }, { asked: false }])
})
