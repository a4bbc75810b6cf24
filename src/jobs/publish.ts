import { create } from '@actions/glob'
import type { PublishInputs } from '../inputs/release.js'
import { connect } from '../release/client.js'
import { parseExpected } from '../release/expected.js'
import { localFile } from '../release/files.js'
import { type Published, publishRelease } from '../release/publish.js'
import { InputError } from '../report/errors.js'
import type { Log } from '../report/log.js'

/**
 * Completes a draft and publishes it.
 *
 * @throws {BuildError} when anything is missing, half there, wrong or unexpected: then nothing is published
 */
export async function publish(inputs: PublishInputs, log: Log): Promise<Published> {
  const expected = parseExpected(inputs.expected)
  const files = await Promise.all((await findFiles(inputs.files)).map(localFile))
  return publishRelease(connect(inputs.target, log), { expected, files, makeLatest: inputs.makeLatest })
}

/** The files that paths and patterns stand for. @throws {InputError} for one that stands for none */
async function findFiles(patterns: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const pattern of patterns) {
    const globber = await create(pattern, { matchDirectories: false, followSymbolicLinks: false })
    const paths = await globber.glob()
    if (paths.length === 0) {
      throw new InputError(
        'files',
        `nothing matches ${JSON.stringify(pattern)}`,
        'Check the path: a release without a file that was meant for it would be incomplete.',
      )
    }
    for (const path of paths) found.add(path)
  }
  return [...found].sort()
}
