import { availableParallelism } from 'node:os'
import type { Sharing } from '../cache/shared-cache.js'
import type { BuildPlan } from '../catalog/plan.js'
import { type Log, ungrouped } from '../report/log.js'
import { type OrderedLog, orderedLogs } from '../report/ordered-logs.js'
import type { Engine } from '../sandbox/engine.js'
import type { Sources } from '../sources/sources.js'
import { openVerifier } from '../verify/verify.js'
import { type Built, buildOne } from './build-one.js'
import { endWork } from './cleanup.js'
import { chooseBuildEngine, pullImages } from './engine.js'
import { imagePip } from './image-pip.js'
import type { BuildRequest } from './request.js'
import { Tarballs } from './tarballs.js'
import { Team } from './team.js'

/** What is to be built, and with what. */
export interface Work {
  plans: readonly BuildPlan[]
  request: BuildRequest
  /** The image with the PostgreSQL that `verify: connect` connects to. */
  serverImage: string
  /** What `findEngine` gave. */
  engine: Engine
  sources: Sources
  /** By which containers and directories of this run are found when it is cut short. */
  runId: string
  /** Whether engine `auto` may use this machine itself when an image cannot be had. */
  fallBack: boolean
  /** Other jobs' OpenSSL and libpq; undefined where there is no such service. */
  sharing: Sharing | undefined
  log: Log
}

/**
 * Builds every plan: sources, compile, audit, zip, checks, files. What the audit or a check refuses is never written.
 * Several Pythons are built side by side, while images are still on their way; what they have in common is compiled
 * once. The first failure ends everything that is under way.
 *
 * @throws {BuildError} the first failure
 */
export async function build(work: Work): Promise<Built[]> {
  const { plans, request, sources, runId, sharing, log } = work
  const team = new Team(() => endWork(runId))
  const { signal } = team
  const [engineLog, sourceLog, ...planLogs] = orderedLogs(log, 2 + plans.length) as [
    OrderedLog,
    OrderedLog,
    ...OrderedLog[],
  ]
  const choice = chooseBuildEngine(work.engine, request, plans, runId, work.fallBack, engineLog).finally(
    engineLog.close,
  )
  const [first] = plans
  const askPip = first && imagePip(choice, first, runId, ungrouped(log))
  const tarballs = new Tarballs((wanted, theLog) =>
    theLog.group('Sources', () => sources.obtain(wanted, theLog, { signal, askPip })),
  )
  const built: Built[] = []
  const buildAll = async () => {
    const engine = await choice
    signal.throwIfAborted()
    const { verify } = request
    const { serverImage } = work
    const verifier = openVerifier({
      engine,
      runId,
      log: ungrouped(log),
      plans,
      verify,
      serverImage,
      signal,
    })
    try {
      team.add(verifier.ready)
      team.add(pullImages(engine, request, plans, signal, ungrouped(log)))
      const run = { engine, request, runId, verifier, tarballs, sharing, shared: new Map() }
      const waiting = plans.entries()
      const lane = async () => {
        for (const [index, plan] of waiting) {
          signal.throwIfAborted()
          const planLog = planLogs[index] ?? log
          built[index] = await buildOne(run, plan, planLog).finally(planLogs[index]?.close)
        }
      }
      // One more than there are processors, because each now and then waits for the container engine.
      await Promise.all(Array.from({ length: availableParallelism() + 1 }, () => team.add(lane())))
    } finally {
      await verifier.close()
    }
  }
  // What may be in the cache is fetched when it turns out not to be.
  const wanted = plans.flatMap(({ psycopg2, openssl, postgresql }) =>
    request.cache ? [psycopg2] : [psycopg2, openssl, postgresql],
  )
  team.add(tarballs.fetch(wanted, sourceLog).finally(sourceLog.close))
  team.add(buildAll())
  await team.finish()
  return built
}
