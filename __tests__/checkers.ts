import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'checkers')

const ACTIONLINT = { module: 'github.com/rhysd/actionlint/cmd/actionlint', version: 'v1.7.12' }
const ZIZMOR = '1.32.0'

/** A program that checks workflows, or why this machine cannot have it. */
export type Checker = { path: string } | { missing: string }

/** actionlint, compiled by this machine's Go from the module proxy that it is configured for. */
export function actionlint(): Checker {
  const directory = join(CACHE, `actionlint-${ACTIONLINT.version}`)
  return provide(join(directory, 'actionlint'), 'go', ['version'], () => {
    run('go', ['install', `${ACTIONLINT.module}@${ACTIONLINT.version}`], { ...process.env, GOBIN: directory })
  })
}

/** zizmor, from the Python index that this machine's pip is configured for. It is one program, without dependencies. */
export function zizmor(): Checker {
  const directory = join(CACHE, `zizmor-${ZIZMOR}`)
  return provide(join(directory, 'bin', 'zizmor'), 'python3', ['-m', 'pip', '--version'], () => {
    // Not an environment of its own: Debian's Python makes none without a further package.
    run('python3', ['-m', 'pip', 'install', '--quiet', '--target', directory, `zizmor==${ZIZMOR}`])
  })
}

function provide(path: string, from: string, probe: string[], install: () => void): Checker {
  if (existsSync(path)) return { path }
  if (spawnSync(from, probe).status !== 0) return { missing: `"${[from, ...probe].join(' ')}" does not run` }
  mkdirSync(CACHE, { recursive: true })
  try {
    install()
  } catch (error) {
    return { missing: `${from} could not install it: ${lastLine(error)}` }
  }
  return existsSync(path) ? { path } : { missing: `${from} installed no ${path}` }
}

function run(program: string, argv: string[], env = process.env): void {
  execFileSync(program, argv, { stdio: 'pipe', encoding: 'utf8', env })
}

function lastLine(error: unknown): string {
  const { stderr = '', message } = error as Error & { stderr?: string }
  return stderr.trim().split('\n').at(-1) || message
}
