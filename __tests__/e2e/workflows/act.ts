import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { stringify } from 'yaml'
import { RUNNERS } from '../../../src/catalog/architecture.js'
import { thisArchitecture } from '../../../src/machine/this-machine.js'
import { CACHE, PROJECT, TOOLS } from '../../../stand-ins/places.js'
import { temporary } from '../../runner.js'
import { type Event, stepsOf, type Workflow } from './shown.js'

const VERSION = 'v0.2.89'
/** The Go that this version is made with: 1.25. */
const NEEDS = 25
const BIN = join(CACHE, `act-${VERSION}`)
const ACT = join(BIN, 'act')
const STAND_INS = join(PROJECT, 'stand-ins', 'workflows')

/** Why act cannot be had here; undefined where it can. */
export function whyNoAct(): string | undefined {
  if (existsSync(ACT)) return undefined
  const { stdout, status } = spawnSync('go', ['env', 'GOVERSION', 'GOTOOLCHAIN'], { encoding: 'utf8' })
  if (status !== 0) return 'Go is missing'
  const [version = '', toolchain = ''] = stdout.split('\n')
  // From 1.21 on, Go gets the newer Go that a program asks for, where it may.
  const needed = toolchain.startsWith('local') ? NEEDS : 21
  const minor = Number(/^go1\.(\d+)/.exec(version)?.[1] ?? NEEDS)
  return minor < needed ? `Go is too old: ${version}, and act needs go1.${needed} or newer` : undefined
}

/** Makes act from its sources, unless an earlier run has. */
export function provideAct(): void {
  if (existsSync(ACT)) return
  const argv = ['install', `github.com/nektos/act@${VERSION}`]
  execFileSync('go', argv, { env: { ...process.env, GOBIN: BIN }, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Where a workflow believes to run. */
export interface Hub {
  apiUrl: string
  /** `OWNER/NAME` */
  repository: string
  token: string
}

/** What a run has besides its workflow. */
export interface Circumstances {
  event: Event
  hub: Hub
  signal: AbortSignal
}

/** One line of act's log, as far as the tests read it. */
export interface Line {
  msg: string
  /** Of a workflow command, or of what a step wrote into the runner's files: `error`, `set-output`, `summary`. */
  command?: string
  name?: string
  arg?: string
  content?: string
  step?: string
  stage?: 'Pre' | 'Main' | 'Post'
  stepResult?: string
  jobResult?: string
}

/** A workflow that has run. */
export interface WorkflowRun {
  code: number | null
  lines: Line[]
  /** The directory with one directory for each artifact. */
  artifacts: string
}

/**
 * Runs a workflow on this machine as if it were the runner: the actions are those of this checkout, and stand-ins of
 * the tests' own. Each job has an empty workspace; the tool cache is the one that all end-to-end tests share.
 */
export async function runWorkflow(
  workflow: Workflow,
  { event, hub, signal }: Circumstances,
): Promise<WorkflowRun> {
  const directory = temporary()
  const place = (name: string) => join(directory, name)
  for (const name of ['config', 'cache', 'workspace', 'artifacts']) mkdirSync(place(name))
  // act's RUNNER_TOOL_CACHE is always this directory of its cache.
  symlinkSync(TOOLS, join(place('cache'), 'tool_cache'))
  writeFileSync(place('workflow.yml'), stringify(workflow))
  writeFileSync(place('event.json'), JSON.stringify({ ref: event.ref, after: event.commit, deleted: false }))
  const argv = [
    event.name,
    ...['--workflows', place('workflow.yml'), '--eventpath', place('event.json')],
    ...['--directory', place('workspace'), '--action-cache-path', place('cache')],
    ...['--json', '--no-cache-server', '--action-offline-mode', '--concurrent-jobs', '1'],
    ...['--env', `GITHUB_API_URL=${hub.apiUrl}`, '--env', `GITHUB_REPOSITORY=${hub.repository}`],
    ...['--secret', `GITHUB_TOKEN=${hub.token}`],
    ...['--platform', `${RUNNERS[thisArchitecture()]}=-self-hosted`],
    ...repositories(workflow, place('action')).flatMap((flag) => ['--local-repository', flag]),
  ]
  // The stand-in for gh comes first, then the Node that the runner runs actions with.
  const path = [STAND_INS, join(PROJECT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const surroundings = {
    PATH: path,
    HOME: process.env.HOME,
    TMPDIR: process.env.TMPDIR,
    XDG_CONFIG_HOME: place('config'),
    STAND_INS,
    ARTIFACTS_KEPT: place('artifacts'),
  }
  const { code, stdout, stderr } = await finish(argv, surroundings, signal)
  const lines = [...stdout.trimEnd().split('\n').map(lineOf), { msg: stderr }]
  return { code, lines, artifacts: place('artifacts') }
}

function finish(
  argv: string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(ACT, argv, { env, signal, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** Most of standard output is JSON; what act cannot start with is not. */
function lineOf(text: string): Line {
  return text.startsWith('{') ? (JSON.parse(text) as Line) : { msg: text }
}

/** Where the actions of a workflow are here: `OWNER/NAME@REF=DIRECTORY`. */
function repositories(workflow: Workflow, action: string): string[] {
  const used = stepsOf(workflow).flatMap(({ uses }) => uses ?? [])
  const flags = used.map((uses) => {
    const [, owner, name = '', ref] = /^([^/@]+)\/([^/@]+)(?:\/[^@]*)?@(.+)$/.exec(uses) ?? []
    const directory = owner === 'soulwing' ? action : join(STAND_INS, name)
    if (owner !== 'soulwing' && !existsSync(join(directory, 'action.yml'))) {
      throw new Error(`The workflow uses ${uses}, and ${directory} is no stand-in for it`)
    }
    return `${owner}/${name}@${ref}=${directory}`
  })
  copyAction(action)
  return [...new Set(flags)]
}

/** What the runner needs of this checkout, and no more: act copies all of it for every step. */
function copyAction(to: string): void {
  const wanted = (name: string) =>
    ['action.yml', 'dist', 'scripts'].includes(name) || existsSync(join(PROJECT, name, 'action.yml'))
  for (const name of readdirSync(PROJECT).filter(wanted)) {
    cpSync(join(PROJECT, name), join(to, name), { recursive: true })
  }
}
