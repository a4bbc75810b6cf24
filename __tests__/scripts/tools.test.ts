import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { thisArchitecture } from '../../src/machine/this-machine.js'

const scripts = join(import.meta.dirname, '..', '..', 'scripts')

// All that tools.sh and this machine's compiler call. No package manager is among them: none may be reached.
const PROGRAMS =
  'gcc make ar ranlib ld as objcopy tar gzip bzip2 xargs find awk sed grep perl head tr sort id mktemp od rm mkdir'

type Programs = Record<string, string | undefined>

/** A directory with this machine's programs, but for some: a script's body in place of one, or undefined for none. */
function programs(changes: Programs): string {
  const directory = mkdtempSync(join(tmpdir(), 'tools-'))
  for (const name of PROGRAMS.split(' ')) {
    if (!(name in changes)) symlinkSync(pathOf(name), join(directory, name))
  }
  for (const [name, body] of Object.entries(changes)) {
    if (body === undefined) continue
    writeFileSync(join(directory, name), `#!/bin/sh\n${body}\n`)
    chmodSync(join(directory, name), 0o755)
  }
  return directory
}

const pathOf = (name: string) =>
  spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()

/** Runs tools.sh with those programs. */
function run(TOOLS: string, changes: Programs, env: Record<string, string> = {}) {
  const PATH = programs(changes)
  const argv = [join(scripts, 'tools.sh')]
  const options = { encoding: 'utf8', env: { PATH, TOOLS, ...env } } as const
  const { status, stdout, stderr } = spawnSync('/bin/sh', argv, options)
  return { status, stdout, last: stderr.trim().split('\n').at(-1) }
}

const other = process.arch === 'arm64' ? 'x86_64' : 'arm64'
const own = process.arch === 'arm64' ? 'arm64' : 'x86_64'

test('a machine with everything passes, for its own architecture', () => {
  expect(run('check', {}, { ARCHITECTURE: own })).toMatchObject({ status: 0, stdout: '' })
})

test('a perl that does not run is missing, whatever modules there are', () => {
  expect(run('check', { perl: 'exit 127' })).toMatchObject({ status: 3, stdout: 'program:perl\n' })
})

test.each<[name: string, changes: Programs, says: RegExp, env?: Record<string, string>]>([
  [
    'a perl that is too old',
    { perl: `case "$*" in *5.014*) exit 1 ;; esac; exec ${pathOf('perl')} "$@"` },
    /^tools: perl is 5\.\d+\.\d+, but PostgreSQL needs 5\.14 or newer$/,
  ],
  [
    'a make that is too old',
    { make: 'echo GNU Make 3.80' },
    /^tools: make is 'GNU Make 3\.80', but PostgreSQL needs GNU Make 3\.81 or newer$/,
  ],
  [
    'a make that is not GNU Make',
    { make: 'echo "usage: make [-BeikNnqrSstWwX]" >&2; exit 2' },
    /^tools: make is 'usage: make .*', but PostgreSQL needs GNU Make/,
  ],
  [
    'a tar that does not exclude',
    {
      tar: `for a; do shift; case $a in --exclude=*) ;; *) set -- "$@" "$a" ;; esac; done; exec ${pathOf('tar')} "$@"`,
    },
    /^tools: tar does not unpack gzip, .*--exclude.*: GNU tar is needed$/,
  ],
  [
    'a tar that cannot unpack bzip2',
    { tar: `case "$*" in *xf*.bzip2*) exit 2 ;; esac; exec ${pathOf('tar')} "$@"` },
    /^tools: tar does not unpack bzip2, /,
  ],
  [
    'a compiler that cannot link',
    {
      gcc: `case "$*" in *-shared*) echo "ld: cannot find -lm" >&2; exit 1 ;; esac; exec ${pathOf('gcc')} "$@"`,
    },
    /^tools: gcc cannot make a shared object: ld: cannot find -lm/,
  ],
  [
    'a compiler for another machine',
    {},
    new RegExp(`^tools: gcc does not compile for ${other}, but for \\S+ \\(ELF header 7f454c46\\w+\\)$`),
    { ARCHITECTURE: other },
  ],
  [
    'a directory for temporary files that is not there',
    {},
    /^tools: user \d+ cannot make a directory in \/no\/such, /,
    { TMPDIR: '/no/such' },
  ],
])(
  '%s is refused, by check and by install alike, as nothing that could be installed',
  (_, changes, says, env) => {
    for (const what of ['check', 'install']) {
      const { status, last } = run(what, changes, env)
      expect(last).toMatch(says)
      expect(status).toBe(1)
    }
  },
)

const root = 'case $1 in -u) echo 0 ;; esac'

test.each<[name: string, changes: Programs, says: RegExp]>([
  [
    'a user who may not install',
    { id: 'echo 1000' },
    /^tools: must be root to install what is missing: program:bzip2/,
  ],
  [
    'no package manager',
    { id: root },
    /^tools: no package manager \(apt-get, dnf, microdnf, yum\) to install this with: program:bzip2/,
  ],
  [
    'a package manager that fails',
    { id: root, dnf: 'echo "error: No package matches" >&2; exit 1', yum: 'exit 0' },
    /^tools: dnf could not install what is missing \(its own words stand above\): bzip2/,
  ],
  [
    'a package list that cannot be had',
    { id: root, 'apt-get': '[ "$1" != update ]' },
    /^tools: apt-get could not install what is missing \(its own words stand above\): bzip2/,
  ],
  [
    'a package manager that passes over an unknown name',
    { id: root, yum: 'echo "No package bzip2 available."' },
    /^tools: still missing after the installation: program:bzip2/,
  ],
])('%s: install says so', (_, changes, says) => {
  const { status, last } = run('install', { bzip2: undefined, ...changes })
  expect(last).toMatch(says)
  expect(status).toBe(1)
  expect(run('check', { bzip2: undefined, ...changes })).toMatchObject({
    status: 3,
    stdout: 'program:bzip2\n',
  })
})

test('a Python of another version is refused by psycopg2.sh', () => {
  const directory = mkdtempSync(join(tmpdir(), 'python-'))
  const variables = ['PSYCOPG2_TARBALL', 'PSYCOPG2_VERSION', 'WORK_DIR', 'DEPS_DIR', 'OUT_DIR']
  const env = {
    PATH: process.env.PATH ?? '',
    ...Object.fromEntries(variables.map((name) => [name, directory])),
    PYTHON: 'python3',
    PYTHON_VERSION: '2.6',
    ARCHITECTURE: thisArchitecture(),
  }
  const argv = [join(scripts, 'psycopg2.sh')]
  const { status, stderr } = spawnSync('/bin/sh', argv, { encoding: 'utf8', env })
  expect(stderr).toMatch(/^psycopg2: python3 is Python 3\.\d+, not 2\.6$/m)
  expect(status).toBe(1)
})
