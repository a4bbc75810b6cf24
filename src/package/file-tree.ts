import { posix } from 'node:path'
import { BuildError } from '../report/errors.js'
import { unpackEntry, viewOf } from './unzip.js'
import { decode, type ListedEntry, quote, readDirectory, type ZipDirectory } from './zip-directory.js'
import { DEFLATED, STORED, TYPE, TYPE_LINK } from './zip-format.js'

/** A file whose contents are read when they are asked for, each time anew. */
export interface TreeFile {
  /** In bytes, unpacked. */
  size: number
  /** @throws BuildError for contents that cannot be read */
  read(): Uint8Array
}

/** What anybody's package holds, as it would lie on Lambda's disk. */
export interface FileTree {
  /** By path from the package's root; a link's path stands for what it leads to. */
  files: Map<string, TreeFile>
  /** What is odd about it and keeps nothing from being read; a sentence each. */
  notes: string[]
}

/** Links can multiply what there is, and lead to one another; real packages have some hundreds. Counted in paths looked at. */
const MOST_FOLLOWED = 1_000_000
/** `PATH_MAX` of Linux, in bytes. */
const LONGEST_LINK = 4096
/** Of a list in a sentence. */
const MOST_NAMED = 3

/**
 * The files of anybody's zip: whatever can be read is, oddities are noted, and nothing is unpacked before it is asked for.
 *
 * @throws BuildError (without the zip's name) when the bytes are not a zip, or are cut off or damaged
 */
export function zipTree(bytes: Uint8Array): FileTree {
  const view = viewOf(bytes)
  const directory = readDirectory(view)
  const files = new Map<string, TreeFile>()
  const links = new Map<string, ListedEntry>()
  const odd = new Oddities()
  for (const entry of directory.entries) {
    odd.see(entry)
    const path = placeOf(entry.path)
    if (path === undefined) odd.add('leads out of the package, and unpackers leave it out', entry.path)
    if (path === undefined || entry.directory) continue
    if (files.has(path) || links.has(path)) odd.add('there more than once, and the last counts', path)
    files.delete(path)
    links.delete(path)
    if ((entry.attributes & TYPE) === TYPE_LINK) links.set(path, entry)
    else files.set(path, { size: entry.size, read: () => unpackEntry(view, entry, directory.start) })
  }
  const targetOf = (entry: ListedEntry) =>
    entry.size > LONGEST_LINK ? undefined : decode(unpackEntry(view, entry, directory.start))
  follow(links, files, targetOf, odd)
  return { files, notes: [...around(directory), ...odd.notes()] }
}

/** Where unpackers put a path: without `./`, and with single slashes; undefined for what would leave the directory. */
function placeOf(path: string): string | undefined {
  const place = posix.normalize(path).replace(/\/$/, '')
  return place.startsWith('/') || /^\.\.(\/|$)/.test(place) ? undefined : place
}

/** Puts what links lead to in their places. */
function follow(
  links: Map<string, ListedEntry>,
  files: Map<string, TreeFile>,
  targetOf: (link: ListedEntry) => string | undefined,
  odd: Oddities,
): void {
  const targets = Array.from(links, ([path, link]) => {
    const target = safely(targetOf, link)
    return { path, target: target && placeOf(posix.join(posix.dirname(path), target)) }
  })
  let left = MOST_FOLLOWED
  // A link may lead to another: go on while that finds more.
  for (let found = true; found && left > 0; ) {
    found = false
    for (const one of targets.splice(0)) {
      const below = left > 0 ? filesAt(one.target, files) : []
      left -= below.length === 1 ? 1 : files.size + below.length
      for (const [name, file] of below) files.set(posix.join(one.path, name), file)
      if (below.length === 0) targets.push(one)
      else found = true
    }
  }
  const why = left > 0 ? 'symbolic link to nothing in the package' : 'symbolic link not followed, of too many'
  for (const { path } of targets) odd.add(why, path)
}

function safely(targetOf: (link: ListedEntry) => string | undefined, link: ListedEntry): string | undefined {
  try {
    const target = targetOf(link)
    return target?.startsWith('/') ? undefined : target
  } catch (error) {
    if (error instanceof BuildError) return undefined
    throw error
  }
}

/** The file at a path, or the files below it, by the rest of their paths. */
function filesAt(target: string | undefined, files: Map<string, TreeFile>): [rest: string, file: TreeFile][] {
  if (target === undefined) return []
  const file = files.get(target)
  if (file !== undefined) return [['', file]]
  const prefix = target === '.' ? '' : `${target}/`
  const below: [string, TreeFile][] = []
  for (const [path, one] of files) if (path.startsWith(prefix)) below.push([path.slice(prefix.length), one])
  return below
}

/** What is odd about entries, each kind with the paths that are so. */
class Oddities {
  readonly #paths = new Map<string, string[]>()

  add(what: string, path: string): void {
    const paths = this.#paths.get(what)
    if (paths === undefined) this.#paths.set(what, [path])
    else paths.push(path)
  }

  /** What its row alone tells. */
  see(entry: ListedEntry): void {
    const { path, mode, method, flags, directory } = entry
    if (path.includes('\\')) {
      this.add('name with backslashes, which on Lambda separate nothing', path)
    }
    if (decode(entry.name) === undefined) this.add('name that is not UTF-8', path)
    if (flags & 1) this.add('encrypted, which Lambda cannot read', path)
    else if (method !== STORED && method !== DEFLATED) {
      this.add('packed by a method that is not read here, and perhaps not by Lambda', path)
    }
    // The function runs as another user than the one that unpacks. Some tools say Unix and leave the mode out.
    if (mode && !directory && (mode & TYPE) !== TYPE_LINK && (mode & 0o4) === 0) {
      this.add('readable by its owner only (if Lambda answers Permission denied, chmod -R a+rX helps)', path)
    }
  }

  notes(): string[] {
    return Array.from(this.#paths, ([what, paths]) => {
      const named = paths.slice(0, MOST_NAMED).map(quote).join(', ')
      const more = paths.length - MOST_NAMED
      return `${what}: ${named}${more > 0 ? ` and ${more} more` : ''}`
    })
  }
}

function around({ before, behind }: ZipDirectory): string[] {
  return [
    ...(before > 0 ? [`${before} bytes stand before the zip itself`] : []),
    ...(behind > 0 ? [`${behind} bytes stand behind the end of the zip`] : []),
  ]
}
