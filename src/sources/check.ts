import type { SourceFile } from '../catalog/types.js'
import { BuildError } from '../report/errors.js'
import { fileName } from './tarball-names.js'

/** What a file turned out to be. `sha256` is absent where reading stopped early because the size was wrong. */
export interface Found {
  /** In bytes. */
  size: number
  /** Lower-case hex. */
  sha256?: string | undefined
  /** What is odd about it, for the person who has to find out why. */
  remark?: string | undefined
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
  const { code = '', path: at } = error as NodeJS.ErrnoException
  const full = FULL.has(code)
  if (code === '' || (!full && !FAILED.has(code) && at === undefined)) return undefined
  return new BuildError(
    `${full ? 'The disk is full: ' : ''}${path} could not be written (${code})`,
    full
      ? 'Free some space there, or have RUNNER_TOOL_CACHE and RUNNER_TEMP name directories on a larger disk.'
      : 'RUNNER_TOOL_CACHE and RUNNER_TEMP must name directories that this user can write to.',
    [],
    { cause: error },
  )
}
