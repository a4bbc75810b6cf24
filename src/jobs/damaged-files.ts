import { NOT_UNZIPPED } from '../audit/loader-words.js'
import type { TreeFile } from '../package/file-tree.js'
import { ZipError } from '../package/zip-directory.js'

/** Of a list in a sentence. */
const MOST_NAMED = 3

/** Files whose reading is watched, so that each is unpacked at most once more to know whether it can be. */
export interface Watched {
  files: Map<string, TreeFile>
  /** A note of those that are damaged, but for some: Lambda unpacks them all. */
  damaged(but: ReadonlySet<string>): string[]
}

/** Watches the files of a zip. What is one file by several paths stays one. */
export function watched(given: ReadonlyMap<string, TreeFile>): Watched {
  const seen = new Map<TreeFile, string | undefined>()
  const watch = (file: TreeFile): TreeFile => ({
    size: file.size,
    read() {
      seen.set(file, undefined)
      try {
        return file.read()
      } catch (error) {
        if (error instanceof ZipError && error.fault === 'damaged') seen.set(file, error.message)
        throw error
      }
    },
  })
  const each = new Map(Array.from(new Set(given.values()), (file) => [file, watch(file)]))
  const files = new Map(Array.from(given, ([path, file]) => [path, each.get(file) ?? file]))
  return {
    files,
    damaged(but) {
      for (const [file, watching] of each) if (!seen.has(file)) tryToRead(watching)
      const told = new Set(Array.from(but, (path) => given.get(path)))
      const said = [...seen].flatMap(([file, message]) =>
        message === undefined || told.has(file) ? [] : [message],
      )
      if (said.length === 0) return []
      const more = said.length - MOST_NAMED
      return [
        `${said.slice(0, MOST_NAMED).join('; ')}${more > 0 ? `; and ${more} more` : ''}: Lambda may answer to the upload: ${NOT_UNZIPPED}`,
      ]
    },
  }
}

function tryToRead(file: TreeFile): void {
  try {
    file.read()
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
  }
}
