import { posix } from 'node:path'
import { unpackEntry, viewOf } from './unzip.js'
import {
  decode,
  type ListedEntry,
  quote,
  readDirectory,
  type ZipDirectory,
  ZipError,
  type ZipFault,
} from './zip-directory.js'
import { DEFLATED, STORED, TYPE, TYPE_LINK } from './zip-format.js'
import { refuseUnreadable } from './zip-strict.js'

/** A file whose contents are read when they are asked for, each time anew. */
export interface TreeFile {
  /** In bytes, unpacked. */
  size: number
  /** @throws BuildError for contents that cannot be read */
  read(): Uint8Array
}

/** A name in a package that holds nothing once that is unpacked. */
export interface LostFile {
  /** What it is, to be put behind "is". */
  why: string
  /** What to do. */
  hint: string
}

/** What anybody's package holds, as it would lie on Lambda's disk. */
export interface FileTree {
  /** By path from the package's root; a link's path stands for what it leads to. */
  files: Map<string, TreeFile>
  /** What was meant to be there, by the path where it was. */
  lost: Map<string, LostFile>
  /** What is odd about it and keeps nothing from being read; a sentence each. */
  notes: string[]
}

/** Links can multiply what there is, and lead to one another; real packages have some hundreds. Counted in paths looked at. */
const MOST_FOLLOWED = 1_000_000
/** `PATH_MAX` of Linux, in bytes. */
const LONGEST_LINK = 4096
/** Of a list in a sentence. */
const MOST_NAMED = 3

/** What to do about a zip that may be anybody's. */
const MEND: Record<ZipFault, string> = {
  'not a zip': 'Give the path of a zip.',
  damaged: 'Zip it again, and copy it whole and as it is.',
  'in parts': 'Make one zip of the parts: zip -s 0 PARTS.zip --out WHOLE.zip.',
  encrypted: 'Zip it again without a password: Lambda has none.',
  'packed otherwise': 'Zip it again by deflate, as zip and Python do unless told otherwise.',
}

/**
 * The files of anybody's zip: whatever can be read is, oddities are noted, and nothing is unpacked before it is asked for.
 *
 * @throws ZipError (without the zip's name) when the bytes are not a zip, or one that is cut off, damaged or encrypted
 */
export function zipTree(bytes: Uint8Array): FileTree {
  return mendable(() => readTree(bytes))
}

function readTree(bytes: Uint8Array): FileTree {
  const view = viewOf(bytes)
  const directory = readDirectory(view)
  const files = new Map<string, TreeFile>()
  const links = new Map<string, ListedEntry>()
  const lost = new Map<string, LostFile>()
  const odd = new Oddities()
  const unpack = (entry: ListedEntry) => mendable(() => unpackEntry(view, entry, directory.start))
  for (const entry of directory.entries) {
    // Whoever unpacks all of a zip stops there.
    if (entry.flags & 1) refuseUnreadable(entry)
    odd.see(entry)
    const path = placeOf(entry.path)
    if (path === undefined) {
      odd.add('leads out of the package: unpackers leave it out, or put it elsewhere', entry.path)
      if (entry.path.startsWith('/') && !entry.directory) lost.set(entry.path.replace(/^\/+/, ''), ABSOLUTE)
    }
    if (path === undefined || entry.directory) continue
    if (files.has(path) || links.has(path)) odd.add('there more than once, and the last counts', path)
    files.delete(path)
    links.delete(path)
    if ((entry.attributes & TYPE) === TYPE_LINK) links.set(path, entry)
    else files.set(path, { size: entry.size, read: () => unpack(entry) })
  }
  const targetOf = (entry: ListedEntry) => (entry.size > LONGEST_LINK ? undefined : decode(unpack(entry)))
  const tree = { files, lost, notes: around(directory) }
  follow(links, tree, targetOf, odd)
  tree.notes.push(...odd.notes())
  for (const path of files.keys()) lost.delete(path)
  return tree
}

const ABSOLUTE: LostFile = {
  why: 'named from the root of the disk in the zip (/…), and not in the package',
  hint: 'Zip it again with names from the package on: zip -r in the directory itself, with "." for what is to be zipped.',
}

/** A link that leads to nothing. @param target as it stands in it; undefined for what cannot be read */
export function danglingLink(target: string | undefined): LostFile {
  return {
    why: `a symbolic link to ${target === undefined ? 'nothing' : quote(target)}, which is not in the package`,
    hint: 'Put the file itself there: cp -rL copies what links lead to, and zip does so without -y.',
  }
}

/** The same, with what its owner can do about what it throws. */
function mendable<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    throw new ZipError(error.fault, error.message, MEND[error.fault])
  }
}

/** A path of Lambda's disk from a package's root on: a function is unpacked into `/var/task`, a layer into `/opt`. */
export function fromMount(target: string): string | undefined {
  return /^\/(?:var\/task|opt)\/+(.+)$/.exec(target)?.[1]
}

/** Where unpackers put a path: without `./`, and with single slashes; undefined for what would leave the directory. */
function placeOf(path: string): string | undefined {
  const place = posix.normalize(path).replace(/\/$/, '')
  return place.startsWith('/') || /^\.\.(\/|$)/.test(place) ? undefined : place
}

/** Puts what links lead to in their places. */
function follow(
  links: Map<string, ListedEntry>,
  { files, lost }: Pick<FileTree, 'files' | 'lost'>,
  targetOf: (link: ListedEntry) => string | undefined,
  odd: Oddities,
): void {
  const left = Array.from(links, ([path, link]) => {
    const written = safely(targetOf, link)
    return { path, written, target: written && placeOfTarget(path, written) }
  })
  let budget = MOST_FOLLOWED
  // A link may lead to another: go on while that finds more.
  for (let found = true; found && budget > 0; ) {
    found = false
    for (const one of left.splice(0)) {
      const below = budget > 0 ? filesAt(one.target, files) : []
      budget -= below.length === 1 ? 1 : files.size + below.length
      for (const [name, file] of below) files.set(posix.join(one.path, name), file)
      if (below.length === 0) left.push(one)
      else found = true
    }
  }
  const why =
    budget > 0 ? 'symbolic link to nothing in the package' : 'symbolic link not followed, of too many'
  for (const { path, written } of left) {
    odd.add(why, path)
    lost.set(path, danglingLink(written))
  }
}

/** Where in the package a link leads to; undefined for what is not in it. */
function placeOfTarget(path: string, target: string): string | undefined {
  if (!target.startsWith('/')) return placeOf(posix.join(posix.dirname(path), target))
  const place = fromMount(target)
  return place && placeOf(place)
}

function safely(targetOf: (link: ListedEntry) => string | undefined, link: ListedEntry): string | undefined {
  try {
    return targetOf(link)
  } catch (error) {
    if (error instanceof ZipError) return undefined
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
    const { path, mode, method, directory } = entry
    if (path.includes('\\')) {
      this.add('name with backslashes, which on Lambda separate nothing', path)
    }
    if (decode(entry.name) === undefined) this.add('name that is not UTF-8', path)
    if (method !== STORED && method !== DEFLATED) {
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
