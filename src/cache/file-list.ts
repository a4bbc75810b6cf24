import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { measure } from '../machine/measure.js'
import { sha256 } from '../package/checksums.js'

/** The file in a kept directory that lists the others. */
export const FILE_LIST = 'file-list.json'

/** Path and SHA-256 of every file, sorted by path. */
export type FileList = (readonly [path: string, sha256: string])[]

const schema = z.array(z.tuple([z.string(), z.string()]).readonly())

/**
 * What is in a directory, the list itself left out.
 *
 * @throws {Error} for anything that is neither file nor directory: a link has no bytes of its own, and what it leads
 *   to may be another thing tomorrow
 */
export async function listFiles(directory: string): Promise<FileList> {
  const paths = pathsIn(directory)
    .filter((path) => path !== FILE_LIST)
    .sort()
  const list: FileList = []
  for (const path of paths) list.push([path, (await measure(join(directory, path))).sha256])
  return list
}

/** A list's one text, from which its hash is made. */
export function textOf(list: FileList): string {
  return JSON.stringify(list)
}

/** Reads what `textOf` gave. @throws {Error} for anything else */
export function parseFileList(text: string): FileList {
  const parsed = schema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`${FILE_LIST} is not a list of paths and sums`)
  return parsed.data
}

/** The one value that stands for all files' paths and bytes. */
export function contentHash(list: FileList): string {
  return sha256(Buffer.from(textOf(list)))
}

/** Whether a content hash is one of those listed; where none is listed, every one is. */
export function isAccepted(content: string, accepted: readonly string[]): boolean {
  return accepted.length === 0 || accepted.includes(content)
}

/** Why content that is not accepted is not, for a sentence. */
export function notListed(content: string): string {
  return `their content hash is ${content}, which dependencies-sha256 does not list`
}

/** What distinguishes a directory from what it should be, for people; empty when nothing does. */
export function differences(expected: FileList, actual: FileList): string[] {
  const [before, after] = [new Map(expected), new Map(actual)]
  return [
    ...expected.flatMap(([path, sum]) =>
      after.has(path) ? (after.get(path) === sum ? [] : [`${path} was changed`]) : [`${path} is missing`],
    ),
    ...actual.flatMap(([path]) => (before.has(path) ? [] : [`${path} was added`])),
  ]
}

function pathsIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true }).flatMap((entry) => {
    const path = relative(directory, join(entry.parentPath, entry.name))
    if (entry.isDirectory()) return []
    if (entry.isFile()) return [path]
    throw new Error(`${path} is ${entry.isSymbolicLink() ? 'a symbolic link' : 'not a file'}`)
  })
}
