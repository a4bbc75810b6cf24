import {
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { BuildError, messageOf } from '../report/errors.js'
import { danglingLink, type FileTree, fromMount, type TreeFile } from './file-tree.js'

/** No package of Lambda's comes near. */
const MOST = 100_000
/** Links of Linux's that lead to one another: `MAXSYMLINKS`. */
const MOST_LINKS = 40

/**
 * The files in a directory and below, links followed as long as they do not lead back into what they stand in. One that
 * begins with `/var/task/` or `/opt/` leads to where the package will lie on Lambda, so into the directory.
 *
 * @throws BuildError for a directory or file that cannot be read, and for more than 100 000 files and directories
 */
export function directoryTree(directory: string): FileTree {
  const found: Found = {
    top: directory,
    files: new Map(),
    lost: new Map(),
    notes: [],
    left: MOST,
    byPlace: new Map(),
  }
  readable(directory, () => walk(directory, '', [], found))
  const { files, lost, notes } = found
  return { files, lost, notes }
}

/** What was found so far, and how much more may be. */
interface Found extends FileTree {
  top: string
  left: number
  /** Each file once, by where it is on the disk. */
  byPlace: Map<string, TreeFile>
}

function walk(directory: string, prefix: string, above: readonly string[], found: Found): void {
  const { top, files, lost, notes } = found
  const real = realpathSync.native(directory)
  if (above.includes(real)) {
    notes.push(`${JSON.stringify(prefix)} is a link to a directory that it stands in`)
    return
  }
  const entries = readdirSync(directory, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // Not by the links again: each costs time wherever a path goes through it.
    const path = follow(join(real, entry.name), entry, top)
    const place = `${prefix}${entry.name}`
    found.left -= 1
    if (found.left < 0) {
      throw new BuildError(
        `${directory} has more than ${MOST} files and directories`,
        'Give the directory of a package, not one above it.',
      )
    }
    const facts = factsOf(path)
    if (facts === undefined) {
      notes.push(`${JSON.stringify(place)} is a symbolic link that leads to nothing`)
      lost.set(place, danglingLink(linkIn(join(real, entry.name))))
    } else if (facts.isDirectory()) walk(path, `${place}/`, [...above, real], found)
    else if (facts.isFile()) files.set(place, fileAt(path, facts, found.byPlace))
  }
}

/** The same file for every link to it, as a zip's tree has it. */
function fileAt(path: string, { dev, ino, size }: Stats, known: Map<string, TreeFile>): TreeFile {
  const place = `${dev}:${ino}`
  const file = known.get(place) ?? { size, read: () => readable(path, () => readFileSync(path)) }
  closeSync(openSync(path, 'r'))
  known.set(place, file)
  return file
}

/** The path itself, or where a link leads to that is made for Lambda's disk. */
function follow(path: string, entry: Pick<Dirent, 'isSymbolicLink'>, top: string): string {
  let place = path
  for (let left = MOST_LINKS; left > 0 && entry.isSymbolicLink(); left--) {
    const inPackage = fromMount(linkIn(place) ?? '')
    if (inPackage === undefined) return place
    place = join(top, inPackage)
  }
  return place
}

/** What stands in a link; undefined for what is none. */
function linkIn(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** What a path leads to; undefined for nothing, or for links that lead to one another. */
function factsOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

function readable<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof BuildError) throw error
    throw new BuildError(
      `Cannot read ${path}: ${messageOf(error)}`,
      'Make it readable: chmod -R a+rX DIRECTORY. Lambda runs a function as another user than its owner, too.',
    )
  }
}
