import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MACHINES } from '../../src/catalog/architecture.js'
import { moduleFileName } from '../../src/catalog/python.js'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { type Checker, pip, wheelTools } from '../checkers.js'
import { PYTHON, PYTHONS } from '../roles.js'
import { runCli, temporary } from '../runner.js'
import { AT_HAND, PSYCOPG2, psycopg2For } from '../versions.js'

const HOST = thisArchitecture()
const OTHER = HOST === 'arm64' ? 'x86_64' : 'arm64'

/** The oldest pip that knows manylinux2014, the last for old Pythons, and the newest. */
const [OLDEST_PIP, NEWEST_PIP] = ['19.3', '26.3']
const PIPS = [
  ['2.7', OLDEST_PIP],
  ['2.7', '20.3.4'],
  ['3.6', OLDEST_PIP],
  ['3.6', '21.3.1'],
  [PYTHON, NEWEST_PIP],
] as const

const out = temporary()
let tools: Checker
let wheel = ''

/** Makes wheels and layers in `out`. */
async function build(flags: Record<string, string>): Promise<void> {
  const given = { ...AT_HAND, ...flags, 'container-engine': 'none', verify: 'none', 'output-dir': out }
  const argv = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
  const run = await runCli(['build', ...argv])
  expect(run.code, run.output).toBe(0)
}

/** What a missing tool says; the project's own CI must have it. */
function whyNot(checker: Checker): string | undefined {
  if ('missing' in checker && process.env.GITHUB_ACTIONS === 'true') throw new Error(checker.missing)
  return 'missing' in checker ? checker.missing : undefined
}

/** Runs a Python with packages from this directory alone beside its own. */
function python(program: string, packages: Checker, argv: string[]) {
  if ('missing' in packages) throw new Error(packages.missing)
  const env = { ...process.env, PYTHONPATH: packages.path, PYTHONDONTWRITEBYTECODE: '1' }
  const { status, stdout, stderr } = spawnSync(program, argv, { cwd: out, env, encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

/** What psycopg2 in this directory says of itself. */
function versionIn(program: string, directory: string): string {
  const script = 'import psycopg2; print(psycopg2.__version__)'
  const env = { ...process.env, PYTHONPATH: directory }
  return execFileSync(program, ['-c', script], { env, encoding: 'utf8' })
}

beforeAll(async () => {
  tools = wheelTools()
  const old = PIPS.map(([name]) => name).filter((name) => PYTHONS.includes(name))
  const pythons = [...new Set(old)].join(',')
  await build({ 'python-version': pythons, formats: 'wheel', 'build-number': '2' })
  await build({ 'python-version': PYTHON, architecture: OTHER, formats: 'wheel' })
  const tag = `cp${PYTHON.replace('.', '')}`
  const ours = readdirSync(out).filter((name) => name.endsWith(`_${MACHINES[HOST]}.whl`))
  wheel = ours.find((name) => name.includes(`-2-${tag}-`)) ?? expect.fail(ours.join())
})

test('the wheel is the zip', () => {
  const zip = `psycopg${PSYCOPG2}-${PYTHON}${HOST === 'arm64' ? '-arm64' : ''}.zip`
  expect(readFileSync(join(out, wheel)).equals(readFileSync(join(out, zip)))).toBe(true)
})

describe('those who judge wheels', () => {
  beforeEach(({ skip }) => skip(whyNot(tools) !== undefined, whyNot(tools)))

  test('auditwheel finds the platform that the name says', () => {
    const { status, said } = python('python3', tools, ['-m', 'auditwheel', 'show', wheel])
    expect(status, said).toBe(0)
    expect(said).toContain(`constrains the platform tag to "manylinux_2_17_${MACHINES[HOST]}"`)
  })

  test('twine has nothing against its metadata', () => {
    const { status, said } = python('python3', tools, ['-m', 'twine', 'check', '--strict', wheel])
    expect(status, said).toBe(0)
  })

  test('check-wheel-contents has nothing but the bytecode against it', () => {
    const check = ['-m', 'check_wheel_contents', '--no-config']
    const { said } = python('python3', tools, [...check, wheel])
    expect(said.match(/\bW\d{3}\b/g)).toEqual(['W001'])
    expect(python('python3', tools, [...check, '--ignore', 'W001', wheel]).status).toBe(0)
  })
})

describe('those who install it', () => {
  test.each(PIPS)('for Python %s: pip %s', async (name, version) => {
    const installer = pip(version)
    const missing = PYTHONS.includes(name) ? whyNot(installer) : `this machine has no Python ${name}`
    if (missing !== undefined) return console.warn(`LEFT OUT: pip ${version} on Python ${name}: ${missing}`)
    const [program, target] = [await findPythonHere(name), temporary()]
    const argv = ['-m', 'pip', 'install', '--no-index', '--find-links', '.', '--target', target, 'psycopg2']
    const { status, said } = python(program, installer, argv)
    expect(status, said).toBe(0)
    expect(versionIn(program, target)).toContain(psycopg2For(name))
  })

  test.each([OLDEST_PIP, NEWEST_PIP])('pip %s for the other architecture', async (version) => {
    const name = version === OLDEST_PIP ? '3.6' : PYTHON
    const installer = pip(version)
    const missing = PYTHONS.includes(name) ? whyNot(installer) : `this machine has no Python ${name}`
    if (missing !== undefined) return console.warn(`LEFT OUT: pip ${version} for ${OTHER}: ${missing}`)
    const target = temporary()
    const digits = PYTHON.replace('.', '')
    const platform = ['--platform', `manylinux2014_${MACHINES[OTHER]}`, '--only-binary', ':all:']
    // The oldest takes digits alone, knows no ABI but its own Python's, and asks whether that one could run the package.
    const runtime = ['--python-version', digits, '--implementation', 'cp', '--abi', `cp${digits}`]
    if (version === OLDEST_PIP) runtime.push('--ignore-requires-python')
    const argv = ['-m', 'pip', 'install', '--no-index', '--find-links', '.', '--target', target]
    const all = [...argv, ...platform, ...runtime, '--no-compile', 'psycopg2']
    const { status, said } = python(await findPythonHere(name), installer, all)
    expect(status, said).toBe(0)
    expect(readdirSync(join(target, 'psycopg2'))).toContain(moduleFileName(PYTHON, OTHER))
  })

  test('installer, which leaves the bytecode out', async ({ skip }) => {
    skip(whyNot(tools) !== undefined, whyNot(tools))
    const [program, destination] = [await findPythonHere(PYTHON), temporary()]
    const { status, said } = python(program, tools, ['-m', 'installer', '--destdir', destination, wheel])
    expect(status, said).toBe(0)
    const paths = readdirSync(destination, { recursive: true, encoding: 'utf8' })
    const init = paths.find((path) => path.endsWith(join('psycopg2', '__init__.py'))) ?? expect.fail(said)
    expect(versionIn(program, join(destination, init, '../..'))).toContain(PSYCOPG2)
  })

  test('uv, into an environment and for the other architecture', async ({ skip }) => {
    skip(whyNot(tools) !== undefined, whyNot(tools))
    const uv = (...argv: string[]) => {
      const path = 'path' in tools ? join(tools.path, 'bin', 'uv') : ''
      const env = { ...process.env, UV_CACHE_DIR: temporary(), UV_NO_CONFIG: '1' }
      const { status, stderr } = spawnSync(path, argv, { cwd: out, env, encoding: 'utf8' })
      expect(status, stderr).toBe(0)
    }
    const [environment, target] = [temporary(), temporary()]
    uv('venv', '--clear', '--python', await findPythonHere(PYTHON), environment)
    const program = join(environment, 'bin', 'python')
    const from = ['pip', 'install', '--no-index', '--find-links', '.', '--only-binary', ':all:', 'psycopg2']
    uv(...from, '--python', program)
    expect(versionIn(program, '')).toContain(PSYCOPG2)
    const platform = ['--python-platform', `${MACHINES[OTHER]}-manylinux2014`, '--python-version', PYTHON]
    uv(...from, '--target', target, ...platform)
    expect(readdirSync(join(target, 'psycopg2'))).toContain(moduleFileName(PYTHON, OTHER))
  })
})
