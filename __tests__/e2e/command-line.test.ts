import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { loadCatalog } from '../../src/catalog/catalog.js'
import { PROJECT, TOOLS } from './places.js'
import { runCli, temporary } from './programs.js'
import { PSYCOPG2 } from './sources.js'
import { PYTHONS } from './stand-ins.js'

const NAME = `psycopg${PSYCOPG2}-3.13.zip`
const main = [
  'build',
  '--python-version',
  '3.13',
  '--psycopg2-version',
  PSYCOPG2,
  '--container-engine',
  'none',
]

test('builds on this machine, where no container engine is wanted', async () => {
  const out = temporary()
  const run = await runCli([...main, '--output-dir', out])
  expect(run.code, run.output).toBe(0)
  expect(run.output).toContain('this machine stands in for the Lambda image')
  expect(run.stdout).toContain(NAME)
  expect(run.stdout).toContain('GLIBC')
  expect(spawnSync('sha256sum', ['-c', `${NAME}.sha256`], { cwd: out }).status).toBe(0)
  const audit = await runCli(['audit', join(out, NAME), '--python-version', '3.13', '--json'])
  expect(JSON.parse(audit.stdout)).toMatchObject({ passed: true })
  expect(audit.code).toBe(0)
  const refused = await runCli(['audit', join(out, NAME), '--python-version', '3.11'])
  expect(refused.code).toBe(1)
  expect(refused.stdout).toMatch(/GLIBC_2\.3\d/)
})

test('prints records as JSON, and nothing else, on standard output', async () => {
  const out = temporary()
  const run = await runCli([...main, '--output-dir', out, '--json'])
  expect(run.code).toBe(0)
  const [record] = JSON.parse(run.stdout)
  expect(record).toMatchObject({ name: NAME, python: '3.13', versions: { psycopg2: PSYCOPG2 } })
  expect(record.size).toBe(readFileSync(join(out, NAME)).length)
})

describe('without --python-version', () => {
  // Zips of this machine's compiler need a newer C library than some of Lambda's Pythons have.
  const env = { PSYCOPG2_LAMBDA_TEST_GLIBC: '2.36' }
  const build = async (engine: string, more: Record<string, string> = {}) => {
    const flags = ['--psycopg2-version', PSYCOPG2, '--container-engine', engine, '--output-dir', temporary()]
    const run = await runCli(['build', ...flags, '--json'], { env: { ...env, ...more } })
    expect(run.code, run.output).toBe(0)
    return { run, records: JSON.parse(run.stdout) }
  }

  test("on this machine: the distribution's, where there is nothing newer", async () => {
    const [home, system] = [temporary(), '/usr/bin/python3']
    const tell = ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']
    const python = spawnSync(system, tell, { encoding: 'utf8' }).stdout.trim()
    const { run, records } = await build('none', { HOME: home, PATH: '/usr/bin:/bin' })
    expect(records).toMatchObject([{ python }])
    expect(run.output).toMatch(new RegExp(`Python ${python}, the newest that .* this machine has .*python`))
  })

  test.skipIf(inject('noEngine') !== '')('in containers: the newest whose images can be had', async () => {
    const { sources } = await loadCatalog()
    const row = sources.find(({ project, version }) => project === 'psycopg2' && version === PSYCOPG2)
    const python = PYTHONS.findLast((known) => row?.pythons?.includes(known))
    const { run, records } = await build('docker')
    expect(records).toMatchObject([{ python }])
    expect(run.output).toContain(`Python ${python}, the newest that AWS supports`)
    expect(run.output).not.toContain('No container')
  })
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
  [['build', '--python-version', ','], 1, 'python-version: nothing given'],
  [
    ['build', '--release-tag', '1', '--repository', 'a/b', '--token', 't'],
    1,
    'python-version: nothing given',
  ],
  [['build', '--python-version', '3.13', '--colour'], 2, '--colour'],
  [['brew'], 2, 'brew'],
  [[], 2, ''],
  [['audit'], 2, 'one file'],
  [['build', '--python-version', '3.5'], 1, '"3.5"'],
  [['audit', '/no/such/file.zip', '--python-version', '3.13'], 1, '/no/such/file.zip'],
  [['audit', join(PROJECT, 'LICENSE'), '--python-version', '3.13'], 1, 'LICENSE'],
  [['--help'], 0, 'one for the newest Python'],
  [['build', '--help'], 0, '--output-dir'],
  [['build', '--help'], 0, 'default: the newest that AWS supports'],
])('%j exits with %i', async (argv, code, says) => {
  const run = await runCli(argv)
  expect(run.code).toBe(code)
  expect(run.output).toContain(says)
  expect(run.output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
})
