import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RUN_LABEL } from '../src/sandbox/argv.js'
import { NAME_LABEL } from '../stand-ins/docker.js'
import { FLOOR, NEWEST } from '../stand-ins/nodes.js'
import { PROJECT, TOOLS } from '../stand-ins/places.js'

/** A finished program. */
export interface Finished {
  code: number | null
  /** Standard output and error, as they came. */
  output: string
  stdout: string
}

/** A run of the action, and what it left for the runner. */
export interface ActionRun extends Finished {
  outputs: Record<string, string>
  state: Record<string, string>
  summary: string
}

/** A new temporary directory. */
export function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'psycopg2-lambda-test-'))
}

/** How a program is run besides its arguments. */
export interface Surroundings {
  /** Another bundle than the action's main one. */
  bundle?: string
  /** Another Node than the bundle's own: the actions run on the newest, the command line on the oldest that is promised. */
  node?: string
  env?: Record<string, string>
  cwd?: string
  /** Called as soon as it runs and with all output so far whenever there is more. */
  watch?: (child: ChildProcess, output: string) => void
}

/** Runs the bundle as the runner does: inputs as INPUT_*, files for output, state and summary, and nothing else. */
export async function runAction(
  inputs: Record<string, string>,
  surroundings: Surroundings = {},
): Promise<ActionRun> {
  const directory = temporary()
  const files = Object.fromEntries(
    ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'].map((name) => [name, join(directory, name)]),
  )
  for (const file of Object.values(files)) writeFileSync(file, '')
  states.push(files.GITHUB_STATE ?? '')
  const env = {
    ...basics(directory),
    ...files,
    GITHUB_ACTIONS: 'true',
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [
        `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
        value,
      ]),
    ),
    ...surroundings.env,
  }
  const bundle = surroundings.bundle ?? join(PROJECT, 'dist', 'index.js')
  const finished = await run(NEWEST, [bundle], { ...surroundings, env })
  const text = (name: string) => readFileSync(files[name] ?? '', 'utf8')
  return {
    ...finished,
    outputs: parse(text('GITHUB_OUTPUT')),
    state: parse(text('GITHUB_STATE')),
    summary: text('GITHUB_STEP_SUMMARY'),
  }
}

/** Runs the action's post step with the state that its main step saved. */
export async function runPost(state: Record<string, string>): Promise<Finished> {
  const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
  return run(NEWEST, [join(PROJECT, 'dist', 'index.js')], { env: { ...basics(temporary()), ...saved } })
}

/** Runs the command line's bundle. */
export async function runCli(argv: string[], surroundings: Surroundings = {}): Promise<Finished> {
  const env = { ...basics(temporary()), ...surroundings.env }
  return run(FLOOR, [join(PROJECT, 'dist', 'cli', 'index.js'), ...argv], { ...surroundings, env })
}

/** Where the runs of this file say by what their containers are found, and what those have that are not the action's. */
const states: string[] = []
const others: string[] = []

/** An identifier for containers that a test makes by itself. */
export function newRun(): string {
  const run = randomUUID()
  others.push(run)
  return run
}

/** Identifiers of the containers that this file's runs have; other files, and other people, have theirs. */
export function containers(): string[] {
  const ours = new Set([...others, ...states.map((file) => parse(readFileSync(file, 'utf8')).run)])
  const format = `{{.ID}} {{.Label "${RUN_LABEL}"}}`
  const argv = ['ps', '--all', '--filter', `label=${RUN_LABEL}`, '--format', format]
  return spawnSync('docker', argv, { encoding: 'utf8' })
    .stdout.split('\n')
    .map((line) => line.split(' '))
    .flatMap(([id = '', run]) => (run !== undefined && ours.has(run) ? [id] : []))
}

/** The images that earlier builds have kept: a stand-in, and the tools that were installed in it. */
export function imagesWithTools(image: string): string[] {
  const filter = ['--filter', `label=${NAME_LABEL}=${image}`]
  const argv = ['image', 'ls', '--quiet', ...filter, 'psycopg2-lambda-tools']
  const kept = spawnSync('docker', argv, { encoding: 'utf8' }).stdout.split('\n')
  return [...new Set(kept.filter((line) => line !== ''))]
}

/** Removes them: the next build installs the tools again. */
export function forgetTools(...images: string[]): void {
  for (const id of images.flatMap(imagesWithTools)) {
    spawnSync('docker', ['image', 'rm', '--force', id], { stdio: 'ignore' })
  }
}

/** The `::error::` lines, decoded. */
export function errors(output: string): string[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('::error::'))
    .map((line) => line.slice('::error::'.length).replaceAll('%0A', '\n').replaceAll('%25', '%'))
}

function basics(directory: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    RUNNER_TEMP: directory,
    RUNNER_TOOL_CACHE: TOOLS,
  }
}

function run(
  usual: string,
  argv: string[],
  { node = usual, env, cwd, watch }: Surroundings & { env: Record<string, string> },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, argv, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
    })
    let stdout = ''
    let output = ''
    const take = (text: string) => {
      output += text
      watch?.(child, output)
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      take(text)
    })
    child.stderr.setEncoding('utf8').on('data', take)
    watch?.(child, output)
    child.on('error', reject)
    child.on('close', (code) => {
      const [warning] = /^\(node:\d+\).*/m.exec(output) ?? []
      if (warning !== undefined) reject(new Error(`A warning of Node's own reaches the user: ${warning}`))
      else resolve({ code, stdout, output })
    })
  })
}

function parse(text: string): Record<string, string> {
  const found = [...text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)]
  return Object.fromEntries(found.map(([, name = '', , value = '']) => [name, value]))
}
