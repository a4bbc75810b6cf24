import { expect, test } from 'vitest'
import { annotationsOf, judgementsMarkdown } from '../../src/jobs/audit-text.js'
import { text } from '../package/sample.js'
import { good, init, judge, MODULE } from './judging.js'

test('names that would steer a terminal are shown, and not obeyed', async () => {
  const name = 'x/a\x1b[2J\n::error::.abi3.so'
  const judgement = await judge('a.zip', [
    init,
    [MODULE, good],
    [name, text('no module')],
    ['libs/\x1b[1A.so.1', text('no library')],
    ['lib\\\x1b', text('')],
  ])
  const shown = [judgement.text, ...annotationsOf(judgement), judgementsMarkdown([judgement])]
  expect(shown.join('').match(/[^\P{Cc}\n]/u)).toBeNull()
  expect(judgement.text).not.toMatch(/^::/m)
  expect(judgement.headline).toContain('x/a\\u001b[2J\\u000a::error::')
  expect(JSON.stringify(judgement.findings)).toContain(JSON.stringify(name).slice(1, -1))
})
