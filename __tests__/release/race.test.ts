import { afterEach, expect, test } from 'vitest'
import { connect } from '../../src/github/api.js'
import type { Clock } from '../../src/network/clock.js'
import { ensureAssets } from '../../src/release/assets.js'
import { findOrCreateRelease } from '../../src/release/find.js'
import type { LocalFile } from '../../src/release/types.js'
import { FakeGitHub } from '../../stand-ins/github/github.js'
import { Bench, COMMIT, collectingLog, contentsOf, fastClock, TAG } from './bench.js'

const JOBS = 20
const bench = new Bench()
const servers: FakeGitHub[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await server.stop()
    expect(server.violations).toEqual([])
  }
  await bench.close()
})

/** Twenty jobs at the same moment, each with its own connection, three files each, in a hundredth of the time. */
async function race(clock: Clock, server: FakeGitHub, files: LocalFile[][]): Promise<number[]> {
  const target = { ...bench.target(), apiUrl: server.url, tag: TAG, sha: COMMIT }
  return Promise.all(
    files.map(async (own) => {
      const connection = connect(target, collectingLog(), { clock })
      const release = await findOrCreateRelease(connection)
      await ensureAssets(connection, release, own)
      return release.id
    }),
  )
}

async function prepare(): Promise<{ clock: Clock; server: FakeGitHub; files: LocalFile[][] }> {
  await bench.open()
  const clock = fastClock(100)
  const server = await FakeGitHub.start(() => clock.now())
  servers.push(server)
  server.repository.tags.set(TAG, { type: 'commit', sha: COMMIT })
  // GitHub's list may lag for seconds; here each release does, by another time.
  server.repository.listLag = 8_000
  const names = Array.from({ length: JOBS }, (_, n) => `psycopg2.9.13-3.${n}.zip`)
  const files = await Promise.all(
    names.map((name) => Promise.all([name, `${name}.sha256`, `${name}.md5`].map((each) => bench.file(each)))),
  )
  return { clock, server, files }
}

function check(server: FakeGitHub, files: LocalFile[][]): void {
  expect(server.repository.releases.size).toBe(1)
  const [release] = server.repository.releases.values()
  const expected = Object.fromEntries(files.flat().map(({ name }) => [name, `the bytes of ${name}`]))
  expect(release && contentsOf(release)).toEqual(expected)
  expect(release?.assets).toHaveLength(3 * JOBS)
}

test('case 31: 20 jobs race, published mode: one release, sixty assets, and a second run makes no POST', async () => {
  const { clock, server, files } = await prepare()
  const { id } = server.repository.addRelease({ tag: TAG, draft: false })
  expect(new Set(await race(clock, server, files))).toEqual(new Set([id]))
  check(server, files)
  expect(server.count('upload-release-asset')).toBe(3 * JOBS)
  expect(server.requests.length).toBe(JOBS * 6)
  server.requests.length = 0
  await race(clock, server, files)
  expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(server.requests.length).toBe(JOBS * 2)
})

test('case 32: 20 jobs race, draft mode: one release, sixty assets, and a second run makes no POST', async () => {
  const { clock, server, files } = await prepare()
  const ids = await race(clock, server, files)
  expect(new Set(ids).size).toBe(1)
  check(server, files)
  expect(server.count('upload-release-asset')).toBe(3 * JOBS)
  expect(server.count('delete-release')).toBe(server.count('create-release') - 1)
  server.requests.length = 0
  await race(clock, server, files)
  expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('case 32: 20 jobs that all create at the same moment still end with one release', async () => {
  const { clock, server, files } = await prepare()
  const together: Clock = { ...clock, random: () => 0.5 }
  await race(together, server, files)
  expect(server.count('create-release')).toBeGreaterThan(1)
  expect(server.count('delete-release')).toBe(server.count('create-release') - 1)
  check(server, files)
})
