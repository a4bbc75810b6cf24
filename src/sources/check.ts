import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Source, SourceFile } from '../catalog/types.js'
import { BuildError } from '../report/errors.js'

/** What a file turned out to be. `sha256` is absent where reading stopped early because the size was wrong. */
export interface Found {
  /** In bytes. */
  size: number
  /** Lower-case hex. */
  sha256?: string | undefined
  /** What is odd about it, for the person who has to find out why. */
  remark?: string | undefined
}

/** Reads a whole file and gives its size in bytes and its SHA-256. @throws what the file system throws */
export async function measure(path: string): Promise<Found> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.length
    hash.update(chunk)
  }
  return { size, sha256: hash.digest('hex') }
}

/** Of the files the lock names, the one whose bytes these are. */
export function matching(files: readonly SourceFile[], found: Found): SourceFile | undefined {
  return files.find(({ size, sha256 }) => found.size === size && found.sha256 === sha256)
}

/**
 * The fatal error for a tarball that is not one the lock names.
 *
 * @param files what it could have been
 * @param where the file's path or address, as a person would look it up
 * @param hint what to do about it, which depends on where the file came from
 */
export function mismatch(
  files: readonly [SourceFile, ...SourceFile[]],
  where: string,
  found: Found,
  hint: string,
): BuildError {
  const sum = found.sha256 === undefined ? '' : ` with SHA-256 ${found.sha256}`
  const remark = found.remark === undefined ? '' : ` (${found.remark})`
  const expected = files.map(({ size, sha256 }) => `${size} bytes with SHA-256 ${sha256}`).join(' or ')
  return new BuildError(
    `${fileName(files[0])} from ${where} is not the file in the lock: expected ${expected}, ` +
      `found ${found.size} bytes${sum}${remark}`,
    hint,
  )
}

const ARCHIVE_ENDING = /\.(tar\.(gz|bz2|xz|zst)|tgz|tbz2?|txz)$/

/**
 * The names a tarball goes by, the upstream address's own name first.
 *
 * Two, because GitHub's archive of a tag is `2.9.10.tar.gz` in its address, but `psycopg2-2.9.10.tar.gz` when
 * a browser or `curl -OJ` saves it. All are free of path separators.
 */
export function fileNames(file: SourceFile): [string, ...string[]] {
  const last = (file.url === undefined ? undefined : new URL(file.url).pathname.split('/').at(-1)) ?? ''
  const ending = ARCHIVE_ENDING.exec(last || (file.pool ?? ''))?.[0]
  const byRoot = plain(file.name ?? `${file.root}${ending ?? ''}`)
  const byAddress = plain(last)
  return ARCHIVE_ENDING.test(last) && byAddress !== byRoot ? [byAddress, byRoot] : [byRoot]
}

/** The name a tarball has in messages and in the tool cache: the one that says what it is. */
export function fileName(file: SourceFile): string {
  const names = fileNames(file)
  return names.at(-1) ?? names[0]
}

/** The name for a version, whichever of its files is used. */
export function titleOf({ project, version }: Source): string {
  return `${project} ${version}`
}

/** No separator, no control character and no `..` survives, whatever a user's own lock says. */
function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9._+~-]/g, '_').replace(/^\.+/, '_')
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const FAILED = new Set(['EROFS', 'EIO'])

/**
 * The error for a file that could not be written, or undefined when `error` has another cause.
 *
 * Errors of sockets have syscalls `write` and `open` too; what tells them apart is the path, and the codes
 * that only a disk gives.
 */
export function diskError(error: unknown, path: string): BuildError | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, path: at } = error as NodeJS.ErrnoException
  if (code === undefined) return undefined
  if (FULL.has(code)) {
    return new BuildError(
      `The disk is full: ${path} could not be written (${code})`,
      'Free some space there, or have RUNNER_TOOL_CACHE and RUNNER_TEMP name directories on a larger disk.',
      [],
      { cause: error },
    )
  }
  if (!FAILED.has(code) && typeof at !== 'string') return undefined
  return new BuildError(
    `${path} could not be written (${code})`,
    'RUNNER_TOOL_CACHE and RUNNER_TEMP must name directories that this user can write to.',
    [],
    { cause: error },
  )
}

/** Bytes as people write sizes: `53.1 MB`, with MB for 1,000,000 bytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
