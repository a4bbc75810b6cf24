import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FakeGitHub } from '../../stand-ins/github/github.js'
import { COMMIT, TAG, TOKEN } from '../release/bench.js'
import { PYTHON } from '../roles.js'
import { runCli, temporary } from '../runner.js'
import { BOTH, OPENSSL } from '../versions.js'

const none = ['--container-engine', 'none', '--verify', 'none']

test('a zip is the same byte for byte from each file of its psycopg2', async () => {
  const zips: Buffer[] = []
  for (const directory of BOTH.directories) {
    const out = temporary()
    const argv = ['build', '--python-version', BOTH.python, '--psycopg2-version', BOTH.version, ...none]
    const run = await runCli([...argv, '--source-dir', directory, '--output-dir', out])
    expect(run.code, run.output).toBe(0)
    expect(run.output).toContain(`found in source-dir as ${directory}`)
    zips.push(readFileSync(join(out, `psycopg${BOTH.version}-${BOTH.python}.zip`)))
  }
  const [first, ...others] = zips
  expect(others).not.toEqual([])
  for (const other of others) expect(first?.equals(other)).toBe(true)
})

describe('a version that cannot be had', () => {
  let lock = ''
  let address = ''
  const server = createServer((_, answer) => answer.writeHead(404).end())
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openssl-3.5.999.tar.gz`
    const row = { url: address, root: 'openssl-3.5.999', size: 1, sha256: 'f'.repeat(64), lts: true }
    lock = join(temporary(), 'lock.json')
    writeFileSync(lock, JSON.stringify({ sources: [{ project: 'openssl', version: '3.5.999', ...row }] }))
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))
  const build = (...more: string[]) => {
    const flags = ['--python-version', PYTHON, '--lock-file', lock, ...none, '--output-dir', temporary()]
    return ['build', ...flags, ...more]
  }

  test('is replaced by the newest that can, with a warning that names both', async () => {
    const run = await runCli([...build(), '--json'])
    expect(run.code, run.output).toBe(0)
    expect(run.output).toContain(`openssl 3.5.999 cannot be had from here, so ${OPENSSL} is used`)
    expect(JSON.parse(run.stdout)).toMatchObject([{ versions: { openssl: OPENSSL } }])
  })

  test('is insisted on where it was named', async () => {
    const run = await runCli(build('--openssl-version', '3.5.999', '--cache', 'false'))
    expect(run.code).toBe(1)
    expect(run.output).toContain('openssl 3.5.999 could not be had from anywhere')
    expect(run.output).toContain(`upstream: ${address}: HTTP 404 Not Found`)
  })

  test('is insisted on where a release is named', async () => {
    const github = await FakeGitHub.start(Date.now)
    try {
      const { owner, name } = github.repository
      github.repository.tags.set(TAG, { type: 'commit', sha: COMMIT })
      const target = ['--release-tag', TAG, '--repository', `${owner}/${name}`, '--cache', 'false']
      const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: TOKEN, GITHUB_SHA: COMMIT }
      const run = await runCli(build(...target), { env })
      expect(run.code).toBe(1)
      expect(run.output).toContain('openssl 3.5.999 could not be had from anywhere')
      expect(github.repository.releases.size).toBe(0)
    } finally {
      await github.stop()
    }
  })
})
