import { BuildError } from '../../src/report/errors.js'
import { must } from './sides.js'

/**
 * How many instructions a program takes outside the kernel, in millions.
 *
 * @param input what it reads
 * @throws {BuildError} when it fails, or there is no callgrind
 */
export async function instructions(
  argv: readonly string[],
  env: Record<string, string>,
  input = '',
): Promise<number> {
  const counted = 'exec valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1'
  const said = await must('sh', ['-c', counted, 'sh', ...argv], {
    env: { ...env, PATH: process.env.PATH ?? '', PYTHONHASHSEED: '0' },
    input: Buffer.from(input),
  })
  const [, count] = /Collected : (\d+)/.exec(said) ?? []
  if (count !== undefined) return Number(count) / 1e6
  throw new BuildError('callgrind counted nothing', 'Is this a valgrind with the tool callgrind?', [said])
}
