import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { BuildError, InputError, messageOf } from '../report/errors.js'
import { parseLock, parseRuntimes, SchemaError } from './parse-catalog.js'
import runtimesFile from './runtimes.json' with { type: 'json' }
import lockFile from './sources.lock.json' with { type: 'json' }
import type { Runtime, Source } from './types.js'
import { compareVersions } from './versions.js'

/** Everything that can be built, and from what. */
export type Catalog = ReturnType<typeof parseRuntimes> & { sources: Source[] }

/**
 * The action's own catalog, with the rows of a user's lock file added; where both have a version, the user's
 * row counts.
 *
 * @throws {InputError} for a lock file that cannot be read, is not JSON or does not fit the schema: names each row
 */
export async function loadCatalog(userLockFile?: string): Promise<Catalog> {
  const given = own('runtimes.json', () => parseRuntimes(runtimesFile))
  const sources = own('sources.lock.json', () => parseLock(lockFile))
  if (userLockFile === undefined) return { ...given, sources }
  const added = await readLockFile(userLockFile)
  const replaced = new Set(added.map(nameOf))
  return { ...given, sources: [...sources.filter((row) => !replaced.has(nameOf(row))), ...added] }
}

/** All versions of a project, oldest first. */
export function versionsOf(catalog: Catalog, project: Source['project']): Source[] {
  return catalog.sources
    .filter((source) => source.project === project)
    .sort((a, b) => compareVersions(a.version, b.version))
}

/** The day it is, as the catalog writes days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Whether AWS still patches this runtime on the day given (`YYYY-MM-DD`). Previews do not count. */
export function isSupported(runtime: Runtime, today: string): boolean {
  return !runtime.preview && (runtime.deprecated === null || today < runtime.deprecated)
}

function nameOf(source: Source): string {
  return `${source.project} ${source.version}`
}

async function readLockFile(path: string): Promise<Source[]> {
  const hint =
    'Give the path of a JSON file of the form {"sources": [...]}; src/catalog/sources.lock.json is an example.'
  let bytes: Uint8Array
  try {
    // Some devices never end; a pipe, as the shell's <(…) makes one, does.
    if ((await stat(path)).isCharacterDevice()) throw new Error('it is a device')
    bytes = await readFile(path)
  } catch (error) {
    throw new InputError('lock-file', `cannot read ${path}: ${messageOf(error)}`, hint)
  }
  try {
    return parseLock(JSON.parse(decode(bytes)))
  } catch (error) {
    const problem = error instanceof SchemaError ? error.problems.join('\n') : messageOf(error)
    throw new InputError('lock-file', `${path}: ${problem}`, hint)
  }
}

/** The text of a file that an editor wrote: a byte order mark at its beginning is read over. @throws {Error} */
function decode(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  // What is UTF-16 without a mark has zeros in every other place.
  if (isUtf8(bytes) && !text.includes('\0')) return text
  throw new Error('the file is not UTF-8 (UTF-16, perhaps): save it as UTF-8')
}

function own<T>(file: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new BuildError(
      `The action's own ${file} is broken: ${messageOf(error)}`,
      'Use a released version of the action; if this is one, report it.',
    )
  }
}
