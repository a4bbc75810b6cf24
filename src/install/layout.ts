import type { ZipEntry } from '../package/unzip.js'
import { BuildError } from '../report/errors.js'

/** What a file puts into a directory: each name of a site, which is replaced whole. */
export interface Layout {
  /** Directories in the package that Python searches: empty, or such as `python/`; each ends in a slash but the empty. */
  sites: string[]
  /** Paths that are put in place one by one: `psycopg2`, `python/psycopg2-2.9.13.dist-info`. */
  names: string[]
}

/**
 * How a package is put into a directory that holds others, too.
 *
 * @throws {BuildError} for what is no package with psycopg2 in it, or has files beside it
 */
export function layoutOf(entries: readonly Pick<ZipEntry, 'path' | 'directory'>[], name: string): Layout {
  const files = entries.filter(({ directory }) => !directory).map(({ path }) => path)
  const sites = [
    ...new Set(files.flatMap((path) => /^((?:.*\/)?)psycopg2\/__init__\.py$/.exec(path)?.[1] ?? [])),
  ]
  const nameOf = (path: string) => {
    const site = sites.filter((one) => path.startsWith(one)).sort((a, b) => b.length - a.length)[0]
    const [first = '', ...below] = site === undefined ? [] : path.slice(site.length).split('/')
    return below.length === 0 ? undefined : `${site}${first}`
  }
  const strange = sites.length === 0 ? 'no psycopg2' : files.find((path) => nameOf(path) === undefined)
  if (strange !== undefined)
    throw new BuildError(
      `${name} is not a package of psycopg2: it has ${strange}${sites.length === 0 ? '' : ' beside it'}`,
      'With extract: false it is put in place as it is. Nothing was changed.',
    )
  return { sites, names: [...new Set(files.flatMap((path) => nameOf(path) ?? []))].sort() }
}

/**
 * Whether a name in a site belongs to a psycopg2 that another one replaces: pip's psycopg2_binary, an older dist-info, the
 * libraries that auditwheel puts beside.
 */
export function isOlder(name: string): boolean {
  return /^psycopg2(_binary)?(\.libs|-[\w.+!-]+\.(dist|egg)-info)?$/.test(name)
}
