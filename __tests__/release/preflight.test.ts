import { describe, expect, test } from 'vitest'
import { preflight } from '../../src/release/preflight.js'
import { answers, refuses, resetsBefore, says } from '../../stand-ins/github/faults.js'
import { sha } from '../../stand-ins/github/model.js'
import { COMMIT, failureOf, TAG, useBench } from './bench.js'

const bench = useBench()

const MAY_WRITE = 'generate-release-notes 200'
const BY_TAG = 'get-release-by-tag'
const LIST = 'list-releases 200'

const check = (fields = {}) => preflight(bench.connection({ tag: TAG, sha: COMMIT, ...fields }))

/** Nothing that changes anything may be sent before a build. */
function changesNothing(): void {
  const changes = bench.server.requests.filter(({ method }) => method !== 'GET')
  expect(changes.filter(({ operation }) => operation !== 'generate-release-notes')).toEqual([])
}

describe('when all is well', () => {
  test('a prepared draft by id: three requests', async () => {
    bench.tagAt()
    const { stored } = bench.draft()
    await preflight(bench.connection({ releaseId: stored.id, sha: COMMIT }))
    expect(bench.server.trace).toEqual(['get-release 200', LIST, 'get-ref 200'])
  })

  test('a tag without a release: four requests, nothing created', async () => {
    bench.tagAt()
    await check()
    expect(bench.server.trace).toEqual([MAY_WRITE, `${BY_TAG} 404`, LIST, 'get-ref 200'])
    changesNothing()
  })

  test('a published release that may change', async () => {
    bench.tagAt()
    const { stored } = bench.draft({ draft: false })
    await check()
    await check({ releaseId: stored.id })
    expect(bench.server.trace).toEqual([
      ...[MAY_WRITE, `${BY_TAG} 200`, 'get-ref 200'],
      ...['get-release 200', MAY_WRITE, 'get-ref 200'],
    ])
  })

  test.each([
    ['breaks off', resetsBefore],
    ['is unknown to the server', refuses(404, 'Not Found')],
    ['is too much for the server', answers(502, { message: 'Bad Gateway' })],
    ['is answered with a page', says(200, '<html></html>')],
  ])('asking for the right to write %s: that proves nothing', async (_, fault) => {
    bench.tagAt()
    bench.server.meets('generate-release-notes', fault)
    await check()
    expect(bench.server.count('generate-release-notes')).toBe(1)
    expect(bench.server.trace.slice(1)).toEqual([`${BY_TAG} 404`, LIST, 'get-ref 200'])
  })

  test('a rate limit while asking is obeyed', async () => {
    bench.tagAt()
    bench.server.meets('generate-release-notes', refuses(403, 'secondary rate limit', { 'retry-after': '5' }))
    await check()
    expect(bench.clock.sleeps[0]).toBeGreaterThanOrEqual(5000)
    expect(bench.server.count('generate-release-notes')).toBe(2)
  })
})

describe('the token', () => {
  test('case 24: read-only: one request, the YAML to add, the permissions GitHub names', async () => {
    bench.server.tokens.set('ghs_secret', 'read')
    const error = await failureOf(check())
    expect(error.message).toContain('Resource not accessible by integration')
    expect(error.message).toContain('x-accepted-github-permissions: contents=write')
    expect(error.hint).toContain('permissions:\n  contents: write')
    expect(bench.server.trace).toEqual(['generate-release-notes 403'])
  })

  test('case 24: read-only, with the id of a draft, which it cannot see', async () => {
    bench.server.tokens.set('ghs_secret', 'read')
    const { stored } = bench.draft()
    const error = await failureOf(check({ releaseId: stored.id }))
    expect(error.message).toContain(`no release ${stored.id}`)
    expect(error.hint).toContain('permissions:\n  contents: write')
  })

  test('case 24: read-only, with the id of a published release', async () => {
    bench.server.tokens.set('ghs_secret', 'read')
    const { stored } = bench.draft({ draft: false })
    const error = await failureOf(check({ releaseId: stored.id }))
    expect(error.hint).toContain('contents: write')
    expect(bench.server.trace).toEqual(['get-release 200', 'generate-release-notes 403'])
  })

  test('case 25: wrong or expired: one request', async () => {
    bench.server.tokens.clear()
    const error = await failureOf(check())
    expect(error.message).toContain('Bad credentials')
    expect(error.hint).toContain('expired')
    expect(bench.server.trace).toEqual(['generate-release-notes 401'])
  })

  test('for another repository', async () => {
    bench.server.tokens.set('ghs_secret', 'foreign')
    const error = await failureOf(check())
    expect(error.message).toContain('soulwing/psycopg2-lambda')
    expect(error.hint).toMatch(/repository: OWNER\/NAME.*own repository only/)
    changesNothing()
  })
})

describe('the release', () => {
  test('case 37: published and immutable: refused with advice', async () => {
    bench.tagAt()
    const { stored } = bench.draft({ draft: false, immutable: true })
    for (const fields of [{}, { releaseId: stored.id }]) {
      const error = await failureOf(check(fields))
      expect(error.message).toContain('published and immutable')
      expect(error.hint).toMatch(/new tag.*release-tag: NEW/)
    }
    changesNothing()
  })

  test('several drafts: refused at once, with the commands that delete them', async () => {
    bench.tagAt()
    const [a, b] = [bench.draft().stored, bench.draft().stored]
    for (const fields of [{}, { releaseId: b.id }]) {
      const error = await failureOf(check(fields))
      expect(error.message).toContain(`ids ${a.id}, ${b.id}`)
      expect(error.hint).toContain(`gh api -X DELETE repos/soulwing/psycopg2-lambda/releases/${b.id}`)
    }
    expect(bench.clock.sleeps).toEqual([])
    changesNothing()
  })
})

describe('the tag', () => {
  test('case 27: missing: refused, with the command that makes it', async () => {
    const error = await failureOf(check())
    expect(error.message).toContain(`the tag ${TAG} does not exist`)
    expect(error.hint).toContain(`git tag ${TAG} ${COMMIT} && git push origin ${TAG}`)
    expect(bench.server.trace).toEqual([MAY_WRITE, `${BY_TAG} 404`, LIST, 'get-ref 404'])
    changesNothing()
  })

  test('case 27: missing, with a draft that would tag a branch', async () => {
    bench.draft({ commitish: 'main' })
    expect((await failureOf(check())).message).toContain('does not exist')
  })

  test('case 27: missing, but the draft names the built commit, or it is to be created', async () => {
    bench.draft({ commitish: COMMIT })
    await check()
    bench.server.repository.releases.clear()
    await check({ createTag: true })
    expect(bench.server.trace.filter((line) => line.startsWith('get-ref'))).toEqual([
      'get-ref 404',
      'get-ref 404',
    ])
    await failureOf(check({ createTag: true, sha: undefined }))
    changesNothing()
  })

  test('case 28: at another commit: refused, naming both', async () => {
    bench.tagAt(sha('elsewhere'))
    const error = await failureOf(check())
    expect(error.message).toContain(sha('elsewhere'))
    expect(error.message).toContain(COMMIT)
    expect(error.hint).toContain(`ref: ${TAG}`)
    expect(bench.server.trace.at(-1)).toBe('get-ref 200')
    changesNothing()
  })

  test('case 28: missing, and the draft names another commit', async () => {
    bench.draft({ commitish: sha('elsewhere') })
    const error = await failureOf(check())
    expect(error.message).toContain(sha('elsewhere'))
    expect(error.hint).toContain('git push origin')
  })

  test('case 28: no commit is given, for another repository: any will do', async () => {
    bench.tagAt(sha('elsewhere'))
    await check({ sha: undefined })
    expect(bench.server.trace.at(-1)).toBe('get-ref 200')
  })

  test('case 29: annotated, even twice: peeled to the commit', async () => {
    const { tags, tagObjects } = bench.server.repository
    tags.set(TAG, { type: 'tag', sha: sha('outer') })
    tagObjects.set(sha('outer'), { type: 'tag', sha: sha('inner') })
    tagObjects.set(sha('inner'), { type: 'commit', sha: COMMIT })
    await check()
    expect(bench.server.trace.slice(-3)).toEqual(['get-ref 200', 'get-tag 200', 'get-tag 200'])
  })

  test('case 29: a tag of a tree is no tag of a release', async () => {
    bench.server.repository.tags.set(TAG, { type: 'tree', sha: sha('a tree') })
    expect((await failureOf(check())).message).toContain('not at a commit')
  })

  test('case 30: with a slash and a plus', async () => {
    const tag = 'rel/2.9.13+1'
    bench.server.repository.tags.set(tag, { type: 'commit', sha: COMMIT })
    await check({ tag })
    expect(bench.server.requests.at(-1)?.url).toContain('/git/ref/tags%2Frel%2F2.9.13%2B1')
  })
})
