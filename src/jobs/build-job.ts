import type { Sharing } from '../cache/shared-cache.js'
import { loadCatalog } from '../catalog/catalog.js'
import { planBuilds } from '../catalog/plan.js'
import { connect } from '../github/api.js'
import type { Release } from '../github/types.js'
import { readBuildRequest } from '../inputs/build-inputs.js'
import { readReleaseTarget, type Workflow } from '../inputs/release-inputs.js'
import { TEST_GLIBC } from '../inputs/test-glibc.js'
import type { Getter } from '../inputs/values.js'
import { askPip } from '../machine/pip.js'
import { build } from '../recipe/build-all.js'
import type { Built } from '../recipe/build-one.js'
import { findEngine } from '../recipe/engine.js'
import { preflight } from '../release/preflight.js'
import type { Log } from '../report/log.js'
import { openSources } from '../sources/sources.js'
import { choosePython } from './choose-python.js'
import { planObtainable } from './obtainable.js'
import { assertPlaces } from './places.js'
import { uploadArtefacts } from './upload.js'

/** What a way in (the action, the command line) tells about itself. */
export interface Surroundings {
  get: Getter
  workflow: Workflow
  /** What `readTestGlibc` gives: the highest GLIBC version to let pass in place of the runtime's, for tests. */
  testGlibc: string | undefined
  /** By which containers and directories of this run are found when it is cut short. */
  runId: string
  /**
   * Whether what was not named may be what can be had: for engine `auto` this machine itself where there are no
   * images, for no Python the newest, for no version the newest that can be had.
   */
  fallBack: boolean
  /** Other jobs' OpenSSL and libpq; undefined where there is no such service. */
  sharing?: Sharing | undefined
  /** Called with the token before anything is done with it. */
  mask: (secret: string) => void
  log: Log
}

/** What a job has made. */
export interface Result {
  built: [Built, ...Built[]]
  /** Where the files were uploaded to, if they were. */
  release: Release | undefined
}

/**
 * The whole job: inputs, plan, and where a release is named, its checks first and the upload last.
 *
 * @throws {BuildError} for whatever stands in the way; what can be known in seconds is found before minutes are spent
 */
export async function runJob(surroundings: Surroundings): Promise<Result> {
  const { get, workflow, testGlibc, runId, fallBack, mask, log } = surroundings
  const target = readReleaseTarget(get, workflow)
  if (target !== undefined) mask(target.token)
  // What a release holds is never left to what one machine happens to have.
  const fallsBack = fallBack && target === undefined
  const read = { ...readBuildRequest(get, fallsBack ? [] : undefined), testGlibc }
  const catalog = await loadCatalog(read.lockFile)
  // A version that does not exist is said before anything else is looked at.
  planBuilds(read, catalog)
  if (testGlibc !== undefined) {
    log.warning(
      `${TEST_GLIBC}=${testGlibc} is for tests only: symbols up to GLIBC_${testGlibc} pass, whatever the ` +
        'runtime has, and no zip of this run is for Lambda',
    )
  }
  const found = await findEngine(read, log)
  const sources = await openSources({ ...read, askPip, pipElsewhere: found !== 'none' }, log)
  await assertPlaces(read, found)
  const { request, engine } = await choosePython(read, found, catalog, log)
  const plans = fallsBack
    ? await planObtainable(request, catalog, (source) => sources.canBeHad(source, log), log)
    : planBuilds(request, catalog)
  const connection = target === undefined ? undefined : connect(target, log)
  if (connection !== undefined) await log.group('Release: checks', () => preflight(connection))
  // A run that uploads to a release makes one, even if it was started from a branch.
  const sharing = surroundings.sharing && {
    ...surroundings.sharing,
    forRelease: surroundings.sharing.forRelease || target !== undefined,
  }
  const serverImage = request.serverImage ?? catalog.serverImage
  const [first, ...others] = await build({
    plans,
    request,
    serverImage,
    engine,
    sources,
    runId,
    fallBack,
    sharing,
    log,
  })
  if (first === undefined) throw new Error('a request without Pythons was let through')
  const built: Result['built'] = [first, ...others]
  if (connection === undefined) return { built, release: undefined }
  const artefacts = built.map(({ artefact }) => artefact)
  const release = await log.group('Release: upload', () => uploadArtefacts(connection, artefacts, log))
  return { built, release }
}
