import { BuildError } from '../report/errors.js'
import { addDistInfo } from './dist-info.js'
import { sharedObjectPath } from './package-names.js'
import type { PackageContents } from './types.js'
import { pathProblem } from './zip-paths.js'

/**
 * Every file of the zip by its path: the built package and, beside it, its dist-info, so that pip, SAM and
 * OpenTelemetry see a distribution and not just a folder (aws-sam-cli#2043, opentelemetry-python-contrib#610).
 *
 * @throws BuildError when a built file is not below `psycopg2/`, or the package or its shared object is missing
 */
export function packageTree(contents: PackageContents): Map<string, Uint8Array> {
  for (const path of contents.files.keys()) {
    const problem = pathProblem(path) ?? (/^psycopg2\/./.test(path) ? undefined : 'is not below psycopg2/')
    if (problem !== undefined) {
      throw new BuildError(
        `built file ${JSON.stringify(path)}: the path ${problem}`,
        'The zip holds the package psycopg2 and nothing else: look at what the build script put beside it.',
      )
    }
  }
  for (const needed of ['psycopg2/__init__.py', sharedObjectPath(contents)]) {
    if (!contents.files.has(needed)) {
      throw new BuildError(
        `the build gave no ${needed}; it gave ${[...contents.files.keys()].sort().join(', ') || 'no file at all'}`,
        `Check that the build ran with Python ${contents.python} on ${contents.architecture}: the interpreter names the file.`,
      )
    }
  }
  return addDistInfo(contents)
}
