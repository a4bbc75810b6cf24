import { expect, test } from 'vitest'
import { UnderWay } from '../../src/sandbox/under-way.js'

test('what is under way is joined; what has ended, well or not, is begun anew', async () => {
  const underWay = new UnderWay<number>()
  let begun = 0
  const work = async () => ++begun
  expect(await Promise.all([underWay.join('a', work), underWay.join('a', work)])).toEqual([1, 1])
  expect(await underWay.join('b', work)).toBe(2)
  await expect(underWay.join('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await underWay.join('a', work)).toBe(3)
})
