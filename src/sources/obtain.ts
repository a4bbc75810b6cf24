import type { Source } from '../catalog/types.js'
import { shown } from '../network/address.js'
import { BuildError } from '../report/errors.js'
import { findCached, type Obtained, store } from './cache.js'
import { fileName, megabytes, titleOf } from './check.js'
import type { Conditions } from './conditions.js'
import type { SourceDirectory } from './directory.js'
import { download } from './download.js'
import type { Address, Place } from './places.js'
import type { Gauge } from './progress.js'
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
  const found = new Map<string, Promise<Obtained>>()
  const keyOf = ({ files }: Source) => files.map(({ sha256 }) => sha256).join()
  for (const source of sources) {
    if (found.has(keyOf(source))) continue
    const one = obtain(source, search)
    // The first failure stops the others; theirs are then only echoes of the abort, whose reason is the first.
    one.catch((error: unknown) => cancel.abort(error))
    found.set(keyOf(source), one)
  }
  await Promise.allSettled(found.values())
  search.conditions.signal?.throwIfAborted()
  const pairs = sources.map(async (source) => [source, await found.get(keyOf(source))] as const)
  return new Map(
    (await Promise.all(pairs)).flatMap(([source, it]) => (it === undefined ? [] : [[source, it]])),
  )
}

async function obtain(source: Source, search: Search): Promise<Obtained> {
  const { directory, conditions } = search
  const { log, signal } = conditions
  const name = fileName(source.files[0])
  const given = await directory?.find(source)
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
  const begun = performance.now()
  let from = ''
  const stored = await store(source, async (partial) => {
    const fetched = await fetch(source, partial, search)
    from = fetched.from
    return fetched.file
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  log.info(`${name}: ${megabytes(stored.file.size)} in ${seconds} s from ${from}`)
  return stored
}

/** Fills `partial` from the first place that has a file of the version, and says which, and where that was. */
async function fetch(source: Source, partial: string, search: Search) {
  const { conditions, directory, gauge, places } = search
  const failures = directory === undefined ? [] : [`source-dir ${directory.path}: ${noneOf(directory.files)}`]
  for await (const place of places(source)) {
    const addresses = await ask(place, source, search, failures)
    for (const address of addresses) {
      const progress = gauge(fileName(address.accept[0]), address.accept[0].size)
      try {
        const onBytes = (received: number) => progress.set(received)
        return {
          file: await download({ ...address, partial, onBytes }, conditions),
          from: shown(address.url),
        }
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        note(place, source, error, search, failures)
        // Only a server that answered may have the file under its other name.
        if (error.says !== 'missing') break
      } finally {
        progress.end()
      }
    }
  }
  throw nowhere(source, failures)
}

/** A place's addresses; none where it did not say, which is noted. */
async function ask(place: Place, source: Source, search: Search, failures: string[]): Promise<Address[]> {
  try {
    return await place.addresses(source)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    note(place, source, error, search, failures)
    return []
  }
}

function note(
  { title, named }: Place,
  source: Source,
  { message, says }: Unavailable,
  { conditions: { log }, told }: Search,
  failures: string[],
): void {
  failures.push(`${title}: ${message}`)
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
  const url = source.files.map((file) => file.url).find((it) => it !== undefined)
  const what = fileName(source.files[0]) + (url === undefined ? '' : ` from ${url}`)
  return new BuildError(
    `${titleOf(source)} could not be had from anywhere. ${failures.map((it, nth) => `(${nth + 1}) ${it}`).join('; ')}`,
    `Fetch ${what} on a machine that can, and name its directory as source-dir; or name a mirror that can be reached as source-mirror. Behind a proxy, set https_proxy.`,
  )
}
