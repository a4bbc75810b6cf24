import { existsSync, readFileSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { thisSystem } from '../../src/machine/interpreter-places.js'
import { findPythonHere, searchInterpreter } from '../../src/machine/interpreters.js'
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { configured, LaidOut, REAL, version } from './laid-out.js'

const X = REAL.python
const KIND = thisArchitecture() === 'arm64' ? 'arm64' : 'x64'
const UV = `cpython-${X}.1-linux-x86_64-gnu`

/** Every place, as who installs Pythons there lays it out. */
const PLACES: [title: string, env: Record<string, string>, path: string][] = [
  ["Lambda's image", {}, `var/lang/bin/python${X}`],
  ['PATH', { PATH: '/somewhere/bin' }, `somewhere/bin/python${X}`],
  ['a tool cache', { RUNNER_TOOL_CACHE: '/tools' }, `tools/Python/${X}.1/${KIND}/bin/python${X}`],
  ["Azure's tool cache", { AGENT_TOOLSDIRECTORY: '/tools' }, `tools/Python/${X}.1/${KIND}/bin/python${X}`],
  [
    "the runner's, beside our own",
    { RUNNER_TOOL_CACHE: '/home/me/.cache/psycopg2-lambda' },
    `opt/hostedtoolcache/Python/${X}.1/${KIND}/bin/python${X}`,
  ],
  ["the runner's own tool cache", {}, `opt/hostedtoolcache/Python/${X}.1/${KIND}/bin/python${X}`],
  ['pyenv', { PYENV_ROOT: '/srv/pyenv' }, `srv/pyenv/versions/${X}.1/bin/python${X}`],
  ["pyenv's default", {}, `home/me/.pyenv/versions/${X}.1/bin/python${X}`],
  ['uv', { UV_PYTHON_INSTALL_DIR: '/srv/uv' }, `srv/uv/${UV}/bin/python${X}`],
  ['uv by XDG', { XDG_DATA_HOME: '/data' }, `data/uv/python/${UV}/bin/python${X}`],
  ["uv's default", {}, `home/me/.local/share/uv/python/${UV}/bin/python${X}`],
  ['a Python built from source', {}, `usr/local/bin/python${X}`],
  ['the distribution, which PATH hides', {}, `usr/bin/python${X}`],
]

test.each(PLACES)('found: %s', async (_, env, path) => {
  const machine = new LaidOut(env)
  const linked = machine.link(path)
  expect(await searchInterpreter([X], machine)).toEqual({ found: { python: X, path: linked }, unusable: [] })
  rmSync(linked)
  expect(await searchInterpreter([X], machine)).toEqual({ found: undefined, unusable: [] })
})

test('the places are searched in that order', async () => {
  const machine = new LaidOut()
  const paths = PLACES.filter(([, env]) => Object.keys(env).length === 0).map(([, , path]) =>
    machine.link(path),
  )
  for (const path of paths) {
    expect((await searchInterpreter([X], machine)).found?.path).toBe(path)
    rmSync(path)
  }
})

test('of several patch releases the newest is taken, by value and not by spelling', async () => {
  const machine = new LaidOut()
  machine.link(`home/me/.pyenv/versions/${X}.9/bin/python${X}`)
  const newest = machine.link(`home/me/.pyenv/versions/${X}.10/bin/python${X}`)
  expect((await searchInterpreter([X], machine)).found?.path).toBe(newest)
})

test('the versions are taken in the order given, wherever they are', async () => {
  const machine = new LaidOut()
  const linked = machine.link(`usr/bin/python${X}`)
  const other = machine.pretender('bin/python3.99', ...version('3.99'))
  expect((await searchInterpreter([X, '3.99'], machine)).found?.path).toBe(linked)
  expect((await searchInterpreter(['3.99', X], machine)).found?.path).toBe(other)
})

test('one that is called python3 and nothing else is found', async () => {
  const machine = new LaidOut()
  const linked = machine.link('bin/python3')
  expect((await searchInterpreter([X], machine)).found).toEqual({ python: X, path: linked })
})

describe("pyenv's shims", () => {
  const machine = new LaidOut({ PATH: '/home/me/.pyenv/shims' })
  const installed = machine.link(`home/me/.pyenv/versions/${X}.1/bin/python${X}`)

  test('of a version that is not active stand for nothing', async () => {
    machine.program(`home/me/.pyenv/shims/python${X}`, 'echo "pyenv: command not found" >&2; exit 127')
    expect(await searchInterpreter([X], machine)).toEqual({
      found: { python: X, path: installed },
      unusable: [],
    })
  })

  test('of an active one give the interpreter itself', async () => {
    machine.program(`home/me/.pyenv/shims/python${X}`, `exec ${installed} "$@"`)
    expect((await searchInterpreter([X], machine)).found?.path).toBe(installed)
  })
})

test('an interpreter that several places link to is started once', async () => {
  const machine = new LaidOut()
  const calls = machine.at('calls')
  const broken = machine.program(
    `usr/bin/python${X}`,
    `echo called >>'${calls}'; echo "no libpython" >&2; exit 1`,
  )
  const linked = machine.link(`bin/python${X}`, broken)
  machine.link(`home/me/.pyenv/versions/${X}.1/bin/python${X}`, broken)
  expect(await searchInterpreter([X], machine)).toEqual({
    found: undefined,
    unusable: [{ python: X, path: linked, problem: 'does not run: no libpython' }],
  })
  expect(readFileSync(calls, 'utf8')).toBe('called\n')
})

describe('what cannot be used is told by what it is', () => {
  const suffix = '.cpython-399-x86_64-linux-musl.so'
  const include = (path: string) => `sysconfig.get_path = lambda *_: ${JSON.stringify(path)}`
  const header = (path: string) => `sysconfig.get_config_h_filename = lambda: ${JSON.stringify(path)}`

  test.each<[kind: string, lines: string[], problem: RegExp]>([
    ['free-threaded', [configured('Py_GIL_DISABLED', 1)], /^is free-threaded/],
    ['for debugging', [configured('Py_DEBUG', 1)], /^is a debug build/],
    [
      "another machine's",
      ['platform.machine = lambda: "riscv64"'],
      /^is for riscv64, not for (x86_64|aarch64)$/,
    ],
    ['32-bit', ['sys.maxsize = 2**31 - 1'], /^is for a 32-bit machine/],
    [
      'for another C library',
      [configured('EXT_SUFFIX', suffix)],
      /^would call the module _psycopg\.cpython-399/,
    ],
    ['PyPy', ['platform.python_implementation = lambda: "PyPy"'], /^is PyPy \d\.\d+, not CPython$/],
    ['another version', version('3.99'), /^is Python 3\.99$/],
    [
      'a pre-release',
      [
        'sys.version_info = sys.version_info[:3] + ("alpha", 1)',
        'platform.python_version = lambda: "9.9.0a1"',
      ],
      /^is the pre-release 9\.9\.0a1/,
    ],
    ['without Python.h', [include('/nowhere')], /^has no headers: \/nowhere\/Python\.h does not exist/],
    [
      'without pyconfig.h',
      [header('/nowhere/pyconfig.h')],
      /^has no headers: \/nowhere\/pyconfig\.h does not exist/,
    ],
  ])('%s', async (_, lines, problem) => {
    const machine = new LaidOut()
    const path = machine.pretender(`bin/python${X}`, ...lines)
    const { found, unusable } = await searchInterpreter([X], machine)
    expect(found).toBeUndefined()
    expect(unusable).toEqual([expect.objectContaining({ path, problem: expect.stringMatching(problem) })])
  })

  test("without the architecture's pyconfig.h, which Debian's stands for", async () => {
    const machine = new LaidOut()
    machine.file('include/pythonX/Python.h', '')
    const stub = machine.file('include/pythonX/pyconfig.h', '# include <some-machine/pythonX/pyconfig.h>\n')
    const lines = [
      configured('MULTIARCH', 'some-machine'),
      include(machine.at('include/pythonX')),
      header(stub),
    ]
    machine.pretender(`bin/python${X}`, ...lines)
    const own = machine.at('include/some-machine/pythonX/pyconfig.h')
    expect(existsSync(own)).toBe(false)
    expect((await searchInterpreter([X], machine)).unusable[0]?.problem).toContain(`${own} does not exist`)
    machine.file('include/some-machine/pythonX/pyconfig.h', '')
    expect((await searchInterpreter([X], machine)).found?.python).toBe(X)
  })

  test('and does not stand in the way of what can', async () => {
    const machine = new LaidOut()
    const uv = 'home/me/.local/share/uv/python'
    const threaded = `${uv}/cpython-${X}.2+freethreaded-linux-x86_64-gnu/bin/python${X}t`
    machine.pretender(threaded, configured('Py_GIL_DISABLED', 1))
    const linked = machine.link(`${uv}/${UV}/bin/python${X}`)
    expect(await searchInterpreter([X], machine)).toEqual({
      found: { python: X, path: linked },
      unusable: [expect.objectContaining({ path: machine.at(threaded) })],
    })
  })
})

test('an interpreter of this very machine is found, whoever installed it', async () => {
  expect(await searchInterpreter([X], thisSystem())).toMatchObject({ found: REAL })
  expect(await findPythonHere(X)).toBe(REAL.path)
})
