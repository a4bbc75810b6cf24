import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import runtimes from '../src/catalog/runtimes.json' with { type: 'json' }
import { SHOWN } from './docs.js'

const top = join(import.meta.dirname, '..')
const trace = new NoOperationTraceWriter()
const directory = join(top, '.github', 'workflows')
const own = readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')] as const)

/** What GitHub's own parser has against a workflow. */
const faultsIn = (name: string, content: string) =>
  parseWorkflow({ name, content }, trace)
    .context.errors.getErrors()
    .map(({ message }) => message)

test('the README shows a workflow that builds, docs/releases.md one for one writer and one for many', () => {
  expect(SHOWN.map(([name]) => name)).toEqual(
    expect.arrayContaining(['README.md 1', 'docs/releases.md 1', 'docs/releases.md 2', 'docs/cache.md 1']),
  )
})

test.each([...own, ...SHOWN])("GitHub's own parser accepts the workflow %s", (name, content) => {
  expect(faultsIn(name, content)).toEqual([])
})

test("GitHub's own parser would notice a fault", () => {
  expect(faultsIn('x', 'on: push\njobs:\n  a:\n    runs-onn: x\n    steps: []\n')).not.toEqual([])
})

test.each(['action.yml', 'publish/action.yml', 'verify/action.yml'])(
  "GitHub's own parser accepts %s",
  (name) => {
    const content = readFileSync(join(top, name), 'utf8')
    expect(parseAction({ name, content }, trace).context.errors.getErrors()).toEqual([])
    expect(
      parseAction({ name, content: content.replace('node24', 'node99') }, trace).context.errors.count,
    ).toBe(1)
  },
)

test.each(own)('%s gives no permission for all jobs, and pins what it uses by commit', (_, content) => {
  expect(parse(content)).toMatchObject({ permissions: {} })
  for (const [, used = ''] of content.matchAll(/uses: (\S+)/g)) {
    expect(used).toMatch(/^\.\/|@[0-9a-f]{40}$/)
  }
})

describe('canary.yml', () => {
  const canary = parse(own.find(([name]) => name === 'canary.yml')?.[1] ?? '') as Canary
  const { plan, build } = canary.jobs

  test('runs every week, by hand, and for whatever can break `uses: ./`', () => {
    expect(canary.on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) }])
    expect(canary.on).toHaveProperty('workflow_dispatch')
    const { paths } = canary.on.pull_request
    const actions = ['action.yml', 'publish/action.yml', 'verify/action.yml']
    const shaping = [...actions, 'dist/**', 'src/**', 'scripts/**']
    expect(paths).toEqual(expect.arrayContaining(shaping))
    for (const path of paths) expect(existsSync(join(top, path.replace(/\/\*\*$/, ''))), path).toBe(true)
  })

  test('its matrix has every runtime of the catalog on each of its architectures', () => {
    const output = join(mkdtempSync(join(tmpdir(), 'canary-')), 'output')
    const [script = ''] = plan.steps.flatMap(({ run }) => run ?? [])
    execFileSync('bash', ['-e', '-c', script], { cwd: top, env: { ...process.env, GITHUB_OUTPUT: output } })
    const [, json = ''] = /^matrix=(.*)\n$/.exec(readFileSync(output, 'utf8')) ?? []
    const rows = (JSON.parse(json) as { include: Record<string, string>[] }).include
    expect(rows.map((row) => `${row['python-version']} ${row.architecture} ${row['runs-on']}`)).toEqual(
      runtimes.runtimes.flatMap(({ python, architectures }) =>
        architectures.map((name) => `${python} ${name} ubuntu-24.04${name === 'arm64' ? '-arm' : ''}`),
      ),
    )
  })

  test("runs the action of the checkout, in containers, with inputs that it has, and never gives up others' builds", () => {
    const [step] = build.steps.filter(({ uses }) => uses === './')
    const { inputs } = parse(readFileSync(join(top, 'action.yml'), 'utf8')) as { inputs: object }
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})))
    expect(step?.with).toMatchObject({ 'container-engine': 'docker', verify: 'connect' })
    expect(build.strategy['fail-fast']).toBe(false)
    for (const { permissions } of [plan, build]) expect(permissions).toEqual({ contents: 'read' })
  })
})

interface Canary {
  on: { schedule: unknown; pull_request: { paths: string[] } }
  jobs: Record<'plan' | 'build', Job>
}

interface Job {
  permissions: object
  strategy: Record<string, unknown>
  steps: { id?: string; run?: string; uses?: string; with?: object }[]
}

test.each(SHOWN)('%s fits a screen', (_, content) => {
  expect(content.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
})

test.each(SHOWN)('%s gives this action inputs that it has, and takes outputs that it has', (_, content) => {
  const { jobs } = parse(content) as { jobs: Record<string, Job & { outputs?: Record<string, string> }> }
  for (const { steps, outputs = {} } of Object.values(jobs)) {
    for (const { uses = '', id, with: given = {} } of steps) {
      const [, path] = /^soulwing\/psycopg2-lambda-action(\/publish)?@v1$/.exec(uses) ?? []
      if (!uses.startsWith('soulwing/')) continue
      const action = parse(readFileSync(join(top, path ?? '', 'action.yml'), 'utf8')) as ActionFile
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
      const used = [...JSON.stringify([steps, outputs]).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
      for (const [, step, name = ''] of used) if (step === id) expect(action.outputs).toHaveProperty([name])
    }
  }
  for (const [, job = '', name = ''] of content.matchAll(/needs\.([\w-]+)\.outputs\.([\w-]+)/g)) {
    expect(jobs[job]?.outputs).toHaveProperty([name])
  }
})

interface ActionFile {
  inputs: object
  outputs: object
}
