import { expect, test } from 'vitest'
import { auditTarget } from '../../src/audit/audit-target.js'
import { BUILD_INPUTS } from '../../src/inputs/input-names.js'
import { readTestGlibc, TEST_GLIBC } from '../../src/inputs/test-glibc.js'
import { InputError } from '../../src/report/errors.js'
import { planFor } from '../plans.js'

const read = (value: string | undefined, inputs: Record<string, string> = {}) =>
  readTestGlibc(value === undefined ? {} : { [TEST_GLIBC]: value }, (name) => inputs[name])

test.each([
  [undefined, undefined],
  ['', undefined],
  ['2.36', '2.36'],
  [' 2.40\n', '2.40'],
])('%j gives %j', (value, glibc) => {
  expect(read(value)).toBe(glibc)
})

test.each(['2', '3.1', '2.36.1', 'GLIBC_2.36', '2.x', 'none'])('%j is refused by name', (value) => {
  expect(() => read(value)).toThrow(InputError)
  expect(() => read(value)).toThrow(`${TEST_GLIBC}: ${JSON.stringify(value)} is not a version of glibc`)
})

test.each([{ 'release-tag': '2.9.13-1' }, { 'release-id': '17' }])('%j cannot be had with it', (inputs) => {
  expect(() => read('2.36', inputs)).toThrow(InputError)
  expect(() => read('2.36', inputs)).toThrow(Object.keys(inputs)[0])
  expect(read(undefined, inputs)).toBeUndefined()
})

test('it is no input: neither a workflow nor a flag can set it', () => {
  expect(Object.keys(BUILD_INPUTS).filter((name) => /glibc/i.test(name))).toEqual([])
  expect(readTestGlibc({}, (name) => (name === TEST_GLIBC ? '2.36' : undefined))).toBeUndefined()
})

test('a plan made with it has it as the ceiling of its audit, and no other plan has', async () => {
  const plans = [await planFor('3.11', { testGlibc: '2.36' }), await planFor('3.11')]
  const ceilings = plans.map((plan) => auditTarget(plan, 'psycopg2/_psycopg.so').glibc)
  expect(ceilings).toEqual(['2.36', '2.26'])
})
