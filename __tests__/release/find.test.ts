import { describe, expect, test } from 'vitest'
import { findOrCreateRelease } from '../../src/release/find.js'
import { refuses, resetsAfter, resetsBefore, truncates } from '../../stand-ins/github/faults.js'
import { COMMIT, failureOf, TAG, useBench } from './bench.js'

const bench = useBench()

const BY_TAG = 'get-release-by-tag'
const LIST = 'list-releases 200'
const CREATE = 'create-release'
const LOOK = [`${BY_TAG} 404`, LIST]
/** What every job does that finds nothing: it looks, then at the tag. */
const NOTHING = [...LOOK, 'get-ref 200']

const find = () => findOrCreateRelease(bench.connection({ tag: TAG, sha: COMMIT }))

describe('finding a release', () => {
  test('by id: one request, drafts included', async () => {
    const { stored } = bench.draft()
    const release = await findOrCreateRelease(bench.connection({ releaseId: stored.id }))
    expect(release).toMatchObject({ id: stored.id, tag: TAG, draft: true, immutable: false })
    expect(bench.server.trace).toEqual(['get-release 200'])
  })

  test('by id, not there: three tries, then what it may mean', async () => {
    const error = await failureOf(findOrCreateRelease(bench.connection({ releaseId: 7 })))
    expect(error.message).toContain('no release 7')
    expect(error.hint).toContain('contents: write')
    expect(bench.server.trace).toEqual(Array(3).fill('get-release 404'))
  })

  test.each([
    [401, 'Bad credentials'],
    [403, 'Resource not accessible by integration'],
    [451, 'Unavailable For Legal Reasons'],
  ])('by id, refused with %i: that is not "not there"', async (status, message) => {
    bench.server.meets('get-release', refuses(status, message))
    const error = await failureOf(findOrCreateRelease(bench.connection({ releaseId: 7 })))
    expect(error.message).toContain(`GitHub answered ${status}`)
    expect(error.message).toContain(message)
    expect(bench.server.trace).toEqual([`get-release ${status}`])
  })

  test('by id, known a moment later', async () => {
    const { stored } = bench.draft()
    bench.server.meets('get-release', refuses(404, 'Not Found'))
    expect(await findOrCreateRelease(bench.connection({ releaseId: stored.id }))).toMatchObject({
      id: stored.id,
    })
  })

  test('by id, with another tag than the given one', async () => {
    const { stored } = bench.draft()
    const error = await failureOf(
      findOrCreateRelease(bench.connection({ releaseId: stored.id, tag: 'other' })),
    )
    expect(error.message).toMatch(/carries the tag 2\.9\.13-1, not other/)
  })

  test('by id, with a tag that GitHub has replaced', async () => {
    const { stored } = bench.draft({ tag: 'untagged-0123abcd' })
    const error = await failureOf(findOrCreateRelease(bench.connection({ releaseId: stored.id })))
    expect(error.message).toContain('untagged-0123abcd')
    expect(error.hint).toContain('tag_name=')
  })

  test('neither id nor tag', async () => {
    const error = await failureOf(findOrCreateRelease(bench.connection()))
    expect(error.message).toMatch(/^release-tag: /)
    expect(bench.server.requests).toEqual([])
  })

  test('published: one request', async () => {
    const { stored } = bench.draft({ draft: false })
    expect(await find()).toMatchObject({ id: stored.id, draft: false })
    expect(bench.server.trace).toEqual([`${BY_TAG} 200`])
  })

  test('a draft: two requests, and it is taken at once', async () => {
    const { stored } = bench.draft()
    expect(await find()).toMatchObject({ id: stored.id, draft: true })
    expect(bench.server.trace).toEqual(LOOK)
    expect(bench.clock.sleeps).toEqual([])
  })

  test('several drafts: refused, with the commands that delete them', async () => {
    const [a, b] = [bench.draft().stored, bench.draft().stored]
    const error = await failureOf(find())
    expect(error.message).toContain(
      `2 drafts of soulwing/psycopg2-lambda carry the tag ${TAG}: ids ${a.id}, ${b.id}`,
    )
    for (const { id } of [a, b]) {
      expect(error.hint).toContain(`gh api -X DELETE repos/soulwing/psycopg2-lambda/releases/${id}`)
    }
    expect(bench.server.trace).toEqual(LOOK)
    expect([...bench.server.repository.releases.keys()]).toEqual([a.id, b.id])
  })

  test('case 30: a tag with / and +: looked for by its own name', async () => {
    const tag = 'rel/2.9.13+1'
    const { stored } = bench.draft({ tag, draft: false })
    expect(await findOrCreateRelease(bench.connection({ tag }))).toMatchObject({ id: stored.id, tag })
    expect(bench.server.requests[0]?.url).toContain('/releases/tags/rel%2F2.9.13%2B1')
  })

  test('case 43: more than 100 releases, and the draft is on page 2', async () => {
    const { stored } = bench.draft()
    for (let n = 0; n < 110; n += 1) bench.server.repository.addRelease({ tag: `other-${n}`, draft: false })
    expect(await find()).toMatchObject({ id: stored.id })
    expect(bench.server.trace).toEqual([`${BY_TAG} 404`, LIST, LIST])
    expect(bench.server.count(CREATE)).toBe(0)
  })

  test('a repository that is not there', async () => {
    const error = await failureOf(findOrCreateRelease(bench.connection({ tag: TAG, repo: 'other' })))
    expect(error.message).toContain('soulwing/other')
    expect(bench.server.trace).toEqual([`${BY_TAG} 404`, 'list-releases 404'])
  })
})

describe('creating a draft', () => {
  test('when nothing is there: once, for the existing tag, without a target', async () => {
    bench.tagAt()
    const release = await find()
    expect(release).toMatchObject({ tag: TAG, draft: true })
    expect(bench.server.trace).toEqual([...NOTHING, `${CREATE} 201`])
    const created = bench.server.requests.find(({ operation }) => operation === CREATE)
    expect(created?.json).toEqual({ tag_name: TAG, name: TAG, draft: true })
  })

  test('for a tag that publishing is to create: with the built commit', async () => {
    await findOrCreateRelease(bench.connection({ tag: TAG, sha: COMMIT, createTag: true }))
    const created = bench.server.requests.find(({ operation }) => operation === CREATE)
    expect(created?.json).toMatchObject({ tag_name: TAG, target_commitish: COMMIT })
  })

  test('case 26: 404, because the commit changes workflows: the advice says so, no second attempt', async () => {
    bench.server.meets(CREATE, refuses(404, 'Not Found'))
    const connection = bench.connection({ tag: TAG, sha: COMMIT, createTag: true })
    const error = await failureOf(findOrCreateRelease(connection))
    expect(error.message).toMatch(/creating a draft.*404/)
    expect(error.hint).toMatch(/\.github\/workflows.*push the tag yourself/)
    expect(bench.server.count(CREATE)).toBe(1)
    expect(bench.server.repository.releases.size).toBe(0)
  })

  test.each([
    [403, 'Resource not accessible by integration', undefined, /contents: write[\s\S]*\.github\/workflows/],
    [
      422,
      'Validation Failed',
      { code: 'custom', field: 'tag_name', message: 'tag_name was used by an immutable release' },
      /new tag/,
    ],
    [
      422,
      'Validation Failed',
      { code: 'custom', field: 'pre_receive', message: 'Cannot create ref' },
      /ruleset/,
    ],
  ])('%i %s: one attempt, and advice', async (status, message, detail, advice) => {
    bench.tagAt()
    bench.server.meets(CREATE, refuses(status, message, {}, detail && [{ resource: 'Release', ...detail }]))
    const error = await failureOf(find())
    expect(error.message).toContain(detail?.message ?? message)
    expect(error.hint).toMatch(advice)
    expect(bench.server.count(CREATE)).toBe(1)
  })

  test('another job has published the tag’s release meanwhile: that one is used, as soon as it shows', async () => {
    bench.tagAt()
    const { repository } = bench.server
    const taken = { resource: 'Release', code: 'already_exists', field: 'tag_name' }
    bench.server.meets(CREATE, {
      word: 'taken',
      act: async (exchange) => {
        await exchange.question()
        repository.addRelease({ tag: TAG, draft: false, visibleAt: repository.now() + 1500 })
        await refuses(422, 'Validation Failed', {}, [taken]).act(exchange)
      },
    })
    bench.server.meets(CREATE, refuses(422, 'Validation Failed', {}, [taken]))
    expect(await find()).toMatchObject({ draft: false })
    expect(repository.releases.size).toBe(1)
  })

  test('case 33: the list hides the own draft: the id of the create answer is used', async () => {
    bench.tagAt()
    bench.server.repository.listLag = Number.POSITIVE_INFINITY
    const release = await find()
    expect([...bench.server.repository.releases.keys()]).toEqual([release.id])
    expect(bench.server.trace).toEqual([...NOTHING, `${CREATE} 201`])
  })

  test.each([
    ['lost', resetsAfter],
    ['unreadable', truncates],
  ])(
    'case 34: the create answer is %s: the list is asked once it must show the draft, and no second is made',
    async (_, fault) => {
      bench.tagAt()
      bench.server.repository.listLag = 10_000
      bench.server.meets(CREATE, fault)
      const release = await find()
      expect([...bench.server.repository.releases.keys()]).toEqual([release.id])
      expect(bench.server.trace).toEqual([...NOTHING, `${CREATE} ${fault.word}`, ...LOOK])
    },
  )

  test('case 34: nothing was created: created after the second look', async () => {
    bench.tagAt()
    bench.server.meets(CREATE, resetsBefore, refuses(502, 'Bad Gateway'))
    const release = await find()
    expect([...bench.server.repository.releases.keys()]).toEqual([release.id])
    expect(bench.server.count(CREATE)).toBe(3)
  })
})
