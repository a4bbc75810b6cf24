import { copyFile } from 'node:fs/promises'
import type { Source } from '../catalog/types.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { findCached, store } from './cache.js'
import { fileName, fileNames, megabytes } from './check.js'
import { type Archive, type Host, openArchive, THIS_HOST } from './debian.js'
import { openSourceDirectory, type SourceDirectory } from './directory.js'
import { download, REAL_TIMING, type Timing } from './download.js'
import { mirrored, parseMirror, shown } from './mirror.js'
import { createProgress, type Gauge } from './progress.js'
import { Unavailable } from './unavailable.js'

/** Where the user wants tarballs to be looked for, besides upstream. */
export interface Places {
  /** A directory searched first; the input `source-dir`. */
  sourceDir?: string | undefined
  /** An address prefix tried before upstream; the input `source-mirror`. */
  sourceMirror?: string | undefined
}

/** What a real build leaves out. */
export interface Conditions {
  /** Ends the work early: what is under way is stopped and removed, and the reason thrown. */
  signal?: AbortSignal | undefined
  timing?: Timing | undefined
  host?: Host | undefined
}

/**
 * Gives for each tarball the path of a file on this disk whose size and SHA-256 were checked.
 *
 * Looked for in `source-dir`, the tool cache (RUNNER_TOOL_CACHE), `source-mirror`, upstream, and on Debian and
 * Ubuntu the distribution's source archive. Tarballs are obtained at the same time; what was downloaded is kept in
 * the tool cache. Files in `source-dir` are used where they lie.
 *
 * @throws {InputError} for a `source-dir` that cannot be read or a `source-mirror` that is no address
 * @throws {BuildError} for the first tarball that is nowhere to be had, listing every place and why, or that some
 *   place has with other bytes; the others are stopped first, and no half file is left
 */
export async function obtainSources(
  sources: readonly Source[],
  places: Places,
  log: Log,
  conditions: Conditions = {},
): Promise<Map<Source, string>> {
  const mirror = places.sourceMirror ? parseMirror(places.sourceMirror) : undefined
  const directory = places.sourceDir ? await openSourceDirectory(places.sourceDir, log) : undefined
  const archive = await openArchive(conditions.host ?? THIS_HOST, sources, log)
  const cancel = new AbortController()
  const signals = conditions.signal === undefined ? [cancel.signal] : [conditions.signal, cancel.signal]
  const signal = AbortSignal.any(signals)
  const timing = conditions.timing ?? REAL_TIMING
  const search: Search = { mirror, directory, archive, signal, timing, log, gauge: createProgress(log) }

  // Builds for several Pythons name the same tarball several times.
  const paths = new Map<string, Promise<string>>()
  for (const source of sources) {
    if (paths.has(source.sha256)) continue
    const path = obtain(source, search)
    // The first failure stops the others; theirs are then only echoes of the abort, whose reason is the first.
    path.catch((error: unknown) => cancel.abort(error))
    paths.set(source.sha256, path)
  }
  try {
    await Promise.allSettled(paths.values())
    signal.throwIfAborted()
    const found = new Map<Source, string>()
    for (const source of sources) {
      const path = await paths.get(source.sha256)
      if (path !== undefined) found.set(source, path)
    }
    return found
  } finally {
    await archive?.close()
  }
}

/** What the search for one tarball shares with that for the others. */
interface Search {
  mirror: URL | undefined
  directory: SourceDirectory | undefined
  archive: Archive | undefined
  signal: AbortSignal
  timing: Timing
  log: Log
  gauge: (name: string, total: number) => Gauge
}

async function obtain(source: Source, search: Search): Promise<string> {
  const { directory, signal, log } = search
  const name = fileName(source)
  const given = await directory?.find(source)
  if (given !== undefined) {
    log.info(`${name}: found in source-dir as ${given}`)
    return given
  }
  const kept = await findCached(source, log)
  if (kept !== undefined) {
    log.info(`${name}: found in the tool cache`)
    return kept
  }
  signal.throwIfAborted()
  const begun = performance.now()
  let from = ''
  const path = await store(source, async (partial) => {
    from = await fetch(source, partial, search)
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  log.info(`${name}: ${megabytes(source.size)} in ${seconds} s from ${from}`)
  return path
}

/** Fills `partial` from the first place that has the tarball, and says which that was. */
async function fetch(source: Source, partial: string, search: Search): Promise<string> {
  const { archive, directory, gauge, log, mirror, signal, timing } = search
  const name = fileName(source)
  const failures = directory === undefined ? [] : [`source-dir ${directory.path}: ${noneOf(directory.files)}`]
  for (const { title, urls } of addresses(source, mirror)) {
    for (const url of urls) {
      const progress = gauge(name, source.size)
      try {
        const onBytes = (received: number) => progress.set(received)
        await download(name, { url, source, partial, signal, onBytes }, timing, log)
        return shown(url)
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        log.debug(`${name}: ${title} ${shown(url)}: ${error.message}`)
        failures.push(`${title} ${shown(url)}: ${error.message}`)
        // Only a server that answered may have the file under its other name.
        if (error.more.missing !== true) break
      } finally {
        progress.end()
      }
    }
  }
  if (archive !== undefined) {
    signal.throwIfAborted()
    try {
      const found = await archive.obtain(source, signal, (path) => copyFile(path, partial))
      return `${archive.title} (${found.name} ${found.version})`
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error
      failures.push(`${archive.title}: ${error.message}`)
    }
  }
  throw nowhere(source, failures)
}

/** The addresses to try, in their order. On a mirror a tarball may lie under either of its names. */
function addresses(source: Source, mirror: URL | undefined): { title: string; urls: URL[] }[] {
  const upstream = { title: 'upstream', urls: [new URL(source.url)] }
  if (mirror === undefined) return [upstream]
  return [{ title: 'source-mirror', urls: fileNames(source).map((name) => mirrored(mirror, name)) }, upstream]
}

function noneOf(files: number): string {
  return files === 0 ? 'no files in it' : `none of its ${files} files has this SHA-256`
}

function nowhere(source: Source, failures: readonly string[]): BuildError {
  return new BuildError(
    `${fileName(source)} could not be had from anywhere. ${failures.map((it, index) => `(${index + 1}) ${it}`).join('; ')}`,
    `Fetch ${source.url} on a machine that can, and name its directory as source-dir; or name a mirror that can be reached as source-mirror. Behind a proxy, set https_proxy.`,
  )
}
