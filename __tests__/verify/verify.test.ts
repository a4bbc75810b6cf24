import { expect, test } from 'vitest'
import { RUNNERS } from '../../src/catalog/architecture.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { openVerifier } from '../../src/verify/verify.js'
import { planFor } from '../plans.js'
import { collectingLog } from '../report/collecting-log.js'

const OTHER = thisArchitecture() === 'arm64' ? 'x86_64' : 'arm64'

/** A verifier without containers, and what it has said. */
function opened(verify: 'none' | 'import' | 'connect', ...plans: Awaited<ReturnType<typeof planFor>>[]) {
  const { log, lines } = collectingLog()
  const { signal } = new AbortController()
  const context = { engine: 'none', runId: 'test', serverImage: 'none', log, signal } as const
  return { verifier: openVerifier({ ...context, plans, verify }), log, lines }
}

test.each(['import', 'connect'] as const)(
  'without a container, %s of another architecture does not run, and says where it would',
  async (verify) => {
    const plan = await planFor('3.13', { architectures: [OTHER] })
    const { verifier, log, lines } = opened(verify, plan)
    // Nor is a server started for it.
    await verifier.ready
    const { stages, unable } = await verifier.verify(plan, new Uint8Array(), log)
    expect(stages).toEqual([])
    expect(unable).toContain(`runs nothing for ${OTHER}`)
    expect(unable).toContain(`verify on a machine of that architecture (runs-on: ${RUNNERS[OTHER]})`)
    expect(await verifier.unable(plan)).toBe(unable)
    expect(lines).toEqual([`Python 3.13 ${OTHER}: not verified: ${unable}`])
    await verifier.close()
  },
)

test('none tries nothing, and has nothing to be unable of', async () => {
  const plan = await planFor('3.13', { architectures: [OTHER] })
  const { verifier, log, lines } = opened('none', plan)
  await verifier.ready
  expect(await verifier.verify(plan, new Uint8Array(), log)).toEqual({ stages: [] })
  expect(await verifier.unable(plan)).toBeUndefined()
  expect(lines).toEqual([])
})
