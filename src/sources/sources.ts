import type { Source } from '../catalog/types.js'
import { get } from '../network/get.js'
import type { Log } from '../report/log.js'
import { findCached, type Obtained } from './cache.js'
import { titleOf } from './check.js'
import { type Conditions, REAL } from './conditions.js'
import { openSourceDirectory } from './directory.js'
import { obtainAll, type Search } from './obtain.js'
import { type AskPip, readPip } from './pip.js'
import { pool, sourceMirror, upstream } from './places.js'
import { poolMirrors } from './pool.js'
import { createProgress } from './progress.js'
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
