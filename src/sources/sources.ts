import type { Source } from '../catalog/types.js'
import { shown } from '../network/address.js'
import { get } from '../network/get.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { findCached, type Obtained, store } from './cache.js'
import { fileName, megabytes, titleOf } from './check.js'
import { type Conditions, REAL } from './conditions.js'
import { openSourceDirectory, type SourceDirectory } from './directory.js'
import { download } from './download.js'
import { type AskPip, readPip } from './pip.js'
import { type Address, type Place, pool, sourceMirror, upstream } from './places.js'
import { poolMirrors } from './pool.js'
import { createProgress, type Gauge } from './progress.js'
import { type Pages, pythonIndex } from './python-index.js'
import { Unavailable, unavailable } from './unavailable.js'

/** Where tarballs are looked for; what a test leaves out is this machine's. */
export interface Wishes {
  /** A directory searched first; the input `source-dir`. */
  sourceDir?: string | undefined
  /** An address prefix tried before all others; the input `source-mirror`. */
  sourceMirror?: URL | undefined
  /** How pip is asked; without it no Python index is known. */
  askPip?: AskPip | undefined
  /** As `/etc/apt`. */
  aptDirectory?: string | undefined
}

/** Whether a tarball can be had: `unknown` where a place may have had a passing fault. */
export type CanBeHad = 'yes' | 'no' | 'unknown'

/** What a build knows when it obtains tarballs, and not before. */
export interface Obtaining {
  /** Ends the work early. */
  signal?: AbortSignal | undefined
  /** A pip elsewhere, asked where this machine has none. */
  askPip?: AskPip | undefined
}

/** All places tarballs come from. */
export interface Sources {
  /**
   * Gives for each version one of its files on this disk, whose size and SHA-256 were checked. They are obtained at the
   * same time; what was downloaded is kept in the tool cache; files in `source-dir` are used where they lie.
   *
   * @throws {BuildError} for the first that is nowhere to be had, listing every place and why, or that some place has
   *   with other bytes; the others are stopped first, and no half file is left
   */
  obtain(sources: readonly Source[], log: Log, more?: Obtaining): Promise<Map<Source, Obtained>>
  /** Asks the same places, without fetching anything: a matter of seconds. */
  canBeHad(source: Source, log: Log): Promise<CanBeHad>
}

/**
 * The places in their order: `source-dir`, the tool cache (RUNNER_TOOL_CACHE), `source-mirror`, the Python index that
 * pip is configured for (psycopg2), upstream, and the distribution's pool on the mirrors that apt is configured for.
 *
 * @throws {InputError} for a `source-dir` that cannot be read
 */
export async function openSources(
  wishes: Wishes,
  log: Log,
  real: Pick<Conditions, 'clock' | 'limits' | 'times'> = REAL,
): Promise<Sources> {
  const directory = wishes.sourceDir ? await openSourceDirectory(wishes.sourceDir, log) : undefined
  let pip: ReturnType<typeof readPip> | undefined
  const readHere = () => {
    pip ??= readPip(wishes.askPip ?? NOBODY, process.env)
    return pip
  }
  const mirrors = await poolMirrors(wishes.aptDirectory)
  const told = new Set<string>()
  const pages: Pages = new Map()
  const search = (theLog: Log, { signal, askPip = NOBODY }: Obtaining = {}): Search => {
    const conditions: Conditions = { ...real, log: theLog, signal }
    const settings = async () => (await readHere()) ?? readPip(askPip, process.env)
    const places = [
      ...(wishes.sourceMirror === undefined ? [] : [sourceMirror(wishes.sourceMirror)]),
      pythonIndex(settings, pages, conditions),
      upstream,
      ...mirrors.map(pool),
    ]
    return { conditions, directory, places, told, gauge: createProgress(theLog) }
  }
  return {
    obtain: (sources, theLog, more = {}) => {
      const cancel = new AbortController()
      const { signal } = more
      const either = signal === undefined ? cancel.signal : AbortSignal.any([signal, cancel.signal])
      return obtainAll(sources, search(theLog, { ...more, signal: either }), cancel)
    },
    canBeHad: (source, theLog) => canBeHad(source, search(theLog)),
  }
}

const NOBODY: AskPip = async () => undefined

/** What the search for one tarball shares with that for the others. */
interface Search {
  conditions: Conditions
  directory: SourceDirectory | undefined
  places: Place[]
  /** What was said of places that somebody named. */
  told: Set<string>
  gauge: (name: string, total: number) => Gauge
}

async function obtainAll(
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
  for (const place of places) {
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
  failures.push(`${title} ${message}`)
  log.debug(`${titleOf(source)}: ${title} ${message}`)
  if (named !== true) return
  // A mirror that lacks files says so for each; one that refuses does so for a reason that all have in common.
  const key = says === 'missing' ? `${title} ${titleOf(source)}` : title
  if (told.has(key)) return
  told.add(key)
  log.warning(`${title} did not give ${titleOf(source)}, which is looked for elsewhere: ${message}`)
}

async function canBeHad(source: Source, search: Search): Promise<CanBeHad> {
  const { conditions, directory, places } = search
  const { log, times, signal } = conditions
  if ((await directory?.find(source)) ?? (await findCached(source, log))) return 'yes'
  let answer: CanBeHad = 'no'
  for (const place of places) {
    try {
      for (const { url, trust } of await place.addresses(source)) {
        // Not HEAD, which some mirrors refuse; the body is not read.
        const got = await get({ url, times, signal, ...(trust && { trust }) })
        if (got.kind === 'ok') {
          got.body.on('error', () => undefined).destroy()
          return 'yes'
        }
        if (unavailable(got).says === 'nothing') answer = 'unknown'
        log.debug(`${titleOf(source)}: ${place.title}: ${unavailable(got).message}`)
      }
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      log.debug(`${titleOf(source)}: ${place.title}: ${error.message}`)
      if (error.says === 'nothing') answer = 'unknown'
    }
  }
  return answer
}

function noneOf(files: number): string {
  return files === 0 ? 'no files in it' : `none of its ${files} files has this SHA-256`
}

function nowhere(source: Source, failures: readonly string[]): BuildError {
  const { url, name, index } = source.files.find((file) => file.url !== undefined) ?? source.files[0]
  const address = url ?? `${name ?? 'it'} of the project ${index} of a Python index`
  return new BuildError(
    `${titleOf(source)} could not be had from anywhere. ${failures.map((it, nth) => `(${nth + 1}) ${it}`).join('; ')}`,
    `Fetch ${address} on a machine that can, and name its directory as source-dir; or name a mirror that can be reached as source-mirror. Behind a proxy, set https_proxy.`,
  )
}
