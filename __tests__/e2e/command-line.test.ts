import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { NEWEST } from '../../stand-ins/nodes.js'
import { PROJECT, TOOLS } from '../../stand-ins/places.js'
import { planFor } from '../plans.js'
import { NONE_REFUSED, PYTHON, REFUSED } from '../roles.js'
import { runCli, temporary } from '../runner.js'
import { PSYCOPG2 } from '../versions.js'
import { audit } from './audited.js'

const NAME = `psycopg${PSYCOPG2}-${PYTHON}.zip`
const main = ['build', '--python-version', PYTHON, '--container-engine', 'none']

test('builds on this machine, where no container engine is wanted, in directories of any name', async () => {
  const top = temporary()
  const temp = join(top, `it's a "temp" $dir`)
  const tools = join(top, `it's a "cache" $dir`)
  symlinkSync(TOOLS, tools)
  const env = { RUNNER_TEMP: temp, RUNNER_TOOL_CACHE: tools }
  const run = await runCli([...main, '--output-dir', `x/../it's an "output" $dir/`], { env, cwd: top })
  expect(run.code, run.output).toBe(0)
  const out = join(top, `it's an "output" $dir`)
  expect(run.output).toContain(`RUNNER_TEMP names ${temp}`)
  expect(run.output).toContain('this machine stands in for the Lambda image')
  expect(run.stdout).toContain(NAME)
  expect(run.stdout).toContain('GLIBC')
  expect(spawnSync('sha256sum', ['-c', `${NAME}.sha256`], { cwd: out }).status).toBe(0)
  expect(await audit(join(out, NAME), PYTHON)).toEqual({ code: 0, passed: true, violations: [] })
})

test("with this machine's own compiler: refused for a runtime whose C library is older, with what is missing", async ({
  skip,
}) => {
  const python = REFUSED ?? skip(NONE_REFUSED)
  const out = temporary()
  const argv = ['build', '--python-version', python, '--container-engine', 'none', '--toolchain', 'image']
  const refused = await runCli([...argv, '--output-dir', out])
  expect(refused.code).toBe(1)
  const { base } = await planFor(python)
  expect(refused.output).toMatch(/^error: .*GLIBC_2\.\d+/m)
  expect(refused.output).toMatch(new RegExp(`Python ${python} .* has glibc ${base.glibc}$`, 'm'))
  expect(readdirSync(out)).toEqual([])
})

test('prints records as JSON, and nothing else, on standard output, on the newest Node as well', async () => {
  const out = temporary()
  const run = await runCli([...main, '--output-dir', out, '--json'], { node: NEWEST })
  expect(run.code).toBe(0)
  const [record] = JSON.parse(run.stdout)
  expect(record).toMatchObject({ name: NAME, python: PYTHON, versions: { psycopg2: PSYCOPG2 } })
  expect(record.size).toBe(readFileSync(join(out, NAME)).length)
  const argv = ['audit', join(out, NAME), '--python-version', record.python, '--json']
  const audited = JSON.parse((await runCli(argv, { node: NEWEST })).stdout)
  expect(audited).toMatchObject({
    file: join(out, NAME),
    passed: true,
    findings: [],
    objects: [{ module: true }],
  })
})

describe('without --python-version', () => {
  const build = async (engine: string, more: Record<string, string> = {}) => {
    const flags = ['--container-engine', engine, '--output-dir', temporary()]
    const run = await runCli(['build', ...flags, '--json'], { env: more })
    expect(run.code, run.output).toBe(0)
    return { run, records: JSON.parse(run.stdout) }
  }

  test("on this machine: the distribution's, where there is nothing newer", async ({ skip }) => {
    const [home, system] = [temporary(), '/usr/bin/python3']
    const tell = 'import os, sys, sysconfig as s; print("%d.%d" % sys.version_info[:2])\n'
    const headers = 'sys.exit(not os.path.exists(s.get_path("include") + "/Python.h"))'
    const { stdout, status } = spawnSync(system, ['-c', tell + headers], { encoding: 'utf8' })
    skip(status !== 0, `${system} has no headers, or is not there`)
    const python = stdout.trim()
    const { run, records } = await build('none', { HOME: home, PATH: '/usr/bin:/bin' })
    expect(records).toMatchObject([{ python }])
    expect(run.output).toMatch(new RegExp(`Python ${python}, the newest that .* this machine has .*python`))
  })

  test.skipIf(inject('noEngine') !== '')('in containers: the newest whose images can be had', async () => {
    const { run, records } = await build('docker')
    expect(records).toMatchObject([{ python: PYTHON }])
    expect(run.output).toContain(`Python ${PYTHON}, the newest that AWS supports`)
    expect(run.output).not.toContain('No container')
  })
})

test.each([
  [
    'below a file',
    { HOME: join(PROJECT, 'LICENSE'), RUNNER_TOOL_CACHE: '' },
    'RUNNER_TOOL_CACHE: cannot write to',
  ],
  ['nowhere', { HOME: '', RUNNER_TOOL_CACHE: '' }, 'RUNNER_TOOL_CACHE is not set'],
  // Where Node's own way to make directories never comes back.
  ['below /proc', { RUNNER_TOOL_CACHE: '/proc/nothing' }, 'RUNNER_TOOL_CACHE: cannot write to'],
])('a cache %s: what needs none works, and a build says one sentence', async (_, env, says) => {
  expect((await runCli(['--help'], { env })).code).toBe(0)
  expect((await runCli(['plan', '--python-version', PYTHON], { env })).code).toBe(0)
  const run = await runCli([...main, '--output-dir', temporary()], { env })
  expect(run.code).toBe(1)
  expect(run.output).toMatch(new RegExp(`^error: ${says}`, 'm'))
  expect(run.output).not.toContain('Sources')
  expect(run.output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
})

test('a cancel ends the compiler and leaves neither processes nor files', async () => {
  const scratch = temporary()
  const out = temporary()
  let killed = false
  const run = await runCli([...main, '--output-dir', out, '--cache', 'false'], {
    env: { RUNNER_TEMP: scratch, RUNNER_TOOL_CACHE: TOOLS },
    watch: (child, output) => {
      if (killed || !/after 10 s/.test(output)) return
      killed = true
      child.kill('SIGINT')
    },
  })
  expect(killed).toBe(true)
  expect(run.code).toBe(130)
  expect(readdirSync(scratch)).toEqual([])
  expect(readdirSync(out)).toEqual([])
  expect(spawnSync('pgrep', ['-f', scratch]).status).toBe(1)
})

test.each([
  [['build', '--python-version', ','], 2, 'python-version: nothing given'],
  [
    ['build', '--source-mirror', 'http://ci:50%off@mirror.example/a'],
    2,
    'source-mirror: mirror.example: the login',
  ],
  [['build', '--output-dir', '~somebody/dist'], 2, 'output-dir'],
  [['publish', '--release-tag', 'refs/heads/main', '--repository', 'a/b', '--token', 't'], 2, 'release-tag'],
  [
    ['build', '--release-tag', '1', '--repository', 'a/b', '--token', 't'],
    2,
    'python-version: nothing given',
  ],
  [['build', '--python-version', PYTHON, '--colour'], 2, '--colour'],
  [['brew'], 2, 'brew'],
  [[], 2, ''],
  [['audit'], 2, 'one file or directory'],
  [['build', '--python-version', '3.5'], 1, '"3.5"'],
  [['audit', '/no/such/file.zip', '--python-version', PYTHON], 1, '/no/such/file.zip'],
  [['audit', join(PROJECT, 'LICENSE'), '--python-version', PYTHON], 1, 'LICENSE'],
  [['audit', '/dev/zero', '--python-version', PYTHON], 1, 'neither a file nor a directory'],
  [['audit', ''], 2, 'FILE: nothing given'],
  [['audit', 'audit', '--python-version', 'python3.13'], 2, 'Write 3.13.'],
  [['audit', 'src'], 2, 'python-version: nothing given, and nothing in src tells it'],
  [['audit', 'src', '--python-version', '3.5'], 1, 'Use one of 2.7, 3.6, '],
  [['audit', '/no/such/file.zip', '--json'], 1, '"rule": "not-judged"'],
  [['audit', '--help'], 0, 'Exit codes: 0 Lambda loads it; 1 it does not'],
  [['--help'], 0, 'one for the newest Python'],
  [['build', '--help'], 0, '--output-dir'],
  [['build', '--help'], 0, 'default: the newest that AWS supports'],
])('%j exits with %i', async (argv, code, says) => {
  const run = await runCli(argv)
  expect(run.code).toBe(code)
  expect(run.output).toContain(says)
  expect(run.output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
})
