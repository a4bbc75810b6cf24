import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertRunnerFiles } from '../../src/entries/runner-files.js'
import { BuildError } from '../../src/report/errors.js'

const directory = mkdtempSync(join(tmpdir(), 'runner-'))
const file = join(directory, 'file')
writeFileSync(file, '')

test.each([
  [join(directory, 'gone'), 'there is no such file'],
  [join(file, 'below'), 'ENOTDIR'],
  [directory, 'it is a directory'],
])('%s is refused: %s', async (path, problem) => {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const) {
    const refused = assertRunnerFiles({ [name]: path }, [name])
    await expect(refused).rejects.toThrow(BuildError)
    await expect(refused).rejects.toThrow(new RegExp(`^${name} names ${path}, .*${problem}`))
  }
})

test.each([undefined, '', file, '/dev/null'])('%s is as good as a file of the runner', async (path) => {
  await assertRunnerFiles({ GITHUB_OUTPUT: path, GITHUB_STEP_SUMMARY: join(directory, 'gone') }, [
    'GITHUB_OUTPUT',
  ])
})
