import { expect, test } from 'vitest'
import { recordName } from '../../src/catalog/file-names.js'
import { verifiedJson } from '../../src/verify/record.js'
import type { Stage } from '../../src/verify/types.js'
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

function recordOf(stages: Stage[], forTestsOnly = false): Record<string, unknown> {
  const built = { where: audit.where, toolchain: 'gcc' }
  return JSON.parse(verifiedJson({ plan, zip, built, stages, forTestsOnly }))
}

test('a record says what ran, where and when, and what did not', () => {
  expect(recordName(zip.name)).toBe('psycopg2.9.13-3.13-arm64.zip.verified.json')
  expect(recordOf([audit, imported])).toMatchObject({
    zip,
    python: '3.13',
    architecture: 'arm64',
    built: { image: 'build:1', id: 'sha256:1', toolchain: 'gcc' },
    result: 'passed',
    finished: imported.finished,
    stages: [
      { stage: 'audit', image: 'build:1', id: 'sha256:1', checks: audit.checks },
      { stage: 'import', machine: 'this machine', checks: imported.checks },
    ],
    notRun: [{ stage: 'connect', why: 'verify: connect was not asked for' }],
  })
})

test('a zip that was made for tests says so, any other does not', () => {
  expect(recordOf([audit], true)).toMatchObject({ forTestsOnly: true })
  expect(recordOf([audit])).not.toHaveProperty('forTestsOnly')
  expect(recordOf([audit]).notRun).toHaveLength(2)
})
