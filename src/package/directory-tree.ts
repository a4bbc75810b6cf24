import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BuildError, messageOf } from '../report/errors.js'
import type { FileTree, TreeFile } from './file-tree.js'

/** No package of Lambda's comes near. */
const MOST = 200_000

/**
 * The files in a directory and below, links followed as long as they do not lead back into what they stand in.
 *
 * @throws BuildError for a directory that cannot be read, or has more than 200 000 files
 */
export function directoryTree(directory: string): FileTree {
  const files = new Map<string, TreeFile>()
  const notes: string[] = []
  try {
    walk(directory, '', [], files, notes)
  } catch (error) {
    if (error instanceof BuildError) throw error
    throw new BuildError(`Cannot read ${directory}: ${messageOf(error)}`, 'Make it readable.')
  }
  return { files, notes }
}

function walk(
  directory: string,
  prefix: string,
  above: readonly string[],
  files: Map<string, TreeFile>,
  notes: string[],
): void {
  const real = realpathSync(directory)
  if (above.includes(real)) {
    notes.push(`${JSON.stringify(prefix)} is a link to a directory that it stands in`)
    return
  }
  for (const name of readdirSync(directory).sort()) {
    const path = join(directory, name)
    const place = `${prefix}${name}`
    const facts = statSync(path, { throwIfNoEntry: false })
    if (facts === undefined) notes.push(`${JSON.stringify(place)} is a symbolic link that leads to nothing`)
    else if (facts.isDirectory()) walk(path, `${place}/`, [...above, real], files, notes)
    else if (facts.isFile()) files.set(place, { size: facts.size, read: () => readFileSync(path) })
    if (files.size > MOST) {
      throw new BuildError(
        `${directory} has more than ${MOST} files`,
        'Give the directory of a package, not one above it.',
      )
    }
  }
}
