import { describe, expect, test } from 'vitest'
import { parseExpected } from '../../src/release/expected.js'
import { first, refuses, resetsAfter, resetsBefore, twists } from '../../stand-ins/github/faults.js'
import { COMMIT, contentsOf, failureOf, sha256, TAG, useBench } from './bench.js'
import { matrixOn, NAMES, PATCH, WRITTEN } from './matrix.js'

const bench = useBench()
const { complete, publish } = matrixOn(bench)

describe('a complete draft', () => {
  test.each(['tag', 'id'])('is published once, by %s, with SHA256SUMS and a manifest', async (by) => {
    const { stored, request } = await complete()
    const result = await publish(request, by === 'id' ? { tag: undefined, releaseId: stored.id } : {})
    expect(stored).toMatchObject({ draft: false, tag: TAG })
    expect(bench.server.trace).toEqual([
      ...(by === 'id' ? ['get-release 200'] : []),
      'list-releases 200',
      'get-ref 200',
      'list-release-assets 200',
      'list-release-assets 200',
      'upload-release-asset 201',
      'upload-release-asset 201',
      'upload-release-asset 201',
      'list-release-assets 200',
      'list-release-assets 200',
      `${PATCH} 200`,
      'get-release 200',
      'list-release-assets 200',
    ])
    const names = NAMES.flatMap((name) => [name, `${name}.md5`, `${name}.sha256`])
    expect(result.assets.map(({ name }) => name)).toEqual([...WRITTEN, ...names])
    expect(result).toMatchObject({ id: stored.id, tag: TAG })
    expect(result.assets[WRITTEN.length]).toEqual({
      name: NAMES[0],
      url: `https://github.com/soulwing/psycopg2-lambda/releases/download/${TAG}/${NAMES[0]}`,
      size: 35,
      sha256: sha256(`the bytes of ${NAMES[0]}`),
    })
  })

  test('case 40: the PATCH has the tag’s name, the target and the rest', async () => {
    const { request } = await complete()
    await publish({ ...request, makeLatest: 'false' })
    const patch = bench.server.requests.filter(({ operation }) => operation === PATCH)
    expect(patch.map(({ json }) => json)).toEqual([
      { tag_name: TAG, target_commitish: 'main', draft: false, make_latest: 'false' },
    ])
  })

  test('SHA256SUMS has a line for every other asset', async () => {
    const { stored, request } = await complete()
    await publish(request)
    const contents = contentsOf(stored)
    const { SHA256SUMS: sums = '', ...others } = contents
    const lines = Object.entries(others).map(([name, text]) => `${sha256(text)}  ${name}\n`)
    expect(sums).toBe(lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join(''))
  })

  test('a tag that is still to be created: at the commit the draft names', async () => {
    const { stored, request } = await complete()
    bench.server.repository.tags.clear()
    stored.commitish = COMMIT
    await publish(request)
    expect(bench.server.repository.tags.get(TAG)).toEqual({ type: 'commit', sha: COMMIT })
  })

  test('as immutable; a second run changes nothing and succeeds', async () => {
    const { stored, request } = await complete()
    bench.server.repository.immutableReleases = true
    const once = await publish(request)
    bench.server.requests.length = 0
    expect(await publish(request)).toEqual(once)
    expect(bench.server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(stored.immutable).toBe(true)
  })

  test('sums only, as sha256sum prints them: the checksum files beside may stand', async () => {
    const { stored, request } = await complete()
    const lines = request.expected.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n')
    await publish({ ...request, expected: parseExpected(lines) })
    expect(stored.draft).toBe(false)
  })

  test('what an earlier attempt with another list left as SHA256SUMS is replaced', async () => {
    const { stored, request } = await complete()
    bench.server.repository.addAsset(stored, { name: 'SHA256SUMS', bytes: Buffer.from('old') })
    await publish(request)
    expect(contentsOf(stored).SHA256SUMS).toContain('manifest.json')
    expect(stored.draft).toBe(false)
  })
})

describe('the publishing itself', () => {
  test('case 39: the answer is lost after it was done: read back, not repeated', async () => {
    const { stored, request } = await complete()
    bench.server.meets(PATCH, resetsAfter)
    await publish(request)
    expect(stored.draft).toBe(false)
    expect(bench.server.trace.slice(-3)).toEqual([
      `${PATCH} done, reset`,
      'get-release 200',
      'list-release-assets 200',
    ])
  })

  test('case 39: the request is lost before it was done: looked at, then repeated', async () => {
    const { stored, request } = await complete()
    bench.server.meets(PATCH, resetsBefore)
    await publish(request)
    expect(stored.draft).toBe(false)
    const tail = [
      `${PATCH} reset`,
      'get-release 200',
      `${PATCH} 200`,
      'get-release 200',
      'list-release-assets 200',
    ]
    expect(bench.server.trace.slice(-5)).toEqual(tail)
  })

  test('case 39: the state is shown late: read again, not published again', async () => {
    const { request } = await complete()
    const late = twists((json) => ({ ...json, draft: true }))
    bench.server.meets('get-release', late, late)
    await publish(request)
    expect(bench.server.count(PATCH)).toBe(1)
    expect(bench.server.count('get-release')).toBe(3)
    expect(bench.clock.sleeps.slice(-2)).toEqual([1000, 2000])
  })

  test('case 39: the state is never shown: an error, and still published once', async () => {
    const { request } = await complete()
    bench.server.meets('get-release', ...Array(9).fill(twists((json) => ({ ...json, draft: true }))))
    expect((await failureOf(publish(request))).message).toMatch(/failed 6 times.*still shows a draft/)
    expect(bench.server.count(PATCH)).toBe(1)
  })

  test('case 41: the tag reads untagged-… afterwards: a loud failure with the command', async () => {
    const { stored, request } = await complete()
    bench.server.meets(
      'get-release',
      first(() => {
        stored.tag = `untagged-${'a'.repeat(20)}`
      }),
    )
    const error = await failureOf(publish(request))
    expect(error.message).toContain(`untagged-${'a'.repeat(20)}`)
    expect(error.hint).toContain(`-f tag_name=${TAG}`)
    expect(bench.server.count(PATCH)).toBe(1)
  })

  test('case 40: the server is one that takes the tag away when it is left out', async () => {
    const { stored } = await complete()
    const { url } = bench.server
    const headers = { authorization: 'token ghs_secret', 'content-type': 'application/json' }
    const body = JSON.stringify({ draft: false })
    await fetch(`${url}/repos/soulwing/psycopg2-lambda/releases/${stored.id}`, {
      method: 'PATCH',
      headers,
      body,
    })
    expect(stored.tag).toMatch(/^untagged-/)
  })

  test.each([
    [404, 'Not Found', undefined, /workflows/],
    [403, 'Resource not accessible by integration', undefined, /contents: write/],
    [
      422,
      'Validation Failed',
      [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }],
      /Another release of this tag/,
    ],
  ])('%i: one attempt, and advice', async (status, message, errors, advice) => {
    const { stored, request } = await complete()
    bench.server.meets(PATCH, refuses(status, message, {}, errors))
    expect((await failureOf(publish(request))).hint).toMatch(advice)
    expect(stored.draft).toBe(true)
    expect(bench.server.count(PATCH)).toBe(1)
  })

  test('case 35: deleted before it is published: an error', async () => {
    const { request } = await complete()
    const { releases } = bench.server.repository
    bench.server.meets(PATCH, resetsBefore)
    bench.server.meets(
      'get-release',
      first(() => releases.clear()),
    )
    expect((await failureOf(publish(request))).message).toContain('was deleted')
    expect(releases.size).toBe(0)
  })
})
