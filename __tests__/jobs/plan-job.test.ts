import { expect, test } from 'vitest'
import { isSupported, loadCatalog } from '../../src/catalog/catalog.js'
import { matrixRow, plan } from '../../src/jobs/plan-job.js'
import { REQUEST } from '../plans.js'

const { runtimes } = await loadCatalog()
const today = new Date().toISOString().slice(0, 10)
const supported = runtimes.filter((runtime) => isSupported(runtime, today))
const alone = runtimes.find(({ architectures }) => architectures.length === 1)?.python ?? expect.fail()
const both = supported.at(-1)?.python ?? expect.fail()

const pairs = async (pythons: string[], everyArchitecture: boolean) => {
  const plans = await plan({ request: { ...REQUEST, pythons }, lockFile: undefined, everyArchitecture })
  return plans.map(({ python, architecture }) => `${python} ${architecture}`)
}

test('without a Python, all that AWS supports', async () => {
  expect(await pairs([], false)).toEqual(supported.map(({ python }) => `${python} x86_64`))
})

test('each Python on every architecture that Lambda has it on, or on the one that was named', async () => {
  expect(await pairs([alone, both], true)).toEqual([`${alone} x86_64`, `${both} x86_64`, `${both} arm64`])
  expect(await pairs([alone, both], false)).toEqual([`${alone} x86_64`, `${both} x86_64`])
})

test('a Python that there is not is refused by name', async () => {
  await expect(pairs([both, '3.5'], true)).rejects.toThrow(/^python-version: "3\.5" is not a Python/)
})

test('a row of a matrix names what the action takes, and the runner', async () => {
  const [first = expect.fail()] = await plan({
    request: { ...REQUEST, architectures: ['arm64'], pythons: [both] },
    lockFile: undefined,
    everyArchitecture: false,
  })
  expect(matrixRow(first)).toEqual({
    'python-version': both,
    architecture: 'arm64',
    'runs-on': 'ubuntu-24.04-arm',
    'psycopg2-version': first.psycopg2.version,
  })
})
