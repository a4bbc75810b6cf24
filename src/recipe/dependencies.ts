import type { CacheRequest } from '../cache/cache-request.js'
import { findDependencies, keepDependencies } from '../cache/dependencies-cache.js'
import { contentHash, isAccepted, listFiles, notListed } from '../cache/file-list.js'
import { dependencyKey } from '../cache/key.js'
import { makeScratch } from '../machine/scratch.js'
import { type Log, ungrouped } from '../report/log.js'
import { runScript } from './script.js'
import type { Provided, Setup } from './work.js'
import type { Workshop } from './workshop.js'

/** What providing them takes besides the workshop. */
export type DependenciesSetup = Pick<Setup, 'tarballs' | 'githubCache' | 'forRelease' | 'provided'> & {
  request: Pick<Setup['request'], 'cache' | 'dependenciesSha256'>
}

/** The dependencies of the workshop's plan; the first Python of a run that needs them provides them, the others wait. */
export async function dependenciesFor(workshop: Workshop, setup: DependenciesSetup): Promise<Provided> {
  const { plan, log } = workshop
  const key = await dependencyKey(workshop.fingerprint, plan)
  const known = setup.provided.get(key)
  if (known !== undefined) {
    log.info('OpenSSL and libpq come from another Python of this run')
    return known
  }
  const title = `OpenSSL ${plan.openssl.version} and libpq ${plan.postgresql.version}`
  const providing = log.group(title, async () => {
    const provided = await provide(workshop, key, setup)
    if (provided.cached) log.info(`Compiled by an earlier run: ${provided.directory}`)
    return provided
  })
  setup.provided.set(key, providing)
  return providing
}

/** From a cache, or compiled in the workshop and then kept. */
async function provide(workshop: Workshop, key: string, setup: DependenciesSetup): Promise<Provided> {
  const { plan, runId, log } = workshop
  const { cache, dependenciesSha256: accepted } = setup.request
  const { githubCache, forRelease } = setup
  const { architecture } = plan
  const cached: CacheRequest = { key, architecture, accepted, githubCache, forRelease, runId, log }
  const found = cache ? await findDependencies(cached) : undefined
  if (found !== undefined) return { ...found, cached: true }
  const directory = await makeScratch(runId, 'dependencies')
  await compile(workshop, setup, directory)
  const compiled = { directory, contentHash: contentHash(await listFiles(directory)) }
  warnIfNotListed(compiled.contentHash, accepted, log)
  if (cache) await keepDependencies(compiled, cached)
  return { ...compiled, cached: false }
}

// Not an error: this machine's own compiler made it, from checked sources, as it would have without the list.
function warnIfNotListed(content: string, accepted: readonly string[], log: Log): void {
  if (isAccepted(content, accepted)) return
  log.warning(
    `OpenSSL and libpq were compiled, but ${notListed(content)}: the compiler or image here differs from the one ` +
      'that the list comes from. Make the list with the same versions, toolchain and architecture, or add this hash to it',
  )
}

async function compile(
  workshop: Workshop,
  { tarballs }: DependenciesSetup,
  directory: string,
): Promise<void> {
  const { sandbox, workDir, plan, log } = workshop
  const [openssl, postgresql] = await tarballs.fetch([plan.openssl, plan.postgresql], ungrouped(log))
  const env = {
    ...workshop.env,
    OPENSSL_TARBALL: await sandbox.copyIn(openssl.path, 'openssl.tarball'),
    OPENSSL_ROOT: openssl.file.root,
    POSTGRESQL_TARBALL: await sandbox.copyIn(postgresql.path, 'postgresql.tarball'),
    POSTGRESQL_ROOT: postgresql.file.root,
    ARCHITECTURE: plan.architecture,
    WORK_DIR: workDir,
    DEPS_DIR: `${workDir}/dependencies`,
  }
  await makeReadable(workshop)
  await runScript(sandbox, { name: 'dependencies.sh', env, log })
  await sandbox.copyOut('work/dependencies', directory)
}

/** Files keep our umask's mode on their way in; the compiler's user must be able to read them. */
export async function makeReadable({ sandbox }: Pick<Workshop, 'sandbox'>): Promise<void> {
  const argv = ['/bin/sh', '-c', 'find "$0" -path "$0/work" -prune -o -exec chmod a+rX {} +', sandbox.root]
  await sandbox.execute({ argv, root: true })
}
