import type { Source, SourceFile } from '../catalog/types.js'
import type { Trust } from '../network/route.js'
import { mirrored } from './mirror.js'
import { inPool } from './pool.js'
import { fileNames } from './tarball-names.js'

/** One address of a tarball. */
export interface Address {
  url: URL
  /** The files that may come from there. */
  accept: readonly [SourceFile, ...SourceFile[]]
  trust?: Trust
}

/** A place that may have a tarball. */
export interface Place {
  /** For people: `source-mirror`. */
  title: string
  /** Somebody has named it, and has a reason: it is not passed over in silence. */
  named?: boolean
  /**
   * Where it has the files of a version, if it does; none: it has no files of this kind.
   * @throws {Unavailable} when it does not say
   */
  addresses(source: Source): Promise<Address[]>
}

/** The directory that `source-mirror` names, by the files' upstream names; two files of a version may have one name. */
export function sourceMirror(mirror: URL): Place {
  return {
    title: 'source-mirror',
    named: true,
    addresses: async ({ files }) => {
      const byName = new Map<string, [SourceFile, ...SourceFile[]]>()
      for (const file of files) {
        for (const name of fileNames(file)) {
          const known = byName.get(name)
          byName.set(name, known === undefined ? [file] : [...known, file])
        }
      }
      return [...byName].map(([name, accept]) => ({ url: mirrored(mirror, name), accept }))
    },
  }
}

/** Where the projects themselves publish. */
export const upstream: Place = {
  title: 'upstream',
  addresses: async ({ files }) =>
    files.flatMap((file) => (file.url === undefined ? [] : [{ url: new URL(file.url), accept: [file] }])),
}

/** A mirror of Debian's or Ubuntu's archive. */
export function pool(mirror: URL): Place {
  return {
    title: "the distribution's pool",
    addresses: async ({ files }) =>
      files.flatMap((file) =>
        file.pool === undefined ? [] : [{ url: inPool(mirror, file.pool), accept: [file] }],
      ),
  }
}
