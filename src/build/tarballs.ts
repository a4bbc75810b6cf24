import type { Source } from '../catalog/types.js'
import type { Log } from '../report/log.js'

/** The tarballs of a run: each is obtained when it is first asked for, so that what a cache has is not fetched. */
export class Tarballs {
  readonly #asked = new Map<Source, Promise<string>>()

  /** @param obtain gives the paths of checked tarballs, or throws for the first that cannot be had */
  constructor(
    private readonly obtain: (sources: readonly Source[], log: Log) => Promise<ReadonlyMap<Source, string>>,
  ) {}

  /** Obtains what nobody has asked for yet, and gives the paths of all of these, in their order. */
  async fetch(sources: readonly Source[], log: Log): Promise<string[]> {
    const missing = [...new Set(sources)].filter((source) => !this.#asked.has(source))
    if (missing.length > 0) {
      const all = this.obtain(missing, log)
      for (const source of missing) {
        this.#asked.set(
          source,
          all.then((paths) => pathOf(paths, source)),
        )
      }
    }
    return Promise.all(sources.map((source) => this.#asked.get(source) as Promise<string>))
  }
}

function pathOf(paths: ReadonlyMap<Source, string>, source: Source): string {
  const path = paths.get(source)
  if (path === undefined) throw new Error(`${source.project} ${source.version} was not obtained`)
  return path
}
