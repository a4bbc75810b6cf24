import { basename, dirname } from 'node:path'
import { loadCatalog } from '../catalog/catalog.js'
import { isCompanion, recordName } from '../catalog/file-names.js'
import { assertWritable } from '../machine/writable.js'
import { BuildError, InputError } from '../report/errors.js'
import { type Log, ungrouped } from '../report/log.js'
import { chooseEngine, type Engine, type EngineChoice } from '../sandbox/engine.js'
import { ensureImage, ImageUnavailableError } from '../sandbox/images.js'
import { auditStage } from '../verify/audit-stage.js'
import { recordOf } from '../verify/record.js'
import type { Verification } from '../verify/types.js'
import { openVerifier, type Verifier } from '../verify/verify.js'
import { type FoundZip, readCandidate } from './candidates.js'
import { writeRecord } from './write-record.js'

/** Which zips are to be tried, and how. */
export interface VerifyJob {
  /** Absolute paths; what lies beside the zips may be among them. */
  files: readonly string[]
  verify: Exclude<Verification, 'none'>
  engine: EngineChoice
  /** The image to try them in; the catalog's, where there is none. */
  runtimeImage?: string | undefined
  /** PostgreSQL to connect to; the catalog's, where there is none. */
  serverImage?: string | undefined
  /** By which containers and directories of this run are found when it is cut short. */
  runId: string
  /** Whether engine `auto` may use this machine itself when an image cannot be had. */
  fallBack: boolean
  log: Log
}

/** The record beside a zip that was tried. */
export interface Recorded {
  /** Its path. */
  path: string
  /** The zip's name. */
  zip: string
  /** How many checks passed now, the audit's rules among them. */
  passed: number
  /** What it says. */
  record: object
}

/**
 * Tries zips that were made before, here or elsewhere, and writes the record of each beside it, in the place of an
 * earlier one that does not say more of the same bytes.
 *
 * @throws {BuildError} for a file that is no zip of a runtime, a zip that the audit refuses or that this machine cannot
 *   run, all before anything is run; then for the first that does not work
 */
export async function verifyZips(job: VerifyJob): Promise<Recorded[]> {
  const { verify, runId, log } = job
  const catalog = await loadCatalog()
  const paths = job.files.filter((path) => !isCompanion(path))
  if (paths.length === 0) {
    throw new InputError(
      'files',
      `none of these is a zip: ${job.files.map((path) => basename(path)).join(', ')}`,
      'Name the zips, too, or only them, for example dist/*.zip.',
    )
  }
  for (const path of new Set(paths.map((zip) => dirname(zip)))) await assertWritable({ path, name: 'files' })
  const zips: FoundZip[] = []
  for (const path of paths) zips.push(await readCandidate(path, catalog, job.runtimeImage))
  const engine = await findEngine(job, zips)
  const abort = new AbortController()
  const verifier = openVerifier({
    ...{ engine, runId, verify, signal: abort.signal, log: ungrouped(log) },
    plans: zips.map(({ candidate }) => candidate),
    serverImage: job.serverImage ?? catalog.serverImage,
  })
  // Whoever waits for a runtime is told what is wrong with it.
  verifier.ready.catch(() => {})
  try {
    await refuseForeign(verifier, zips)
    const recorded: Recorded[] = []
    for (const zip of zips) recorded.push(await tryOne(zip, verifier, job))
    return recorded
  } finally {
    abort.abort()
    await verifier.close()
  }
}

/** The engine to try them with, its images being present where there may be another way. */
async function findEngine({ engine, fallBack, log }: VerifyJob, zips: readonly FoundZip[]): Promise<Engine> {
  const found = await log.group('Container engine', () => chooseEngine(engine, log))
  if (found === 'none') log.notice('No container: this machine stands in for the runtime image.')
  if (found === 'none' || engine !== 'auto' || !fallBack) return found
  try {
    for (const { candidate } of zips) {
      const { architecture, runtimeImage: name } = candidate
      await ensureImage({ engine: found, name, architecture, input: 'runtime-image', log })
    }
    return found
  } catch (error) {
    if (!(error instanceof ImageUnavailableError)) throw error
    log.warning(`${error.message}. No container: this machine stands in for the runtime image.`)
    return 'none'
  }
}

/** @throws {BuildError} for zips of an architecture that this machine cannot run: trying them is all there is to do */
async function refuseForeign(verifier: Verifier, zips: readonly FoundZip[]): Promise<void> {
  const reasons = new Map<string, string[]>()
  for (const { candidate, name } of zips) {
    const why = await verifier.unable(candidate)
    if (why !== undefined) reasons.set(why, [...(reasons.get(why) ?? []), name])
  }
  if (reasons.size === 0) return
  throw new BuildError(
    Array.from(reasons, ([why, names]) => `${names.join(', ')}: ${why}`).join('; '),
    'Nothing was tried. Give each machine the zips that it can run: with files, a pattern such as dist/*-arm64.zip, or ' +
      'for x86_64 dist/*.zip and in the next line !dist/*-arm64.zip.',
  )
}

async function tryOne(zip: FoundZip, verifier: Verifier, { verify, log }: VerifyJob): Promise<Recorded> {
  const { name, path: zipPath, bytes, candidate, audit, built } = zip
  return log.group(`${name}: ${verify} check`, async () => {
    const audited = auditStage(audit, candidate.base.glibc, { machine: 'this machine' })
    const tried = await verifier.verify(candidate, bytes, log)
    const stages = [audited, ...tried.stages]
    const facts = { name, size: bytes.length, sha256: zip.sha256 }
    const path = recordName(zipPath)
    const { highestGlibc: glibc } = audit
    const fresh = recordOf({ of: candidate, zip: facts, glibc, built, verify, ...tried, stages })
    const record = await writeRecord({ path, record: fresh, zip: zip.sha256, earlier: zip.record }, log)
    const passed = stages.flatMap(({ checks }) => checks).filter(({ result }) => result === 'passed').length
    return { path, zip: name, passed, record }
  })
}
