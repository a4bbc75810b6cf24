import { describe, expect, test } from 'vitest'
import { findOrCreateRelease } from '../../src/release/find.js'
import { first } from '../../stand-ins/github/faults.js'
import { COMMIT, TAG, useBench } from './bench.js'

const bench = useBench()

const BY_TAG = 'get-release-by-tag'
const LIST = 'list-releases 200'
const CREATE = 'create-release'
/** What every job does that finds nothing: it looks twice, then at the tag. */
const NOTHING = [`${BY_TAG} 404`, LIST, `${BY_TAG} 404`, LIST, 'get-ref 200']
const LOOK = [`${BY_TAG} 404`, LIST]

const find = () => findOrCreateRelease(bench.connection({ tag: TAG, sha: COMMIT }))

describe('two drafts at the same time', () => {
  /** Another job's draft, created just before ours and hidden until later. */
  const elder = (visibleIn: number, assets: string[] = []) => {
    const { repository } = bench.server
    const stored = repository.addRelease({ tag: TAG, visibleAt: repository.now() + visibleIn })
    for (const name of assets) repository.addAsset(stored, { name })
    return stored
  }

  test('the elder wins, and the own empty one is deleted', async () => {
    bench.tagAt()
    const winner = elder(8_000)
    expect(await find()).toMatchObject({ id: winner.id })
    const { releases } = bench.server.repository
    expect([...releases.keys()]).toEqual([winner.id])
    const tail = [`${CREATE} 201`, ...LOOK, 'list-release-assets 200', 'delete-release 204']
    expect(bench.server.trace).toEqual([...NOTHING, ...tail])
  })

  test('a younger one of another job is left alone', async () => {
    bench.tagAt()
    const { repository } = bench.server
    const winner = elder(0)
    const younger = repository.addRelease({ tag: TAG })
    expect(await find()).toMatchObject({ id: winner.id })
    expect([...repository.releases.keys()]).toEqual([winner.id, younger.id])
    expect(bench.server.count('delete-release')).toBe(0)
  })

  test('the own one is not deleted when another job has put something there', async () => {
    bench.tagAt()
    const winner = elder(8_000)
    const { repository } = bench.server
    bench.server.meets(
      'list-release-assets',
      first(({ path }) => {
        const own = repository.releases.get(Number(path.release_id))
        if (own) repository.addAsset(own, { name: 'theirs.zip' })
      }),
    )
    expect(await find()).toMatchObject({ id: winner.id })
    expect(repository.releases.size).toBe(2)
    expect(bench.server.count('delete-release')).toBe(0)
  })
})
