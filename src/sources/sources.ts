import type { Source } from '../catalog/types.js'
import { shown } from '../network/address.js'
import { type Conditions, REAL } from '../network/conditions.js'
import { type Got, get } from '../network/get.js'
import type { Log } from '../report/log.js'
import { findCached, type Obtained } from './cache.js'
import { openSourceDirectory } from './directory.js'
import { obtainAll, type Search } from './obtain.js'
import { type AskPip, type PipSettings, readPip } from './pip-settings.js'
import { type Address, type Place, pool, sourceMirror, upstream } from './places.js'
import { poolMirrors } from './pool.js'
import { createProgress } from './progress.js'
import { type Pages, pythonIndexes } from './python-index.js'
import { titleOf } from './tarball-names.js'
import { Unavailable, unavailable } from './unavailable.js'

/** Where tarballs are looked for; what a test leaves out is this machine's. */
export interface SourceOptions {
  /** A directory searched first; the input `source-dir`. */
  sourceDir?: string | undefined
  /** An address prefix tried before all others; the input `source-mirror`. */
  sourceMirror?: URL | undefined
  /** How pip is asked; without it no Python index is known. */
  askPip?: AskPip | undefined
  /** Whether a pip elsewhere may be asked when something is obtained, and what it will say is not known before. */
  pipElsewhere?: boolean | undefined
  /** As `/etc/apt`. */
  aptDirectory?: string | undefined
}

/** Whether a tarball can be had: `unknown` where a place may have had a passing fault. */
export type CanBeHad = 'yes' | 'no' | 'unknown'

/** What a build knows when it obtains tarballs, and not before. */
export interface ObtainOptions {
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
  obtain(sources: readonly Source[], log: Log, more?: ObtainOptions): Promise<Map<Source, Obtained>>
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
  options: SourceOptions,
  log: Log,
  real: typeof REAL = REAL,
): Promise<Sources> {
  const directory = options.sourceDir ? await openSourceDirectory(options.sourceDir, log) : undefined
  const mirrors = await poolMirrors(options.aptDirectory)
  const told = new Set<string>()
  const pages: Pages = new Map()
  const asked = new Map<string, Promise<PipSettings | undefined>>()
  /** Asks each pip once. */
  const settings = (where: 'here' | 'elsewhere', ask: AskPip | undefined) => {
    const known = asked.get(where) ?? readPip(ask, process.env, where === 'elsewhere')
    asked.set(where, known)
    return known
  }
  const search = (theLog: Log, { signal, askPip }: ObtainOptions, how = real): Search => {
    const conditions: Conditions = { ...how, log: theLog, signal, elsewhere: true }
    async function* places({ files }: Source): AsyncGenerator<Place> {
      if (options.sourceMirror !== undefined) yield sourceMirror(options.sourceMirror)
      if (files.some(({ index }) => index !== undefined)) {
        const here = await settings('here', options.askPip)
        const pip = here ?? (askPip && (await settings('elsewhere', askPip)))
        const unknown = options.pipElsewhere === true && askPip === undefined ? 'nothing' : 'no'
        yield* pythonIndexes(pip, unknown, pages, conditions)
      }
      yield upstream
      yield* mirrors.map(pool)
    }
    return { conditions, directory, places, told, gauge: createProgress(theLog) }
  }
  return {
    obtain: (sources, theLog, more = {}) => {
      const cancel = new AbortController()
      const { signal } = more
      const either = signal === undefined ? cancel.signal : AbortSignal.any([signal, cancel.signal])
      return obtainAll(sources, search(theLog, { ...more, signal: either }), cancel)
    },
    canBeHad: (source, theLog) => canBeHad(source, search(theLog, {}, briefly(real))),
  }
}

/** For a question that somebody waits for: once, and whoever takes long has not answered. */
function briefly({ clock, limits, times }: typeof REAL): typeof REAL {
  const answerMs = Math.min(times.answerMs, 10_000)
  return { clock, limits: { ...limits, attempts: 1, longestWait: 0 }, times: { ...times, answerMs } }
}

async function canBeHad(source: Source, search: Search): Promise<CanBeHad> {
  const { conditions, directory } = search
  const { log, times, signal } = conditions
  if ((await directory?.find(source)) ?? (await findCached(source, log))) return 'yes'
  let answer: CanBeHad = 'no'
  for await (const place of search.places(source)) {
    const note = (error: unknown) => {
      if (!(error instanceof Unavailable)) throw error
      log.debug(`${titleOf(source)}: ${place.title}: ${error.message}`)
      if (error.says === 'nothing') answer = 'unknown'
    }
    try {
      for (const { url, accept, trust } of await place.addresses(source)) {
        // Not HEAD, which some mirrors refuse; the body is not read.
        const got = await get({ url, times, signal, ...(trust && { trust }) })
        if (got.kind !== 'ok') {
          note(unavailable(got))
          continue
        }
        got.body.on('error', () => undefined).destroy()
        if (mayBe(accept, got)) return 'yes'
        note(new Unavailable(`${shown(url)}: another file`, 'nothing'))
      }
    } catch (error) {
      note(error)
    }
  }
  return answer
}

/** Whether an answer may be one of these files: a portal that wants a login answers everything with a page. */
function mayBe(accept: Address['accept'], { headers }: Got): boolean {
  const length = headers['content-length']
  const page = /^text\/html\b/i.test(headers['content-type'] ?? '')
  return !page && (length === undefined || accept.some(({ size }) => size === Number(length)))
}
