import type { GitHubCache } from '../cache/github-cache.js'
import { loadCatalog } from '../catalog/catalog.js'
import { planBuilds } from '../catalog/plan.js'
import { connect } from '../github/api.js'
import type { Release, ReleaseTarget } from '../github/types.js'
import { askPip } from '../machine/pip.js'
import type { Artefact } from '../package/types.js'
import { buildAll } from '../recipe/build-all.js'
import type { Built } from '../recipe/build-one.js'
import type { BuildRequest } from '../recipe/build-request.js'
import { findEngine } from '../recipe/choose-engine.js'
import { localFile } from '../release/files.js'
import { preflight } from '../release/preflight.js'
import type { LocalFile } from '../release/types.js'
import { uploadFiles } from '../release/upload.js'
import type { Log } from '../report/log.js'
import { openSources } from '../sources/sources.js'
import { choosePython } from './choose-python.js'
import { leaveOutMissing, tellNever } from './left-out.js'
import { planObtainable } from './obtainable.js'
import { artefactsOf } from './outputs.js'
import { assertPlaces } from './writable-places.js'

/** What is to be built, and where it goes. */
export interface BuildJob {
  /** Without a Python only where there may be a fall-back, and nothing is released. */
  request: BuildRequest
  /** The release to upload to, if any. */
  target: ReleaseTarget | undefined
  /** By which containers and directories of this run are found when it is cut short. */
  runId: string
  /**
   * Whether what was not named may be what can be had: for engine `auto` this machine itself where there are no
   * images, for no Python the newest, for no version the newest that can be had.
   */
  fallBack: boolean
  /** Where other jobs leave OpenSSL and libpq; undefined where there is no such service. */
  githubCache?: GitHubCache | undefined
  /** Whether what is built is meant to be released, whatever is uploaded here. */
  forRelease: boolean
  log: Log
}

/** What a job has made. */
export interface BuildResult {
  built: [Built, ...Built[]]
  /** Where the files were uploaded to, if they were. */
  release: Release | undefined
}

/**
 * The whole job: plan, build, and where a release is named, its checks first and the upload last.
 *
 * @throws {BuildError} for whatever stands in the way; what can be known in seconds is found before minutes are spent
 */
export async function buildAndUpload(job: BuildJob): Promise<BuildResult> {
  const { target, runId, fallBack, log } = job
  const catalog = await loadCatalog(job.request.lockFile)
  // A version that does not exist is said before anything else is looked at.
  planBuilds(job.request, catalog)
  tellNever(job.request, catalog, log)
  const found = await findEngine(job.request, log)
  const sources = await openSources({ ...job.request, askPip, pipElsewhere: found !== 'none' }, log)
  await assertPlaces(job.request, found)
  // What a release holds is never left to what one machine happens to have.
  const mayDiffer = fallBack && target === undefined
  const chosen = await choosePython({ request: job.request, engine: found, catalog, log })
  const { request, engine } = await leaveOutMissing({ ...chosen, catalog, fallBack: mayDiffer, log })
  const plans = mayDiffer
    ? await planObtainable(request, catalog, (source) => sources.canBeHad(source, log), log)
    : planBuilds(request, catalog)
  const connection = target === undefined ? undefined : connect(target, log)
  if (connection !== undefined) await log.group('Release: checks', () => preflight(connection))
  // A run that uploads to a release makes one, even if it was started from a branch.
  const forRelease = job.forRelease || target !== undefined
  const serverImage = request.serverImage ?? catalog.serverImage
  const caching = { githubCache: job.githubCache, forRelease }
  const work = { plans, request, serverImage, engine, sources, runId, fallBack, ...caching, log }
  const [first, ...others] = await buildAll(work)
  if (first === undefined) throw new Error('a request without Pythons was let through')
  const built: BuildResult['built'] = [first, ...others]
  if (connection === undefined) return { built, release: undefined }
  const files = await Promise.all(artefactsOf(built).flatMap(filesOf))
  return { built, release: await log.group('Release: upload', () => uploadFiles(connection, files)) }
}

/** The files of an artefact: itself as it was hashed when it was made, and what is beside it as it is now. */
function filesOf(artefact: Artefact): Promise<LocalFile>[] {
  return artefact.files.map(async (file) => (file === artefact.path ? artefact : localFile(file)))
}
