import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import {
  type ActionRun,
  containers,
  errors,
  forgetToolchains,
  runAction,
  runCli,
  temporary,
} from './programs.js'
import { PSYCOPG2, SOURCES } from './sources.js'
import { IMAGES } from './stand-ins.js'

const TITLE = `psycopg${PSYCOPG2}-3.13.zip`
const basic = { 'psycopg2-version': PSYCOPG2, 'source-dir': SOURCES }

describe.skipIf(inject('noEngine') !== '')('the action in a container', () => {
  const out = temporary()
  let first: ActionRun

  test('builds, audits and tries a zip with the default images', async () => {
    first = await runAction({ ...basic, 'python-version': '3.13', 'output-dir': out })
    expect(errors(first.output)).toEqual([])
    expect(first.code).toBe(0)
    expect(readdirSync(out).sort()).toEqual([
      TITLE,
      `${TITLE}.md5`,
      `${TITLE}.sha256`,
      `${TITLE}.verified.json`,
    ])
    expect(spawnSync('sha256sum', ['-c', `${TITLE}.sha256`], { cwd: out }).status).toBe(0)
    expect(spawnSync('md5sum', ['-c', `${TITLE}.md5`], { cwd: out }).status).toBe(0)
    expect(first.outputs).toMatchObject({
      zip: join(out, TITLE),
      'psycopg2-version': PSYCOPG2,
      'postgresql-version': '18.6',
      'openssl-version': '3.5.7',
    })
    const [record] = JSON.parse(first.outputs.artifacts ?? '[]')
    expect(record).toMatchObject({ name: TITLE, python: '3.13', sha256: first.outputs.sha256, glibc: '2.34' })
    expect(first.summary).toContain(`\`${TITLE}\``)
    expect(first.summary).toContain(`sha256sum -c ${TITLE}.sha256`)
    expect(first.output).toContain('ok TLS versions offered: 0304 0303')
    expect(containers()).toEqual([])
  })

  test('the zip passes the audit verb, and unpacks to an importable package with its metadata', async () => {
    const audit = await runCli(['audit', join(out, TITLE), '--python-version', '3.13'])
    expect(audit.output).toContain('passed')
    expect(audit.code).toBe(0)
    const script = [
      'import sys, importlib.metadata as m; sys.path.insert(0, sys.argv[1])',
      'd = m.distribution("psycopg2"); import psycopg2',
      'print(d.version, psycopg2.__version__.split()[0], all(f.locate().exists() for f in d.files))',
    ].join('\n')
    const unpacked = temporary()
    const python = [
      'run',
      '--rm',
      '--interactive',
      '--network',
      'none',
      '--volume',
      `${unpacked}:/x:ro`,
      '--entrypoint',
      'python3.13',
    ]
    execFileSync('python3', ['-m', 'zipfile', '-e', join(out, TITLE), unpacked])
    const said = execFileSync('docker', [...python, IMAGES.runtime, '-c', script, '/x'], { encoding: 'utf8' })
    expect(said.trim()).toBe(`${PSYCOPG2} ${PSYCOPG2} True`)
  })

  test('takes OpenSSL and libpq from the cache the second time, with the same bytes', async () => {
    const again = temporary()
    const inputs = { ...basic, 'python-version': '3.13', 'output-dir': again }
    const second = await runAction(inputs)
    expect(second.code).toBe(0)
    expect(second.outputs['cache-hit']).toBe('true')
    expect(second.outputs.sha256).toBe(first.outputs.sha256)
  })

  test('compiles anew to the same bytes, elsewhere, later, with another umask, time zone and locale', async () => {
    const deep = join(temporary(), 'a', 'longer', 'path')
    // Tarballs that only their owner may read must reach the unprivileged compiler all the same.
    const umask = process.umask(0o077)
    const sources = join(temporary(), 'sources')
    cpSync(SOURCES, sources, { recursive: true })
    for (const name of readdirSync(sources)) chmodSync(join(sources, name), 0o600)
    try {
      const rerun = await runAction(
        { ...basic, 'source-dir': sources, 'python-version': '3.13', 'output-dir': deep, cache: 'false' },
        {
          env: { TZ: 'Pacific/Apia', LANG: 'de_DE.UTF-8', LC_ALL: 'C.UTF-8', RUNNER_TOOL_CACHE: temporary() },
          cwd: temporary(),
        },
      )
      expect(errors(rerun.output)).toEqual([])
      expect(rerun.outputs['cache-hit']).toBe('false')
      expect(rerun.outputs['dependencies-sha256']).toBe(first.outputs['dependencies-sha256'])
      expect(readFileSync(join(deep, TITLE)).equals(readFileSync(join(out, TITLE)))).toBe(true)
    } finally {
      process.umask(umask)
    }
  })

  test('builds several Pythons in one call from one OpenSSL and libpq', async () => {
    const several = temporary()
    const inputs = { ...basic, 'python-version': '3.12, 3.13', 'output-dir': several }
    const run = await runAction(inputs)
    expect(errors(run.output)).toEqual([])
    const records = JSON.parse(run.outputs.artifacts ?? '[]') as { name: string }[]
    expect(records.map(({ name }) => name)).toEqual([`psycopg${PSYCOPG2}-3.12.zip`, TITLE])
    expect(run.outputs.files?.split('\n')).toHaveLength(8)
    expect(readFileSync(join(several, TITLE)).equals(readFileSync(join(out, TITLE)))).toBe(true)
  })

  test('refuses what the runtime could not load: a newer GLIBC than Amazon Linux 2 has', async () => {
    const none = temporary()
    const inputs = { ...basic, 'python-version': '3.11', 'output-dir': none }
    const run = await runAction(inputs)
    expect(run.code).toBe(1)
    const [error, ...more] = errors(run.output)
    expect(more).toEqual([])
    expect(error).toMatch(/GLIBC_2\.3[34]/)
    expect(error).toContain('2.26')
    expect(error).toContain('Python 3.11')
    expect(readdirSync(none)).toEqual([])
    expect(containers()).toEqual([])
  })

  test('behind a ceiling for tests, imports what the real one refuses, and says what it is not for', async () => {
    const env = { PSYCOPG2_LAMBDA_TEST_GLIBC: '2.36' }
    const inputs = { ...basic, 'python-version': '3.11', 'output-dir': temporary() }
    const run = await runAction(inputs, { env })
    expect(errors(run.output)).toEqual([])
    expect(run.output).toContain('ok TLS versions offered: 0304 0303')
    expect(run.output).toMatch(/^::warning::.*no zip of this run is for Lambda/m)
    const released = await runAction({ ...inputs, 'release-tag': '1' }, { env })
    expect(errors(released.output)).toEqual([
      expect.stringMatching(/PSYCOPG2_LAMBDA_TEST_GLIBC.*release-tag/),
    ])
    expect(released.output).not.toContain('Container engine')
  })

  test('installs a missing toolchain in a container of its own, then compiles without a network', async () => {
    forgetToolchains()
    const inputs = {
      ...basic,
      'python-version': '3.13',
      'build-image': IMAGES.runtime,
      'output-dir': temporary(),
    }
    const run = await runAction(inputs)
    expect(errors(run.output)).toEqual([])
    expect(run.output).toContain('toolchain: apt-get installs')
    expect(run.outputs.sha256).toBe(first.outputs.sha256)
    const again = await runAction({ ...inputs, 'output-dir': temporary() })
    expect(again.output).not.toContain('toolchain: apt-get installs')
    expect(again.outputs.sha256).toBe(first.outputs.sha256)
  })
})
