import { execute } from './process.js'

const COMMANDS = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']] as const

/**
 * What this machine's pip prints when it is run with these arguments; undefined where there is no pip that answers. It
 * is asked about itself only, and never for a package.
 */
export async function askPip(...argv: string[]): Promise<string | undefined> {
  for (const [program, ...before] of COMMANDS) {
    // Not in the working directory, where a pip.py of somebody else's would be run in its place.
    const command = [...before, '--disable-pip-version-check', ...argv]
    const outcome = await execute(program, command, { cwd: '/' })
    if (outcome.exitCode === 0) return outcome.stdout
  }
  return undefined
}
