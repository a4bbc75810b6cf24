import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const top = join(import.meta.dirname, '..', '..')
const scripts = readdirSync(join(top, 'scripts')).filter((name) => name.endsWith('.sh'))

test.each(scripts)('%s is portable shell that stops at the first error', (name) => {
  const path = join(top, 'scripts', name)
  expect(readFileSync(path, 'utf8')).toMatch(/^#!\/bin\/sh\n(#.*\n)+set -eu\n/)
  const { status, stdout } = spawnSync('shellcheck', ['--shell=sh', '--external-sources', path], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

test.each(['openssl.sh', 'libpq.sh', 'psycopg2.sh', 'dependencies.sh'])(
  '%s says which variable it misses when run by hand',
  (name) => {
    const env = { PATH: process.env.PATH ?? '' }
    const { status, stderr } = spawnSync('sh', [join(top, 'scripts', name)], { encoding: 'utf8', env })
    expect(status).not.toBe(0)
    expect(stderr).toMatch(/[A-Z_]+: parameter (not set|null or not set|not set or null)/)
  },
)

test('tools.sh finds this machine complete, and says what another lacks', () => {
  const script = join(top, 'scripts', 'tools.sh')
  const check = (env: NodeJS.ProcessEnv) => spawnSync('/bin/sh', [script], { encoding: 'utf8', env })
  expect(check({ PATH: process.env.PATH }).stdout).toBe('')
  const bare = check({ PATH: join(top, 'scripts') })
  expect(bare.status).toBe(3)
  expect(bare.stdout.split('\n')).toEqual(
    expect.arrayContaining(['program:gcc', 'program:make', 'program:perl']),
  )
})

test('the fingerprint is the same twice, and another for another compiler or dialect', () => {
  const script = join(top, 'scripts', 'fingerprint.sh')
  const print = (CC: string) =>
    spawnSync('/bin/sh', [script], { encoding: 'utf8', env: { PATH: process.env.PATH, CC } }).stdout.split(
      '\n',
    )
  const [first, line] = print('gcc')
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(line).toMatch(/^gcc .*; GNU ld .*; glibc \d/)
  expect(print('gcc')[0]).toBe(first)
  const dialect = join(mkdtempSync(join(tmpdir(), 'dialect-')), 'gcc')
  writeFileSync(dialect, '#!/bin/sh\nexec gcc -std=gnu90 "$@"\n', { mode: 0o755 })
  expect(new Set([first, print('aarch64-linux-gnu-gcc')[0], print(dialect)[0]]).size).toBe(3)
})
