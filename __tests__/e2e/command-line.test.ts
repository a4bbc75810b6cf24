import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NEWEST } from '../nodes.js'
import { PROJECT, TOOLS } from './places.js'
import { runCli, temporary } from './programs.js'
import { PSYCOPG2 } from './sources.js'

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

test('prints records as JSON, and nothing else, on standard output, on the newest Node as well', async () => {
  const out = temporary()
  const run = await runCli([...main, '--output-dir', out, '--json'], { node: NEWEST })
  expect(run.code).toBe(0)
  const [record] = JSON.parse(run.stdout)
  expect(record).toMatchObject({ name: NAME, python: '3.13', versions: { psycopg2: PSYCOPG2 } })
  expect(record.size).toBe(readFileSync(join(out, NAME)).length)
  const argv = ['audit', join(out, NAME), '--python-version', record.python, '--json']
  const audited = JSON.parse((await runCli(argv, { node: NEWEST })).stdout)
  expect(audited.findings).toMatchObject([{ path: NAME, problems: [] }, { report: {} }])
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
  [['build'], 2, '--python-version'],
  [['build', '--python-version', '3.13', '--colour'], 2, '--colour'],
  [['brew'], 2, 'brew'],
  [[], 2, ''],
  [['audit'], 2, 'one file'],
  [['build', '--python-version', '3.5'], 1, '"3.5"'],
  [['audit', '/no/such/file.zip', '--python-version', '3.13'], 1, '/no/such/file.zip'],
  [['audit', join(PROJECT, 'LICENSE'), '--python-version', '3.13'], 1, 'LICENSE'],
  [['--help'], 0, 'build'],
  [['build', '--help'], 0, '--output-dir'],
])('%j exits with %i', async (argv, code, says) => {
  const run = await runCli(argv)
  expect(run.code).toBe(code)
  expect(run.output).toContain(says)
  expect(run.output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
})
