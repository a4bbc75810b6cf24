import type { Source, SourceFile } from '../catalog/types.js'

const ARCHIVE_ENDING = /\.(tar\.(gz|bz2|xz|zst)|tgz|tbz2?|txz)$/

/**
 * The names a tarball goes by, the upstream address's own name first.
 *
 * Two, because GitHub's archive of a tag is `2.9.10.tar.gz` in its address, but `psycopg2-2.9.10.tar.gz` when
 * a browser or `curl -OJ` saves it. All are free of path separators.
 */
export function fileNames(file: SourceFile): [string, ...string[]] {
  const last = (file.url === undefined ? undefined : new URL(file.url).pathname.split('/').at(-1)) ?? ''
  const ending = ARCHIVE_ENDING.exec(last || (file.pool ?? ''))?.[0]
  const byRoot = plain(file.name ?? `${file.root}${ending ?? ''}`)
  const byAddress = plain(last)
  return ARCHIVE_ENDING.test(last) && byAddress !== byRoot ? [byAddress, byRoot] : [byRoot]
}

/** The name a tarball has in messages and in the tool cache: the one that says what it is. */
export function fileName(file: SourceFile): string {
  const names = fileNames(file)
  return names.at(-1) ?? names[0]
}

/** The name for a version, whichever of its files is used. */
export function titleOf({ project, version }: Source): string {
  return `${project} ${version}`
}

/** No separator, no control character and no `..` survives, whatever a user's own lock says. */
function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9._+~-]/g, '_').replace(/^\.+/, '_')
}
