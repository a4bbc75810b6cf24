import { expect, test } from 'vitest'
import { isSupported, loadCatalog } from '../../src/catalog/catalog.js'
import { matrixRow, plan } from '../../src/jobs/plan-job.js'
import { planFor, REQUEST } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'

const { runtimes } = await loadCatalog()
const today = new Date().toISOString().slice(0, 10)
const supported = runtimes.filter((runtime) => isSupported(runtime, today))
const alone = runtimes.find(({ architectures }) => architectures.length === 1)?.python ?? expect.fail()
const both = supported.at(-1)?.python ?? expect.fail()

const pairs = async (pythons: string[], everyArchitecture: boolean) => {
  const request = { ...REQUEST, pythons }
  const plans = await plan({ request, lockFile: undefined, everyArchitecture, log: collectingLog().log })
  return plans.map(({ python, architecture }) => `${python} ${architecture}`)
}

test('without a Python, all that AWS supports', async () => {
  expect(await pairs([], false)).toEqual(supported.map(({ python }) => `${python} x86_64`))
})

test('each Python on every architecture that Lambda has it on, or on the one that was named', async () => {
  expect(await pairs([alone, both], true)).toEqual([`${alone} x86_64`, `${both} x86_64`, `${both} arm64`])
  expect(await pairs([alone, both], false)).toEqual([`${alone} x86_64`, `${both} x86_64`])
})

test('all are those that Lambda ever released, in a matrix on every architecture it has them on', async () => {
  const released = runtimes.filter((runtime) => runtime.released !== null)
  expect(await pairs(['all'], true)).toEqual(
    released.flatMap(({ python, architectures }) => architectures.map((name) => `${python} ${name}`)),
  )
})

test('what Lambda never had is said', async () => {
  const { log, lines } = collectingLog()
  const request = { ...REQUEST, architectures: ['arm64' as const], pythons: ['all'] }
  await plan({ request, lockFile: undefined, everyArchitecture: false, log })
  expect(lines.join('\n')).toMatch(/^all leaves out what AWS Lambda never had: Python 2\.7 on arm64,/)
})

test('a Python that there is not is refused by name', async () => {
  await expect(pairs([both, '3.5'], true)).rejects.toThrow(/^python-version: "3\.5" is not a Python/)
})

test.each([
  ['pinned', 'x86_64', 'ubuntu-24.04', 'ubuntu-24.04'],
  ['pinned', 'arm64', 'ubuntu-24.04', 'ubuntu-24.04-arm'],
  ['image', 'x86_64', 'ubuntu-24.04', 'ubuntu-24.04'],
  ['image', 'arm64', 'ubuntu-24.04-arm', 'ubuntu-24.04-arm'],
] as const)(
  'with toolchain %s a row for %s runs on %s',
  async (toolchain, architecture, runner, verifier) => {
    const made = await planFor(both, { toolchain, architectures: [architecture] })
    expect(matrixRow(made)).toEqual({
      'python-version': both,
      architecture,
      toolchain,
      'runs-on': runner,
      'verify-on': verifier,
      'psycopg2-version': made.psycopg2.version,
    })
  },
)
