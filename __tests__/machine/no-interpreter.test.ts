import { expect, test } from 'vitest'
import { findPythonOn, searchInterpreter } from '../../src/machine/interpreters.js'
import { noInterpreter } from '../../src/machine/no-interpreter.js'
import { BuildError } from '../../src/report/errors.js'
import { LaidOut, REAL, version } from './laid-out.js'

const X = REAL.python
const HEADLESS = 'sysconfig.get_path = lambda *_: "/nowhere"'

/** A machine of Debian's, with the codename that os-release has. */
function debian(codename: string, env: Record<string, string> = {}): LaidOut {
  const machine = new LaidOut(env)
  machine.program('usr/bin/apt-get', '')
  machine.file('etc/os-release', `ID=debian\nVERSION_CODENAME=${codename}\n`)
  return machine
}

async function errorOf(pythons: string[], machine: LaidOut): Promise<BuildError> {
  const { found, unusable } = await searchInterpreter(pythons, machine)
  expect(found).toBeUndefined()
  return noInterpreter(pythons, unusable, machine)
}

test('every place is named, and everything that is there', async () => {
  const machine = new LaidOut()
  machine.pretender(`bin/python${X}`, HEADLESS)
  machine.pretender('usr/bin/python3', ...version('3.99'))
  const error = await findPythonOn(X, machine).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(BuildError)
  expect(error.message).toContain(`no CPython ${X} with headers`)
  for (const place of [
    'PATH',
    `the runner's tool cache (${machine.at('opt/hostedtoolcache/Python')})`,
    `pyenv (${machine.at('home/me/.pyenv/versions')})`,
    `uv (${machine.at('home/me/.local/share/uv/python')})`,
    `the distribution's (${machine.at('usr/local/bin')}, ${machine.at('usr/bin')})`,
  ]) {
    expect(error.message).toContain(place)
  }
  expect(error.message).toContain(`${machine.at(`bin/python${X}`)} has no headers: /nowhere/Python.h`)
  expect(error.message).toContain(`python${X}-dev`)
  expect(error.message).toContain(`${machine.at('usr/bin/python3')} is Python 3.99`)
})

test('the versions that would do are named, and nothing that is not there', async () => {
  expect((await errorOf(['3.12', '3.11', '2.7'], new LaidOut())).message).toMatch(
    /no CPython 3\.12, 3\.11 or 2\.7 with headers\. Looked in [^;]+usr\/bin\)$/,
  )
})

test("Debian's own Python gets its headers", async () => {
  const machine = debian('anything')
  machine.pretender(`usr/bin/python${X}`, HEADLESS)
  machine.link('usr/bin/python3', `python${X}`)
  expect((await errorOf([X], machine)).hint).toContain('`apt-get install python3-dev`')
})

test('another Python from packages gets its own headers', async () => {
  const machine = debian('anything')
  machine.pretender(`usr/bin/python${X}`, HEADLESS)
  machine.pretender('usr/bin/python3.99', ...version('3.99'))
  machine.link('usr/bin/python3', 'python3.99')
  expect((await errorOf([X], machine)).hint).toContain(`\`apt-get install python${X}-dev\``)
})

test.each([
  ['trixie', ['3.14', '3.13'], '`apt-get install python3-dev`'],
  ['bookworm', ['3.14', '3.11'], '`apt-get install python3-dev`'],
  ['bookworm', ['3.13'], 'Install Docker, '],
  ['unheard-of', ['3.13'], 'Install Docker, '],
])(
  "without any Python, %s's release tells whether its own would do for %j",
  async (codename, pythons, hint) => {
    expect((await errorOf(pythons, debian(codename))).hint).toContain(hint)
  },
)

test("Debian's own Python that is of no use with headers is not advised", async () => {
  const machine = debian('trixie', { PATH: '/bin' })
  machine.pretender(`usr/bin/python${X}`, 'platform.machine = lambda: "riscv64"')
  machine.link('usr/bin/python3', `python${X}`)
  machine.program('bin/uv', '')
  expect((await errorOf([X], machine)).hint).toContain(`\`uv python install ${X}\``)
})

test.each([
  [['uv', 'pyenv'], '`uv python install 3.13`'],
  [['pyenv'], '`pyenv install 3.13`'],
  [[], '`uv python install 3.13`'],
])('with %j on PATH, one command gets the best version', async (programs, command) => {
  const machine = new LaidOut()
  for (const program of programs) machine.program(`bin/${program}`, '')
  const { hint } = await errorOf(['3.13', '3.12'], machine)
  expect(hint).toContain(command)
  expect(hint.match(/`/g)).toHaveLength(2)
  expect(hint).toContain(programs.length === 0 ? 'Install Docker' : 'container engine')
})

test('in a workflow it is a step', async () => {
  const machine = debian('trixie', { GITHUB_ACTIONS: 'true' })
  expect((await errorOf(['3.13'], machine)).hint).toContain("actions/setup-python with python-version '3.13'")
})
