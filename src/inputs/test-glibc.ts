import { MalformedInputError } from '../report/errors.js'
import { type Getter, textOf } from './values.js'

/** The variable's name. Not an input: a workflow that is not this project's own tests has no use for it. */
export const TEST_GLIBC = 'PSYCOPG2_LAMBDA_TEST_GLIBC'

/**
 * The highest GLIBC version to let pass instead of the runtime's, from the environment; undefined where it is not
 * set. It lets this project's tests import and connect with what they build on a C library newer than Lambda's.
 *
 * @throws {MalformedInputError} for a value that is not a version of glibc, and where a release is named: nothing made so may
 *   reach one
 */
export function readTestGlibc(env: NodeJS.ProcessEnv, get: Getter): string | undefined {
  const glibc = textOf((name) => env[name], TEST_GLIBC)
  if (glibc === undefined) return undefined
  if (!/^2\.\d+$/.test(glibc)) {
    throw new MalformedInputError(
      TEST_GLIBC,
      `${JSON.stringify(glibc)} is not a version of glibc`,
      'Give one such as 2.36; for a zip that Lambda can load, unset the variable.',
    )
  }
  const release = ['release-tag', 'release-id'].find((name) => textOf(get, name) !== undefined)
  if (release === undefined) return glibc
  throw new MalformedInputError(
    TEST_GLIBC,
    `set to ${glibc}, for tests only, and ${release} names a release`,
    `Unset the variable to release a zip that Lambda can load, or leave ${release} out to try one that it cannot.`,
  )
}
