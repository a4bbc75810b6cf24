import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { readElf } from '../../src/audit/elf.js'
import { highestGlibc } from '../../src/audit/glibc.js'
import { compareVersions } from '../../src/catalog/versions.js'
import { readZip } from '../../src/package/unzip.js'
import { IMAGES } from '../../stand-ins/images.js'
import { NO_TWO, PYTHON, TWO } from '../roles.js'
import { type ActionRun, containers, errors, forgetTools, runAction, temporary } from '../runner.js'
import { AT_HAND, LIBPQS, OPENSSL, PSYCOPG2, psycopg2For, SOURCES } from '../versions.js'
import { audit } from './audited.js'

const TITLE = `psycopg${PSYCOPG2}-${PYTHON}.zip`
const basic = AT_HAND

describe.skipIf(inject('noEngine') !== '')('the action in a container', () => {
  const out = temporary()
  let first: ActionRun

  test('builds, audits and tries a zip with the default images', async () => {
    first = await runAction({ ...basic, 'python-version': PYTHON, 'output-dir': out })
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
      'postgresql-version': LIBPQS[0],
      'openssl-version': OPENSSL,
    })
    const [record] = JSON.parse(first.outputs.artifacts ?? '[]')
    expect(record).toMatchObject({ name: TITLE, python: PYTHON, sha256: first.outputs.sha256 })
    expect(record.glibc).toBe(glibcOf(join(out, TITLE)))
    // What the toolchain compiles for, whatever the stand-in has.
    expect(compareVersions(record.glibc, '2.17')).toBeLessThanOrEqual(0)
    expect(first.summary).toContain(`\`${TITLE}\``)
    expect(first.summary).toContain(`sha256sum -c ${TITLE}.sha256`)
    expect(first.output).toContain('ok TLS versions offered: 0304 0303')
    expect(containers()).toEqual([])
  })

  test('the zip passes the audit verb, and unpacks to an importable package with its metadata', async () => {
    expect(await audit(join(out, TITLE), PYTHON)).toEqual({ code: 0, passed: true, violations: [] })
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
      `python${PYTHON}`,
    ]
    execFileSync('python3', ['-m', 'zipfile', '-e', join(out, TITLE), unpacked])
    const said = execFileSync('docker', [...python, IMAGES.runtime, '-c', script, '/x'], { encoding: 'utf8' })
    expect(said.trim()).toBe(`${PSYCOPG2} ${PSYCOPG2} True`)
  })

  test('takes OpenSSL and libpq from the cache the second time, with the same bytes', async () => {
    const again = temporary()
    const inputs = { ...basic, 'python-version': PYTHON, 'output-dir': again }
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
        { ...basic, 'source-dir': sources, 'python-version': PYTHON, 'output-dir': deep, cache: 'false' },
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

  test('without a container, the same CPython gives the same bytes', async () => {
    const here = temporary()
    const inputs = { ...basic, 'python-version': PYTHON, 'output-dir': here, 'container-engine': 'none' }
    const run = await runAction({ ...inputs, cache: 'false' })
    expect(errors(run.output)).toEqual([])
    expect(run.outputs['dependencies-sha256']).toBe(first.outputs['dependencies-sha256'])
    expect(readFileSync(join(here, TITLE)).equals(readFileSync(join(out, TITLE)))).toBe(true)
  })

  test('builds several Pythons in one call from one OpenSSL and libpq', async ({ skip }) => {
    const pythons = TWO ?? skip(NO_TWO)
    const several = temporary()
    const inputs = { ...basic, 'python-version': pythons.join(', '), 'output-dir': several }
    const run = await runAction(inputs)
    expect(errors(run.output)).toEqual([])
    const records = JSON.parse(run.outputs.artifacts ?? '[]') as { name: string }[]
    expect(records.map(({ name }) => name)).toEqual([
      `psycopg${psycopg2For(pythons[0])}-${pythons[0]}.zip`,
      TITLE,
    ])
    expect(run.outputs.files?.split('\n')).toHaveLength(8)
    expect(readFileSync(join(several, TITLE)).equals(readFileSync(join(out, TITLE)))).toBe(true)
  })

  test('installs missing tools in a container of its own, then compiles without a network', async () => {
    forgetTools(IMAGES.runtime)
    const inputs = {
      ...basic,
      'python-version': PYTHON,
      'build-image': IMAGES.runtime,
      'output-dir': temporary(),
    }
    const run = await runAction(inputs)
    expect(errors(run.output)).toEqual([])
    expect(run.output).toContain('tools: apt-get installs')
    expect(run.outputs.sha256).toBe(first.outputs.sha256)
    const again = await runAction({ ...inputs, 'output-dir': temporary() })
    expect(again.output).not.toContain('tools: apt-get installs')
    expect(again.outputs.sha256).toBe(first.outputs.sha256)
  })
})

/** The newest C library that the module in a zip needs, by its own account. */
function glibcOf(zip: string): string | null {
  const module = readZip(readFileSync(zip), zip).find(({ path }) => path.endsWith('.so'))
  return module === undefined ? null : highestGlibc(readElf(module.data).versionNeeds)
}
