import { createHash } from 'node:crypto'
import { contentHash, describe } from '../cache/file-list.js'
import { findShared, type Sharing, share } from '../cache/shared-cache.js'
import { findKept, isAccepted, keep, notListed } from '../cache/tool-cache.js'
import type { BuildPlan } from '../catalog/plan.js'
import type { Source } from '../catalog/types.js'
import { makeScratch } from '../machine/scratch.js'
import { type Log, ungrouped } from '../report/log.js'
import { hashScripts } from '../sandbox/scripts.js'
import { runScript } from './script.js'
import type { Tarballs } from './tarballs.js'
import type { Workshop } from './workshop.js'

/** OpenSSL and libpq, compiled: a directory of this machine, and whether it had been there before. */
export interface Dependencies {
  directory: string
  key: string
  /** SHA-256 of the list of its files with their SHA-256s: what `dependencies-sha256` lists. */
  contentHash: string
  cached: boolean
}

/** What may be used of that which others compiled. */
export interface Reuse {
  /** Whether results of earlier runs count and this one is kept. */
  cache: boolean
  /** The content hashes that may be used; none: every one. */
  dependenciesSha256: readonly string[]
  /** Other jobs' results; undefined where there is no such service. */
  sharing?: Sharing | undefined
}

/**
 * The compiled OpenSSL and libpq for a plan: from the machine's own cache, from the one that jobs share, or compiled
 * in the workshop and then kept in both.
 */
export async function provideDependencies(
  workshop: Workshop,
  plan: BuildPlan,
  tarballs: Tarballs,
  reuse: Reuse,
  runId: string,
  log: Log,
): Promise<Dependencies> {
  const { architecture } = plan
  const { cache, dependenciesSha256: accepted, sharing } = reuse
  const key = await dependencyKey(workshop.fingerprint, plan)
  if (cache) {
    const found =
      (await findKept('here', key, architecture, accepted, log)) ??
      (sharing && (await findShared(sharing, key, architecture, accepted, runId, log)))
    if (found !== undefined) return { ...found, key, cached: true }
  }
  const directory = await makeScratch(runId, 'dependencies')
  await compile(workshop, plan, tarballs, directory, log)
  const compiled = { directory, contentHash: contentHash(await describe(directory)), key, cached: false }
  warnIfNotListed(compiled.contentHash, accepted, log)
  if (!cache) return compiled
  if (sharing !== undefined) await share(sharing.cache, key, compiled, log)
  await keep(directory, 'here', key, architecture, log)
  return compiled
}

// Not an error: this machine's own compiler made it, from checked sources, as it would have without the list.
function warnIfNotListed(content: string, accepted: readonly string[], log: Log): void {
  if (isAccepted(content, accepted)) return
  log.warning(
    `OpenSSL and libpq were compiled, but ${notListed(content)}: the compiler or image here differs from the one ` +
      'that the list comes from. Make the list with the same versions, image and architecture, or add this hash to it',
  )
}

/**
 * What identifies a compiled OpenSSL and libpq: everything that shapes the bytes. The fingerprint stands for the
 * image: it covers compiler, assembler, linker and system headers byte for byte, so that images which differ in
 * other things only (each Python has an image of its own) share one result.
 */
export async function dependencyKey(fingerprint: string, plan: BuildPlan): Promise<string> {
  const parts = {
    fingerprint,
    architecture: plan.architecture,
    openssl: identityOf(plan.openssl),
    postgresql: identityOf(plan.postgresql),
    scripts: await hashScripts('dependencies.sh', 'openssl.sh', 'libpq.sh'),
  }
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Which of its files is compiled makes no difference, so it makes none to what may be reused. */
function identityOf({ version, files }: Source): string[] {
  return [version, ...files.map(({ sha256 }) => sha256)]
}

async function compile(
  workshop: Workshop,
  plan: BuildPlan,
  tarballs: Tarballs,
  directory: string,
  log: Log,
): Promise<void> {
  const { sandbox, work } = workshop
  const [openssl, postgresql] = await tarballs.fetch([plan.openssl, plan.postgresql], ungrouped(log))
  const env = {
    OPENSSL_TARBALL: await sandbox.copyIn(openssl.path, 'openssl.tarball'),
    OPENSSL_ROOT: openssl.file.root,
    POSTGRESQL_TARBALL: await sandbox.copyIn(postgresql.path, 'postgresql.tarball'),
    POSTGRESQL_ROOT: postgresql.file.root,
    ARCHITECTURE: plan.architecture,
    WORK_DIR: work,
    DEPS_DIR: `${work}/dependencies`,
  }
  await makeReadable(workshop)
  await runScript(sandbox, 'dependencies.sh', env, log)
  await sandbox.copyOut('work/dependencies', directory)
}

/** Files keep our umask's mode on their way in; the compiler's user must be able to read them. */
export async function makeReadable(workshop: Workshop): Promise<void> {
  const { sandbox } = workshop
  const argv = ['/bin/sh', '-c', 'find "$0" -path "$0/work" -prune -o -exec chmod a+rX {} +', sandbox.root]
  await sandbox.execute({ argv, root: true })
}
