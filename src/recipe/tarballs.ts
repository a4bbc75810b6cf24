import type { Source } from '../catalog/types.js'
import type { Log } from '../report/log.js'
import type { Obtained } from '../sources/cache.js'

/** The tarballs of a run: each is obtained when it is first asked for, so that what a cache has is not fetched. */
export class Tarballs {
  readonly #asked = new Map<string, Promise<Obtained>>()

  /** @param obtain gives the checked tarballs, or throws for the first that cannot be had */
  constructor(
    private readonly obtain: (sources: readonly Source[], log: Log) => Promise<ReadonlyMap<Source, Obtained>>,
  ) {}

  /** Obtains what nobody has asked for yet, and gives a tarball of each, in their order. */
  async fetch<const T extends readonly Source[]>(
    sources: T,
    log: Log,
  ): Promise<{ [K in keyof T]: Obtained }> {
    const missing = [...new Set(sources)].filter((source) => !this.#asked.has(keyOf(source)))
    if (missing.length > 0) {
      const all = this.obtain(missing, log)
      for (const source of missing) {
        this.#asked.set(
          keyOf(source),
          all.then((obtained) => tarballOf(obtained, source)),
        )
      }
    }
    const obtained = sources.map((source) => this.#asked.get(keyOf(source)))
    return (await Promise.all(obtained)) as { [K in keyof T]: Obtained }
  }
}

function tarballOf(obtained: ReadonlyMap<Source, Obtained>, source: Source): Obtained {
  const tarball = obtained.get(source)
  if (tarball === undefined) throw new Error(`${source.project} ${source.version} was not obtained`)
  return tarball
}

/** Two rows with the same files are the same. */
function keyOf({ files }: Source): string {
  return files.map(({ sha256 }) => sha256).join(' ')
}
