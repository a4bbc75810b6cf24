import { afterAll, expect, test } from 'vitest'
import { CASES, type Case, type Tried, tryOn, writeTable } from './tried-on.js'

const tried: [Case, Tried][] = []
afterAll(() => writeTable(tried))

test.each(CASES)('$wheel for $for on $platform, $kind', async (one) => {
  const result = await tryOn(one)
  tried.push([one, result])
  const { judgement, loaded } = result
  if (loaded === undefined) return
  const said = Object.values(loaded)
  // What has no module, and was to have none, is as good as one that loads.
  const loads = said.length > 0 ? said.every((one) => one === '') : judgement.findings.length === 0
  // The stand-ins have a newer C library than Lambda, so what needs that loads in them.
  const newer = judgement.findings.some(({ rule }) => rule === 'glibc')
  expect(judgement.passed || newer, JSON.stringify({ judgement, loaded }, null, 1)).toBe(loads)
})
