import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AS_POINTER, isPointer } from '../audit/sort-objects.js'
import { directoryTree } from '../package/directory-tree.js'
import { type FileTree, zipTree } from '../package/file-tree.js'
import { ZipError } from '../package/zip-directory.js'
import { BuildError, messageOf } from '../report/errors.js'
import { notUnzipped } from './unjudged.js'

/** What is to be judged. */
export interface Subject {
  kind: 'package' | 'wheel' | 'module'
  tree: FileTree
  /** The zip's. */
  bytes?: Uint8Array
}

/** More than this cannot be a package of Lambda's: it takes 250 MB unpacked. */
const MOST_READ = 300_000_000
const WHEEL = /^[^/]+\.dist-info\/WHEEL$/
const HINT = 'Give the path of a zip, a directory or a shared object.'

/** What else people take for a package, by its first bytes, and where these stand. */
const OTHERS: readonly [at: number, bytes: string, what: string][] = [
  [0, '\x1f\x8b', 'packed by gzip (.tar.gz)'],
  [0, 'BZh', 'packed by bzip2 (.tar.bz2)'],
  [0, '\xfd7zXZ\0', 'packed by xz (.tar.xz)'],
  [0, '7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  [0, 'Rar!', 'a RAR archive'],
  [0, '\x28\xb5\x2f\xfd', 'packed by Zstandard'],
  [257, 'ustar', 'a tar archive'],
]

/**
 * Opens a package or a module, wherever it was made.
 *
 * @param file as it was named
 * @param path the same, absolute
 * @throws {BuildError} for what cannot be read, or is neither a package nor a shared object
 */
export async function openSubject(file: string, path: string): Promise<Subject> {
  let bytes: Uint8Array
  try {
    const facts = await stat(path)
    if (facts.isDirectory())
      return { kind: 'package', tree: inItsDirectory(directoryTree(path), basename(path)) }
    // Some devices never end, and a pipe may never begin.
    if (!facts.isFile()) throw new Error('it is neither a file nor a directory')
    if (facts.size > MOST_READ)
      throw new Error(`it has ${facts.size} bytes, and no package of Lambda's comes near`)
    bytes = await readFile(path)
  } catch (error) {
    if (error instanceof BuildError) throw error
    throw new BuildError(`Cannot read ${file}: ${messageOf(error)}`, HINT)
  }
  return subjectOf(bytes, file, basename(path))
}

/**
 * A package or a module of which the bytes are here.
 *
 * @param file for messages
 * @param name its file name
 * @throws {BuildError} for what is neither
 */
export function subjectOf(bytes: Uint8Array, file: string, name = file): Subject {
  const isElf = startsWith(bytes, '\x7fELF')
  if (isElf || /\.(so|pyd)$/.test(name)) {
    // Whatever it is called, it is what is asked about.
    const asModule = /\.(so|pyd)$|\.so\./.test(name) ? name : `${name}.so`
    const files = new Map([[asModule, { size: bytes.length, read: () => bytes }]])
    return { kind: 'module', tree: { files, lost: new Map(), notes: [] } }
  }
  const tree = treeOf(bytes, file)
  // Both have to be so for pip, too.
  const isWheel = name.endsWith('.whl') && [...tree.files.keys()].some((one) => WHEEL.test(one))
  return { kind: isWheel ? 'wheel' : 'package', tree, bytes }
}

function treeOf(bytes: Uint8Array, file: string): FileTree {
  try {
    return zipTree(bytes)
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    if (error.fault !== 'not a zip') throw notUnzipped(file, error)
    if (bytes.length === 0) throw new BuildError(`${file} is empty: it has no bytes`, HINT)
    if (isPointer(bytes)) throw new BuildError(`${file}: ${AS_POINTER.message}`, AS_POINTER.hint)
    if (/^\s*<(!doctype|html|\?xml)/i.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1')))
      throw new BuildError(
        `${file}: not a zip file, but a web page or XML`,
        'Download it again: this is an error page.',
      )
    const what = OTHERS.find(([at, start]) => startsWith(bytes.subarray(at), start))?.[2]
    if (what === undefined) throw new BuildError(`${file}: ${error.message}`, HINT)
    const isSource = /^psycopg2(-binary)?-\d/.test(basename(file))
    throw new BuildError(
      `${file}: not a zip file, but ${what}${isSource ? ": psycopg2's source, which nobody has compiled yet" : ''}`,
      isSource
        ? 'Use a zip made here, or a wheel: pip download --only-binary :all: psycopg2-binary gets one.'
        : 'Lambda takes zips only: unpack it, and zip what is in it.',
    )
  }
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return Buffer.from(bytes.subarray(0, start.length)).toString('latin1') === start
}

/** Whoever names psycopg2's own directory means that, not a package with its files at the top. */
function inItsDirectory(tree: FileTree, name: string): FileTree {
  if (![...tree.files.keys()].some((path) => /^_psycopg\..*(so|pyd)$/.test(path))) return tree
  const below = <T>(paths: Map<string, T>) =>
    new Map(Array.from(paths, ([path, one]): [string, T] => [`${name}/${path}`, one]))
  return { files: below(tree.files), lost: below(tree.lost), notes: tree.notes }
}
