import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { forHost } from '../catalog/toolchain.js'
import { ungrouped } from '../report/log.js'
import { type OrderedLog, orderedLogs } from '../report/ordered-logs.js'
import type { Engine } from '../sandbox/engine.js'
import { openVerifier } from '../verify/verify.js'
import { type Built, buildOne } from './build-one.js'
import { chooseBuildEngine, pullImages } from './choose-engine.js'
import { endWork } from './cleanup.js'
import { shareLayers } from './forms.js'
import { imagePip } from './image-pip.js'
import { Tarballs } from './tarballs.js'
import { Team } from './team.js'
import { hostOf, Toolchains } from './toolchains.js'
import { toolchainDirectory } from './unpack-toolchain.js'
import type { Setup, Work } from './work.js'

/**
 * Builds every plan: sources, compile, audit, zip, checks, files. What the audit or a check refuses is never written.
 * Several Pythons are built side by side, while images are still on their way; what they have in common is compiled
 * once. The first failure ends everything that is under way.
 *
 * @throws {BuildError} the first failure
 */
export async function buildAll(work: Work): Promise<Built[]> {
  const { plans, request, sources, runId, log } = work
  const team = new Team(() => endWork(runId))
  const { signal } = team
  const [engineLog, sourceLog, ...planLogs] = orderedLogs(log, 2 + plans.length) as [
    OrderedLog,
    OrderedLog,
    ...OrderedLog[],
  ]
  const choice = chooseBuildEngine({ ...work, log: engineLog }).finally(engineLog.close)
  const [first] = plans
  const askPip = first && imagePip(choice, { plan: first, runId, log: ungrouped(log) })
  const tarballs = new Tarballs((wanted, theLog) =>
    theLog.group('Sources', () => sources.obtain(wanted, theLog, { signal, askPip })),
  )
  const toolchains = new Toolchains(tarballs)
  const built: Built[] = []
  const buildEach = async () => {
    const engine = await choice
    signal.throwIfAborted()
    const asked = { plans, verify: request.verify, serverImage: work.serverImage }
    const verifier = openVerifier({ engine, runId, signal, log: ungrouped(log), ...asked })
    try {
      team.add(verifier.ready)
      team.add(pullImages({ engine, request, plans, log: ungrouped(log) }, signal))
      const setup: Setup = { ...work, engine, verifier, tarballs, toolchains, provided: new Map() }
      const waiting = plans.entries()
      const lane = async () => {
        for (const [index, plan] of waiting) {
          signal.throwIfAborted()
          built[index] = await buildOne(setup, plan, planLogs[index] ?? log).finally(planLogs[index]?.close)
        }
      }
      // One more than there are processors, because each now and then waits for the container engine.
      await Promise.all(Array.from({ length: availableParallelism() + 1 }, () => team.add(lane())))
    } finally {
      await verifier.close()
    }
  }
  // What may be in the cache is fetched when it turns out not to be.
  const wanted = plans.flatMap((plan) => {
    const { psycopg2, openssl, postgresql, toolchain } = plan
    const compiler = toolchain && forHost(toolchain, hostOf(plan, work.engine))
    return [
      ...(request.cache ? [psycopg2] : [psycopg2, openssl, postgresql]),
      ...(compiler === undefined || existsSync(toolchainDirectory(compiler)) ? [] : [compiler]),
    ]
  })
  const fetched = tarballs.fetch(wanted, sourceLog)
  // Unpacked while images are still on their way.
  const unpacked = fetched.then(() => provideToolchains(toolchains, { plans, choice, log: sourceLog }))
  team.add(unpacked.finally(sourceLog.close))
  team.add(buildEach())
  await team.finish()
  return shareLayers(built, request)
}

/** Every compiler that the plans take. */
async function provideToolchains(
  toolchains: Toolchains,
  { plans, choice, log }: Pick<Work, 'plans' | 'log'> & { choice: Promise<Engine> },
): Promise<unknown> {
  const engine = await choice
  return Promise.all(
    plans.flatMap((plan) =>
      plan.toolchain === undefined ? [] : [toolchains.provide(plan.toolchain, hostOf(plan, engine), log)],
    ),
  )
}
