import { readFile } from 'node:fs/promises'
import { connect } from '../github/api.js'
import type { MakeLatest, ReleaseTarget } from '../github/types.js'
import { readDirectory } from '../package/zip-directory.js'
import { localFile } from '../release/files.js'
import { type Published, publishRelease } from '../release/publish-release.js'
import type { Expected } from '../release/types.js'
import { InputError } from '../report/errors.js'
import type { Log } from '../report/log.js'

/** Which release is to be completed and published, and what belongs on it. */
export interface PublishJob {
  target: ReleaseTarget
  /** Absolute paths of what to upload first. */
  files: readonly string[]
  /** What must be there; none: exactly `files`. */
  expected: readonly Expected[]
  makeLatest: MakeLatest
}

/**
 * Completes a draft and publishes it.
 *
 * @throws {BuildError} when anything is missing, half there, wrong or unexpected: then nothing is published
 */
export function publish({ target, files: paths, ...wanted }: PublishJob, log: Log): Promise<Published> {
  return log.group('Publish', async () => {
    for (const path of paths) await refuseArtifact(path)
    const files = await Promise.all(paths.map(localFile))
    return publishRelease(connect(target, log), { ...wanted, files })
  })
}

/**
 * GitHub hands out a workflow's artifact as a zip of its files; what belongs on a release is in it.
 *
 * @throws {InputError} for one among the files
 */
async function refuseArtifact(path: string): Promise<void> {
  if (!path.toLowerCase().endsWith('.zip')) return
  const zips = await zipsIn(path)
  if (zips.length === 0) return
  throw new InputError(
    'files',
    `${path} is not one of the zips but holds ${zips.join(', ')}, as an artifact that GitHub packed does`,
    'Unpack it and give the files in it; actions/download-artifact unpacks by itself.',
  )
}

/** The names of the zips in a zip; none for what is not a zip: it may be anything. */
async function zipsIn(path: string): Promise<string[]> {
  try {
    const bytes = await readFile(path)
    const { entries } = readDirectory(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return entries.map((entry) => entry.path).filter((name) => name.toLowerCase().endsWith('.zip'))
  } catch {
    return []
  }
}
