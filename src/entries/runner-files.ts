import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { BuildError, messageOf } from '../report/errors.js'

/** What an action writes to the runner's files. */
const CONTENTS = {
  GITHUB_OUTPUT: 'outputs',
  GITHUB_STATE: 'what the post step needs',
  GITHUB_STEP_SUMMARY: 'the summary',
}

/**
 * Makes sure that what an action tells the runner can be written when the time comes, which is after the build.
 *
 * @throws {BuildError} that names the variable, for a file that is not there or cannot be written
 */
export async function assertRunnerFiles(
  env: NodeJS.ProcessEnv,
  names: readonly (keyof typeof CONTENTS)[],
): Promise<void> {
  for (const name of names) {
    const path = env[name]
    // Without the variable, the runner reads standard output instead, as it did before it had these files.
    if (!path) continue
    const problem = await problemOf(path)
    if (problem === undefined) continue
    throw new BuildError(
      `${name} names ${path}, where ${CONTENTS[name]} cannot be written: ${problem}`,
      'The runner makes that file and sets the variable. In a container, mount its directory under the same path; a step ' +
        'or script that sets the variable itself must make the file first. Run by hand, unset the variable.',
    )
  }
}

async function problemOf(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).isDirectory()) return 'it is a directory'
    await access(path, constants.W_OK)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : messageOf(error)
  }
}
