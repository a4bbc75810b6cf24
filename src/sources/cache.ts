import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Source, SourceFile } from '../catalog/types.js'
import { measure } from '../machine/measure.js'
import { BuildError, messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { diskError, matching } from './check.js'
import { fileName } from './tarball-names.js'

/** A tarball on this disk, and which of its version's files it is. */
export interface Obtained {
  path: string
  file: SourceFile
}

/** The name under which the tarballs stand in the runner's tool cache. */
export const CACHE_TOOL = 'psycopg2-lambda-source'

/** Sources are the same for every machine, so the tool cache's level for the architecture says nothing. */
const ANY_MACHINE = 'noarch'

/** A left-over of a killed job is older than this, in milliseconds; a running download is not. */
const STALE = 24 * 60 * 60 * 1000

/**
 * The tool cache's version of a tarball: project, version and SHA-256.
 *
 * Shaped as the pre-release part of a semantic version, because nothing else is a version to the programs that
 * look into a tool cache: PostgreSQL's `18.6` would be a range.
 */
export function cacheVersion({ project, version }: Source, { sha256 }: SourceFile): string {
  return `0.0.0-${`${project}-${version}-${sha256}`.replace(/[^0-9A-Za-z-]/g, '-')}`
}

/**
 * A file of a version in the tool cache, its size and SHA-256 checked again; undefined when there is none. A damaged
 * entry is reported and removed.
 *
 * The layout is that of @actions/tool-cache, but its `find` is not called: it prints `::debug::` lines to standard
 * output, which on the command line belongs to the results.
 */
export async function findCached(source: Source, log: Log): Promise<Obtained | undefined> {
  for (const file of source.files) {
    const entry = entryOf(source, file)
    const marker = `${entry}.complete`
    if (!(await stat(marker).catch(() => undefined))?.isFile()) continue
    const path = join(entry, fileName(file))
    const found = await measure(path).catch((error: unknown) => messageOf(error))
    if (typeof found !== 'string' && matching([file], found) !== undefined) return { path, file }
    const what = typeof found === 'string' ? found : `${found.size} bytes with SHA-256 ${found.sha256}`
    log.warning(`${path} in the tool cache is damaged (${what}); it is removed and fetched anew`)
    // The marker goes first: nobody may take the entry for whole while it disappears.
    await rm(marker, { force: true })
    await rm(dirname(entry), { recursive: true, force: true })
  }
  return undefined
}

/**
 * Puts a tarball into the tool cache.
 *
 * `write` fills a file beside the entries, which is then renamed into its place. `cacheFile` of
 * @actions/tool-cache is not used: it deletes and refills the entry's directory, under the hands of another job
 * on the same machine that may be reading it.
 *
 * @param write fills the file at the given path with checked bytes, and says which of the version's files they are;
 *   when it throws, nothing is left behind
 * @throws {BuildError} when the disk is full or the cache cannot be written; otherwise what `write` throws
 */
export async function store(
  source: Source,
  write: (partial: string) => Promise<SourceFile>,
): Promise<Obtained> {
  const root = toolRoot()
  const partial = join(root, `${fileName(source.files[0])}.${randomUUID()}.partial`)
  try {
    await mkdir(root, { recursive: true })
    await sweep(root)
    const file = await write(partial)
    const entry = entryOf(source, file)
    const path = join(entry, fileName(file))
    await mkdir(entry, { recursive: true })
    await rename(partial, path)
    await writeFile(`${entry}.complete`, '')
    return { path, file }
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw error instanceof BuildError ? error : (diskError(error, root) ?? error)
  }
}

/** Removes what killed jobs left half-way in a directory; tidiness only, so nothing that fails here matters. */
export async function sweep(root: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    if (!name.endsWith('.partial')) continue
    const path = join(root, name)
    const left = await stat(path).catch(() => undefined)
    if (left !== undefined && Date.now() - left.mtimeMs > STALE)
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** The directory of one tarball; beside it stands the marker that says that it is whole. */
function entryOf(source: Source, file: SourceFile): string {
  return join(toolRoot(), cacheVersion(source, file), ANY_MACHINE)
}

function toolRoot(): string {
  return join(toolCache(), CACHE_TOOL)
}

/** The directory of the runner's tool cache. @throws {BuildError} where nothing names one */
export function toolCache(): string {
  const directory = process.env.RUNNER_TOOL_CACHE
  if (directory) return directory
  throw new BuildError(
    'RUNNER_TOOL_CACHE is not set, so there is nowhere to keep what is fetched and compiled',
    'On a runner it is always set; elsewhere set it to a directory that this user can write to.',
  )
}
