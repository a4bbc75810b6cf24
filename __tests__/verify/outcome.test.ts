import { expect, test } from 'vitest'
import { insist, parseChecks } from '../../src/verify/outcome.js'
import { planFor } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'

const plan = await planFor('3.13')

test('a check script’s lines become checks, its other words do not', () => {
  const text = [
    'warning: something else',
    'ok TLS 1.3: TLSv1.3, TLS_AES_256_GCM_SHA384',
    'skipped certificate store: libpq 150000 has no sslrootcert=system (16 has)',
    'ok wrong name: server certificate for "localhost" does not match: really',
    'FAILED something: no',
    'okay: not one of ours',
    '',
  ].join('\n')
  expect(parseChecks(text)).toEqual([
    { name: 'TLS 1.3', result: 'passed', detail: 'TLSv1.3, TLS_AES_256_GCM_SHA384' },
    {
      name: 'certificate store',
      result: 'skipped',
      detail: 'libpq 150000 has no sslrootcert=system (16 has)',
    },
    {
      name: 'wrong name',
      result: 'passed',
      detail: 'server certificate for "localhost" does not match: really',
    },
  ])
})

test('what was skipped is a notice, what failed an error that says where and what', () => {
  const { log, lines } = collectingLog()
  const good = { exitCode: 0, stdout: 'ok a: b\nskipped c: d\n', stderr: '' }
  expect(insist(good, { plan, where: 'the image' }, log)).toHaveLength(2)
  expect(lines.join('\n')).toContain('not checked: c: d')
  const bad = { exitCode: 1, stdout: 'ok a: b\n', stderr: 'FAILED TLS 1.3: expected this\n' }
  expect(() => insist(bad, { plan, where: 'the image' }, log)).toThrow(
    'The zip for Python 3.13 does not work in the image: FAILED TLS 1.3: expected this',
  )
})

test('a script that says nothing has proven nothing', () => {
  const { log } = collectingLog()
  expect(() => insist({ exitCode: 0, stdout: '', stderr: '' }, { plan, where: 'here' }, log)).toThrow(
    'without having checked',
  )
})
