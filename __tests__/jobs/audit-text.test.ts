import { expect, test } from 'vitest'
import { annotationsOf, judgementsMarkdown } from '../../src/jobs/audit-text.js'
import { unjudged } from '../../src/jobs/unjudged.js'
import { BuildError } from '../../src/report/errors.js'
import { text } from '../package/sample.js'
import { type Files, good, init, judge, MODULE, workshop } from './judging.js'

const broken = Array.from('abcd', (name) => [`${name}/m.abi3.so`, text('text\n'.repeat(20))] as const)
const needing = workshop.build({
  c: 'void a(void); void b(void); void c(void) { a(); b(); }',
  link: [workshop.library('liba.so.1', { '': ['a'] }), workshop.library('libb.so.1', { '': ['b'] })],
})

test('annotations: of each file and rule one, the headline first, and what Lambda says', async () => {
  const files: Files = [init, [MODULE, needing], ...broken.slice(0, 1)]
  const judgement = await judge('a.zip', files)
  const [first = '', second = '', ...more] = annotationsOf(judgement)
  expect(more).toEqual([])
  expect(first.split('\n')).toEqual([judgement.headline, 'Lambda says: invalid ELF header'])
  expect(second).toMatch(
    /^a\.zip: psycopg2\/_psycopg\.\S+: it needs lib[ab]\.so\.1, .*\nLambda says: lib[ab]\.so\.1: cannot open .*\n…and 1 more \(libraries\)$/,
  )
  expect(annotationsOf(await judge('a.zip', [init, [MODULE, good]]))).toEqual([])
})

test('a cell of the summary has the first few, and a row each that could not be judged', async () => {
  const judgement = await judge('a.zip', [init, [MODULE, good], ...broken])
  const lines = judgementsMarkdown([judgement, unjudged('b.zip', new BuildError('a | b', 'Mend it.'))]).split(
    '\n',
  )
  expect(lines.at(-3)).toMatch(/Lambda says: `` invalid ELF header ``<br>.*<br>.*<br>and 1 more \|$/)
  expect(lines.at(-2)).toBe('| `b.zip` |  |  | ❌ | a \\| b. Mend it. |')
})
