import type { Source, SourceFile } from '../catalog/types.js'
import { shown } from '../network/address.js'
import type { Conditions } from '../network/conditions.js'
import { BuildError } from '../report/errors.js'
import { findCached, type Obtained, store } from './cache.js'
import type { SourceDirectory } from './directory.js'
import { download } from './download.js'
import type { Place } from './places.js'
import { type Gauge, megabytes } from './progress.js'
import { fileName, titleOf } from './tarball-names.js'
import { Unavailable } from './unavailable.js'

/** What the search for one tarball shares with that for the others. */
export interface Search {
  conditions: Conditions
  directory: SourceDirectory | undefined
  /** The places of a version, in the order in which they are asked. */
  places: (source: Source) => AsyncIterable<Place>
  /** What was said of places that somebody named. */
  told: Set<string>
  gauge: (name: string, total: number) => Gauge
}

/**
 * Obtains several versions at the same time.
 *
 * @param search stops when `cancel` is aborted, which the first failure does
 * @throws {BuildError} the first failure
 */
export async function obtainAll(
  sources: readonly Source[],
  search: Search,
  cancel: AbortController,
): Promise<Map<Source, Obtained>> {
  // Builds for several Pythons name the same version several times.
  const begun = new Map<string, Promise<Obtained>>()
  const pairs = sources.map(async (source) => {
    const key = source.files.map(({ sha256 }) => sha256).join()
    const one = begun.get(key) ?? obtain(source, search)
    begun.set(key, one)
    // The first failure stops the others; theirs are then only echoes of the abort, whose reason is the first.
    one.catch((error: unknown) => cancel.abort(error))
    return [source, await one] as const
  })
  await Promise.allSettled(pairs)
  search.conditions.signal?.throwIfAborted()
  return new Map(await Promise.all(pairs))
}

async function obtain(source: Source, search: Search): Promise<Obtained> {
  const { log, signal } = search.conditions
  const name = fileName(source.files[0])
  const given = await search.directory?.find(source)
  if (given !== undefined) {
    log.info(`${name}: found in source-dir as ${given.path}`)
    return given
  }
  const kept = await findCached(source, log)
  if (kept !== undefined) {
    log.info(`${name}: found in the tool cache`)
    return kept
  }
  signal?.throwIfAborted()
  return store(source, (partial) => fetch(source, partial, search))
}

/** Fills `partial` from the first place that has a file of the version, and says which. */
async function fetch(source: Source, partial: string, search: Search): Promise<SourceFile> {
  const { conditions, directory, gauge, places } = search
  const started = performance.now()
  const failures = directory === undefined ? [] : [`source-dir ${directory.path}: ${noneOf(directory.files)}`]
  for await (const place of places(source)) {
    /** Notes why the place did not give the file; what is no such reason is thrown. */
    const note = (error: unknown): Unavailable => {
      if (!(error instanceof Unavailable)) throw error
      failures.push(`${place.title}: ${error.message}`)
      tell(place, source, error, search)
      return error
    }
    const addresses = await place.addresses(source).catch((error: unknown) => {
      note(error)
      return []
    })
    for (const address of addresses) {
      const progress = gauge(fileName(address.accept[0]), address.accept[0].size)
      try {
        const onBytes = (received: number) => progress.set(received)
        const file = await download({ ...address, partial, onBytes }, conditions)
        const took = `${((performance.now() - started) / 1000).toFixed(1)} s`
        const name = fileName(source.files[0])
        conditions.log.info(`${name}: ${megabytes(file.size)} in ${took} from ${shown(address.url)}`)
        return file
      } catch (error) {
        // Only a server that answered may have the file under its other name.
        if (note(error).says !== 'missing') break
      } finally {
        progress.end()
      }
    }
  }
  throw nowhere(source, failures)
}

function tell(
  { title, named }: Place,
  source: Source,
  { message, says }: Unavailable,
  { conditions: { log }, told }: Search,
): void {
  log.debug(`${titleOf(source)}: ${title}: ${message}`)
  if (named !== true) return
  // A mirror that lacks files says so for each; one that refuses does so for a reason that all have in common.
  const key = says === 'missing' ? `${title} ${titleOf(source)}` : title
  if (told.has(key)) return
  told.add(key)
  log.warning(`${title} did not give ${titleOf(source)}, which is looked for elsewhere: ${message}`)
}

function noneOf(files: number): string {
  return files === 0 ? 'no files in it' : `none of its ${files} files has this SHA-256`
}

function nowhere(source: Source, failures: readonly string[]): BuildError {
  const url = source.files.find((file) => file.url !== undefined)?.url
  const what = fileName(source.files[0]) + (url === undefined ? '' : ` from ${url}`)
  return new BuildError(
    `${titleOf(source)} could not be had from anywhere. ${failures.map((it, nth) => `(${nth + 1}) ${it}`).join('; ')}`,
    `Fetch ${what} on a machine that can, and name its directory as source-dir; or name a mirror that can be reached as source-mirror. Behind a proxy, set https_proxy.`,
  )
}
