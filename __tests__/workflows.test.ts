import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, matchesGlob } from 'node:path'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import runtimes from '../src/catalog/runtimes.json' with { type: 'json' }
import { FORMATS } from '../src/package/formats.js'
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
    expect.arrayContaining([
      ...['README.md 1', 'docs/releases.md 1', 'docs/releases.md 2', 'docs/cache.md 1'],
      'docs/consumers/index.md 1',
    ]),
  )
})

test.each([...own, ...SHOWN])("GitHub's own parser accepts the workflow %s", (name, content) => {
  expect(faultsIn(name, content)).toEqual([])
})

test("GitHub's own parser would notice a fault", () => {
  expect(faultsIn('x', 'on: push\njobs:\n  a:\n    runs-onn: x\n    steps: []\n')).not.toEqual([])
})

test.each([
  'action.yml',
  'publish/action.yml',
  'verify/action.yml',
  'audit/action.yml',
  'install/action.yml',
])("GitHub's own parser accepts %s", (name) => {
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

describe('canary.yml', () => {
  const canary = parse(own.find(([name]) => name === 'canary.yml')?.[1] ?? '') as Canary
  const { plan, build, foreign } = canary.jobs

  test('runs every week, by hand, and for whatever can break `uses: ./`', () => {
    expect(canary.on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) }])
    expect(canary.on).toHaveProperty('workflow_dispatch')
    const { paths } = canary.on.pull_request
    const actions = [
      'action.yml',
      'publish/action.yml',
      'verify/action.yml',
      'audit/action.yml',
      'install/action.yml',
    ]
    const shaping = [...actions, 'dist/**', 'src/**', 'scripts/**']
    expect(paths).toEqual(expect.arrayContaining(shaping))
    for (const path of paths) expect(existsSync(join(top, path.replace(/\/\*\*$/, ''))), path).toBe(true)
  })

  test('its matrix has every runtime on each of its architectures, the foreign one what is for arm64', () => {
    const output = join(mkdtempSync(join(tmpdir(), 'canary-')), 'output')
    const [script = ''] = plan.steps.flatMap(({ run }) => run ?? [])
    execFileSync('bash', ['-e', '-c', script], { cwd: top, env: { ...process.env, GITHUB_OUTPUT: output } })
    const written = readFileSync(output, 'utf8')
    const rowsOf = (name: string) => {
      const [, json = ''] = new RegExp(`^${name}=(.*)$`, 'm').exec(written) ?? []
      return (JSON.parse(json) as { include: Record<string, string>[] }).include
    }
    const rows = rowsOf('matrix')
    expect(rowsOf('foreign')).toEqual(rows.filter(({ architecture }) => architecture === 'arm64'))
    expect(rows.map((row) => `${row['python-version']} ${row.architecture} ${row['runs-on']}`)).toEqual(
      runtimes.runtimes.flatMap(({ python, architectures }) =>
        architectures.map((name) => `${python} ${name} ubuntu-24.04${name === 'arm64' ? '-arm' : ''}`),
      ),
    )
  })

  test("runs the action of the checkout, in containers, with inputs that it has, and never gives up others' builds", () => {
    const ours = build.steps.filter(({ uses }) => uses === './')
    for (const step of ours) {
      expectInputs(step)
      expect(step.with).toMatchObject({ 'container-engine': 'docker', verify: 'connect' })
    }
    expect(ours.map((step) => step.with?.toolchain)).toEqual([undefined, 'image'])
    for (const { strategy } of [build, foreign]) expect(strategy['fail-fast']).toBe(false)
    for (const { permissions } of [plan, build, foreign]) expect(permissions).toEqual({ contents: 'read' })
  })

  test('what is for arm64 is made on x86_64 as well, and compared with what arm64 made', () => {
    expect(foreign['runs-on']).toBe('ubuntu-24.04')
    const [step = {}] = foreign.steps.filter(({ uses }) => uses === './')
    expectInputs(step)
    expect(step.with).toMatchObject({ architecture: matrix('architecture'), verify: 'none' })
    expect(step.with).not.toHaveProperty('toolchain')
    expect(artifact(foreign, 'download')).toEqual(artifact(build, 'upload'))
    expect(foreign.steps.at(-1)?.run).toMatch(/^cmp /)
  })
})

describe('release.yml', () => {
  const release = parse(own.find(([name]) => name === 'release.yml')?.[1] ?? '') as Release
  const { plan, build, verify, publish } = release.jobs

  test('is asked the same by hand and by other workflows', () => {
    expect(release.on.workflow_dispatch).toEqual(release.on.workflow_call)
  })

  test('builds each row of the plan where it can be made, and tries it on its own architecture', () => {
    expect(plan.steps.at(-1)?.run).toContain('plan --matrix --python-version "$PYTHONS"')
    expect([build['runs-on'], verify['runs-on']]).toEqual([matrix('runs-on'), matrix('verify-on')])
    expect(build.strategy).toEqual(verify.strategy)
    const [made] = build.steps.filter(({ uses }) => uses === './')
    const [tried] = verify.steps.filter(({ uses }) => uses === './verify')
    const [published] = publish.steps.filter(({ uses }) => uses === './publish')
    for (const step of [made, tried, published]) expectInputs(step ?? expect.fail())
    // A build with none would let a release be published without the records.
    expect(made?.with).toMatchObject({ verify: 'import', cache: false })
    expect(tried?.with).toMatchObject({ verify: 'connect' })
  })

  test('makes every form, and takes the wheels’ build tag from the counter in the tag', () => {
    const [made] = build.steps.filter(({ uses }) => uses === './')
    expect(made?.with).toMatchObject({ formats: FORMATS.join(' ') })
    expect(made?.with?.['build-number']).toBe(`\${{ needs.plan.outputs.build-number }}`)
    const [, script = ''] = /(\nif \[\[[\s\S]*\nfi\n)/.exec(plan.steps.at(-1)?.run ?? '') ?? []
    const numberOf = (tag: string) => {
      const output = join(mkdtempSync(join(tmpdir(), 'release-')), 'output')
      writeFileSync(output, '')
      const env = { ...process.env, TAG: tag, GITHUB_OUTPUT: output }
      execFileSync('bash', ['-e', '-c', script], { env })
      return readFileSync(output, 'utf8')
    }
    expect(['2.9.13-2', '2.9.13-12', '2.9.13', 'v1-2'].map(numberOf)).toEqual([
      ...['build-number=2\n', 'build-number=12\n', '', ''],
    ])
  })

  test('hands each zip on: from the build to its trial, from there with its record to the release', () => {
    expect(artifact(verify, 'download')).toEqual(artifact(build, 'upload'))
    const [files, lists] = publish.steps.filter(({ uses = '' }) =>
      uses.startsWith('actions/download-artifact@'),
    )
    expect(matchesGlob(artifact(verify, 'upload'), String(files?.with?.pattern))).toBe(true)
    expect(matchesGlob(artifact(build, 'upload'), String(files?.with?.pattern))).toBe(false)
    expect(matchesGlob(artifact(build, 'upload', 1), String(lists?.with?.pattern))).toBe(true)
  })

  test('nothing but publishing may write', () => {
    for (const { permissions } of [plan, build, verify]) expect(permissions).toEqual({ contents: 'read' })
    expect(publish.permissions).toEqual({ contents: 'write' })
  })
})

/** A step gives its action nothing but inputs that this has. */
function expectInputs({ uses = '', with: given = {} }: Step): void {
  const { inputs } = parse(readFileSync(join(top, uses, 'action.yml'), 'utf8')) as ActionFile
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
}

/** The expression for a value of the matrix's row. */
function matrix(name: string): string {
  return `\${{ matrix.${name} }}`
}

/** The name of an artifact that a job uploads or downloads. */
function artifact({ steps }: Job, way: 'upload' | 'download', index = 0): string {
  const found = steps.filter(({ uses = '' }) => uses.startsWith(`actions/${way}-artifact@`))[index]
  return String(found?.with?.name ?? expect.fail(`no ${way}`))
}

interface Canary {
  on: { schedule: unknown; pull_request: { paths: string[] } }
  jobs: Record<'plan' | 'build' | 'foreign', Job>
}

interface Release {
  on: Record<'workflow_call' | 'workflow_dispatch', unknown>
  jobs: Record<'plan' | 'build' | 'verify' | 'publish', Job>
}

interface Step {
  id?: string
  run?: string
  uses?: string
  with?: Record<string, unknown>
}

interface Job {
  permissions: object
  'runs-on': string
  strategy: Record<string, unknown>
  steps: Step[]
}

test.each(SHOWN)('%s fits a screen', (_, content) => {
  expect(content.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
})

test.each(SHOWN)('%s gives this action inputs that it has, and takes outputs that it has', (_, content) => {
  const { jobs } = parse(content) as { jobs: Record<string, Job & { outputs?: Record<string, string> }> }
  for (const { steps, outputs = {} } of Object.values(jobs)) {
    for (const { uses = '', id, with: given = {} } of steps) {
      const [, path] = /^soulwing\/psycopg2-lambda-action(\/\w+)?@v1$/.exec(uses) ?? []
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
