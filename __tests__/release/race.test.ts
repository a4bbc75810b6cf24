import { afterEach, expect, test } from 'vitest'
import { connect } from '../../src/github/api.js'
import type { ReleaseTarget } from '../../src/github/types.js'
import type { Clock } from '../../src/network/clock.js'
import { findOrCreateRelease } from '../../src/release/find.js'
import { preflight } from '../../src/release/preflight.js'
import { publishRelease } from '../../src/release/publish-release.js'
import type { LocalFile } from '../../src/release/types.js'
import { uploadFiles } from '../../src/release/upload.js'
import { FakeGitHub } from '../../stand-ins/github/github.js'
import { Bench, COMMIT, collectingLog, contentsOf, failureOf, fastClock, TAG } from './bench.js'

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

interface Prepared {
  clock: Clock
  server: FakeGitHub
  files: LocalFile[][]
}

/** Twenty jobs at the same moment, each with its own connection, three files each, in a hundredth of the time. */
async function race(
  { clock, server, files }: Prepared,
  which: Partial<ReleaseTarget> = { tag: TAG },
): Promise<PromiseSettledResult<number>[]> {
  const target = { ...bench.target(), apiUrl: server.url, sha: COMMIT, ...which }
  return Promise.allSettled(
    files.map(async (own) => {
      const connection = connect(target, collectingLog(), { clock })
      return (await uploadFiles(connection, own)).id
    }),
  )
}

/** All jobs have put their files on this release, and nothing else is there. */
function check({ server, files }: Prepared, outcomes: PromiseSettledResult<number>[], id: number): void {
  expect(outcomes).toEqual(files.map(() => ({ status: 'fulfilled', value: id })))
  expect([...server.repository.releases.keys()]).toEqual([id])
  const release = server.repository.releases.get(id)
  expect(release && contentsOf(release)).toEqual(contentsOfAll(files.flat()))
  expect(release?.assets).toHaveLength(3 * JOBS)
}

async function prepare(): Promise<Prepared> {
  await bench.open()
  const clock = fastClock(100)
  const server = await FakeGitHub.start(() => clock.now())
  servers.push(server)
  server.repository.tags.set(TAG, { type: 'commit', sha: COMMIT })
  const names = Array.from({ length: JOBS }, (_, n) => `psycopg2.9.13-3.${n}.zip`)
  const files = await Promise.all(
    names.map((name) => Promise.all([name, `${name}.sha256`, `${name}.md5`].map((each) => bench.file(each)))),
  )
  return { clock, server, files }
}

function contentsOfAll(files: LocalFile[]): Record<string, string> {
  return Object.fromEntries(files.map(({ name }) => [name, `the bytes of ${name}`]))
}

test('case 31: 20 jobs race, published mode: one release, sixty assets, and a second run makes no POST', async () => {
  const prepared = await prepare()
  const { server } = prepared
  const { id } = server.repository.addRelease({ tag: TAG, draft: false })
  check(prepared, await race(prepared), id)
  expect(server.count('upload-release-asset')).toBe(3 * JOBS)
  expect(server.requests.length).toBe(JOBS * 6)
  server.requests.length = 0
  check(prepared, await race(prepared), id)
  expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(server.requests.length).toBe(JOBS * 2)
})

test('case 32: 20 jobs race, draft mode, by id: one release, sixty assets, and a second run makes no POST', async () => {
  const prepared = await prepare()
  const { server } = prepared
  // By id also a draft counts that the list does not show.
  const { id } = server.repository.addRelease({ tag: TAG, visibleAt: Number.POSITIVE_INFINITY })
  check(prepared, await race(prepared, { releaseId: id }), id)
  expect(server.count('upload-release-asset')).toBe(3 * JOBS)
  server.requests.length = 0
  check(prepared, await race(prepared, { releaseId: id }), id)
  expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
})

test('case 32: 20 jobs race, draft mode, nothing prepared: the next step refuses loudly, and nothing is lost', async () => {
  const prepared = await prepare()
  const { server, files, clock } = prepared
  // The list hides each draft until all jobs have looked, so that each creates one.
  server.repository.listLag = Number.POSITIVE_INFINITY
  const outcomes = await race(prepared)
  const drafts = [...server.repository.releases.values()]
  expect(drafts).toHaveLength(JOBS)
  const used = outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value)
  expect(new Set(used)).toEqual(new Set(drafts.map(({ id }) => id)))
  const stored = Object.fromEntries(drafts.flatMap((draft) => Object.entries(contentsOf(draft))))
  expect(stored).toEqual(contentsOfAll(files.flat()))
  for (const draft of drafts) draft.visibleAt = clock.now()
  server.requests.length = 0
  const target = { ...bench.target(), apiUrl: server.url, sha: COMMIT, tag: TAG }
  const connection = connect(target, collectingLog(), { clock })
  const expected = files.map(([zip]) => ({ name: zip?.name ?? '', sha256: zip?.sha256 ?? '' }))
  const steps = [
    () => publishRelease(connection, { expected, files: [], makeLatest: 'legacy' }),
    () => preflight(connection),
    () => findOrCreateRelease(connection),
  ]
  for (const step of steps) {
    const error = await failureOf(step())
    expect(error.message).toContain(`${JOBS} drafts of soulwing/psycopg2-lambda carry the tag ${TAG}`)
    for (const { id } of drafts)
      expect(error.hint).toMatch(new RegExp(`gh api -X DELETE .*/releases/${id}\n`))
  }
  const changes = server.requests.filter(({ method }) => method !== 'GET')
  expect(changes.map(({ operation }) => operation)).toEqual(['generate-release-notes'])
})

test('case 32: 20 jobs race, draft mode, nothing prepared: whoever made a draft fails as soon as the list shows another', async () => {
  const prepared = await prepare()
  const { server, files } = prepared
  server.repository.listLag = 8_000
  const outcomes = await race(prepared)
  const drafts = [...server.repository.releases.values()]
  expect(drafts.length).toBeGreaterThan(1)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refused.length).toBeGreaterThanOrEqual(drafts.length)
  for (const error of refused) expect(error.message).toContain(`carry the tag ${TAG}`)
  // Each that has made one has put its files there before.
  const stored = Object.fromEntries(drafts.flatMap((draft) => Object.entries(contentsOf(draft))))
  expect(contentsOfAll(files.flat())).toMatchObject(stored)
  expect(drafts.map(({ assets }) => assets.length).filter((count) => count === 0)).toEqual([])
})
