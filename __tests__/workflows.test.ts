import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const top = join(import.meta.dirname, '..')
const trace = new NoOperationTraceWriter()
const directory = join(top, '.github', 'workflows')
const own = readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')] as const)
const readme = readFileSync(join(top, 'README.md'), 'utf8')
const shown = [...readme.matchAll(/```yaml\n(name: [\s\S]*?)```/g)].map(
  ([, text = ''], at) => [`README ${at + 1}`, text] as const,
)

/** What GitHub's own parser has against a workflow. */
const faultsIn = (name: string, content: string) =>
  parseWorkflow({ name, content }, trace)
    .context.errors.getErrors()
    .map(({ message }) => message)

test('the README shows three workflows: build, one writer, many writers', () => {
  expect(shown).toHaveLength(3)
})

test.each([...own, ...shown])("GitHub's own parser accepts the workflow %s", (name, content) => {
  expect(faultsIn(name, content)).toEqual([])
})

test("GitHub's own parser would notice a fault", () => {
  expect(faultsIn('x', 'on: push\njobs:\n  a:\n    runs-onn: x\n    steps: []\n')).not.toEqual([])
})

test.each(['action.yml', 'publish/action.yml'])("GitHub's own parser accepts %s", (name) => {
  const content = readFileSync(join(top, name), 'utf8')
  expect(parseAction({ name, content }, trace).context.errors.getErrors()).toEqual([])
  expect(
    parseAction({ name, content: content.replace('node24', 'node99') }, trace).context.errors.count,
  ).toBe(1)
})

test.each(own)('%s gives no permission for all jobs, and pins what it uses by commit', (_, content) => {
  expect(parse(content)).toMatchObject({ permissions: {} })
  for (const [, used = ''] of content.matchAll(/uses: (\S+)/g)) {
    expect(used).toMatch(/^\.\/|@[0-9a-f]{40}$/)
  }
})

test.each(shown)('%s fits a screen', (_, content) => {
  expect(content.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
})
