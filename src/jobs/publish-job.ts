import { readFile } from 'node:fs/promises'
import { connect } from '../github/api.js'
import type { MakeLatest, ReleaseTarget } from '../github/types.js'
import { findFiles } from '../inputs/file-patterns.js'
import { readDirectory } from '../package/zip-directory.js'
import { parseExpected } from '../release/expected.js'
import { localFile } from '../release/files.js'
import { type Published, publishRelease } from '../release/publish-release.js'
import { InputError } from '../report/errors.js'
import type { Log } from '../report/log.js'

/**
 * Completes a draft and publishes it.
 *
 * @throws {BuildError} when anything is missing, half there, wrong or unexpected: then nothing is published
 */
export async function publish(inputs: PublishInputs, log: Log): Promise<Published> {
  const expected = parseExpected(inputs.expected)
  const paths = await findFiles(inputs.files)
  for (const path of paths) await refuseArtifact(path)
  const files = await Promise.all(paths.map(localFile))
  return publishRelease(connect(inputs.target, log), { expected, files, makeLatest: inputs.makeLatest })
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

/** What is to be published: the release's target and what must be there. */
export interface PublishInputs {
  target: ReleaseTarget
  /** Paths and glob patterns, as `findFiles` reads them. */
  files: string[]
  /** As it was given; `parseExpected` reads it. */
  expected: string
  makeLatest: MakeLatest
}
