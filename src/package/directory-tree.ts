import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BuildError, messageOf } from '../report/errors.js'
import type { FileTree, TreeFile } from './file-tree.js'

/** No package of Lambda's comes near. */
const MOST = 100_000

/**
 * The files in a directory and below, links followed as long as they do not lead back into what they stand in.
 *
 * @throws BuildError for a directory that cannot be read, or has more than 100 000 files and directories
 */
export function directoryTree(directory: string): FileTree {
  const found = { files: new Map<string, TreeFile>(), notes: [], left: MOST }
  try {
    walk(directory, '', [], found)
  } catch (error) {
    if (error instanceof BuildError) throw error
    throw new BuildError(`Cannot read ${directory}: ${messageOf(error)}`, 'Make it readable.')
  }
  return { files: found.files, notes: found.notes }
}

/** What was found so far, and how much more may be. */
interface Found extends FileTree {
  left: number
}

function walk(directory: string, prefix: string, above: readonly string[], found: Found): void {
  const { files, notes } = found
  const real = realpathSync.native(directory)
  if (above.includes(real)) {
    notes.push(`${JSON.stringify(prefix)} is a link to a directory that it stands in`)
    return
  }
  for (const name of readdirSync(directory).sort()) {
    // Not by the links again: each costs time wherever a path goes through it.
    const path = join(real, name)
    const place = `${prefix}${name}`
    found.left -= 1
    if (found.left < 0) {
      throw new BuildError(
        `${directory} has more than ${MOST} files and directories`,
        'Give the directory of a package, not one above it.',
      )
    }
    const facts = statSync(path, { throwIfNoEntry: false })
    if (facts === undefined) notes.push(`${JSON.stringify(place)} is a symbolic link that leads to nothing`)
    else if (facts.isDirectory()) walk(path, `${place}/`, [...above, real], found)
    else if (facts.isFile()) files.set(place, { size: facts.size, read: () => readFileSync(path) })
  }
}
