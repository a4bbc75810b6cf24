import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import { findOrCreateRelease } from '../../src/release/find.js'
import { preflight } from '../../src/release/preflight.js'
import { BuildError } from '../../src/report/errors.js'
import { type Fault, hangs, refuses, says } from '../../stand-ins/github/faults.js'
import { COMMIT, failureOf, sha256, TAG, TOKEN, useBench } from '../release/bench.js'

const bench = useBench()
const helpers: Server[] = []

afterEach(() => {
  for (const server of helpers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

function errorOf(work: () => unknown): BuildError {
  try {
    work()
  } catch (error) {
    if (error instanceof BuildError) return error
  }
  return expect.fail('it should have failed')
}

async function listen(server: Server): Promise<number> {
  helpers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

describe('case 48: the token', () => {
  /** A server, or a proxy before it, that repeats what it was sent. */
  const echo = `who sent token ${TOKEN}? ${TOKEN}`

  test.each<[string, Fault]>([
    ['a refusal', refuses(422, echo, {}, [{ code: 'custom', message: echo }])],
    ['a missing right', refuses(403, echo)],
    ['a failure that lasts', refuses(500, echo)],
    ['a page', says(200, `<p>${echo}</p>`)],
    ['a rate limit', refuses(429, echo, { 'retry-after': '9999' })],
    [
      'a redirect',
      {
        word: '307',
        act: ({ answer }) => answer({ status: 307, raw: '', headers: { location: `/${TOKEN}` } }),
      },
    ],
  ])('is in no log and no error, even when the server repeats it: %s', async (_, fault) => {
    const { release } = bench.draft()
    bench.server.meets('upload-release-asset', ...Array(6).fill(fault))
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file('a.zip')]))
    const { message, hint, details, stack, cause } = error
    expect(cause).toBeUndefined()
    expect([message, hint, ...details, stack, ...bench.log.lines].join('\n')).not.toContain(TOKEN)
    expect(`${message}${bench.log.lines.join()}`).toContain('***')
    expect(bench.server.requests[0]?.headers.authorization).toBe(`token ${TOKEN}`)
  })

  test.each(['', ' ', 'ghs_secret\n', 'ghs secret'])(
    '%j is none: refused before any request, unrepeated',
    (token) => {
      const { message, hint } = errorOf(() => bench.connection({ token }))
      expect(message).toMatch(/^token: is empty or has white space/)
      if (token.trim() !== '') expect(message + hint).not.toContain(token.trim())
    },
  )

  test('is in none of the lines of a run that goes well', async () => {
    bench.tagAt()
    const connection = bench.connection({ tag: TAG, sha: COMMIT })
    await preflight(connection)
    await ensureAssets(connection, await findOrCreateRelease(connection), [await bench.file('a.zip')])
    expect(bench.log.lines.length).toBeGreaterThan(8)
    expect(bench.log.lines.join('\n')).not.toContain(TOKEN)
  })
})

describe('case 50: redirects, as after a renaming', () => {
  const moved = (status: number, location: string): Fault => ({
    word: String(status),
    act: ({ answer }) => answer({ status, raw: '', headers: { location } }),
  })

  test.each([301, 302, 307, 308])('%i to a GET is followed', async (status) => {
    const { stored } = bench.draft()
    const path = `${bench.server.url}/repos/soulwing/psycopg2-lambda/releases/${stored.id}`
    bench.server.meets('get-release', moved(status, path))
    expect(await findOrCreateRelease(bench.connection({ releaseId: stored.id }))).toMatchObject({
      id: stored.id,
    })
    expect(bench.server.trace).toEqual([`get-release ${status}`, 'get-release 200'])
  })

  test('the token is not taken along to another host', async () => {
    const seen: unknown[] = []
    const other = createServer((request, response) => {
      seen.push(request.headers.authorization)
      response.end('the bytes')
    })
    const { stored, release } = bench.draft()
    const { repository } = bench.server
    repository.addAsset(stored, {
      name: 'a.zip',
      bytes: Buffer.from('the bytes'),
      digestAt: Number.POSITIVE_INFINITY,
    })
    bench.server.meets('get-release-asset', moved(302, `http://127.0.0.1:${await listen(other)}/a.zip`))
    const file = await bench.file('a.zip', 'the bytes')
    expect(await ensureAssets(bench.connection(), release, [file])).toMatchObject([
      { digest: `sha256:${sha256('the bytes')}` },
    ])
    expect(seen).toEqual([undefined])
  })

  test.each([301, 307, 308])('%i to a POST fails, with the line to change', async (status) => {
    bench.tagAt()
    bench.server.meets('create-release', moved(status, 'https://api.github.com/repositories/1/releases'))
    const error = await failureOf(findOrCreateRelease(bench.connection({ tag: TAG, sha: COMMIT })))
    expect(error.message).toContain('redirects to https://api.github.com/repositories/1/releases')
    expect(error.hint).toMatch(/renamed or moved.*repository: OWNER\/NAME/)
    expect(bench.server.count('create-release')).toBe(1)
    expect(bench.server.repository.releases.size).toBe(0)
  })

  test('an upload is not sent twice either', async () => {
    const { release } = bench.draft()
    bench.server.meets('upload-release-asset', moved(307, `${bench.server.uploads}/elsewhere`))
    const error = await failureOf(ensureAssets(bench.connection(), release, [await bench.file('a.zip')]))
    expect(error.hint).toContain('repository: OWNER/NAME')
    expect(bench.server.count('upload-release-asset')).toBe(1)
  })

  test('it is found out before the build', async () => {
    bench.server.meets('generate-release-notes', moved(307, '/elsewhere'))
    const error = await failureOf(preflight(bench.connection({ tag: TAG, sha: COMMIT })))
    expect(error.hint).toContain('repository: OWNER/NAME')
    expect(bench.server.requests).toHaveLength(1)
  })
})

test('long words of the server are cut', async () => {
  const { release } = bench.draft()
  bench.server.meets('upload-release-asset', refuses(422, `${'word '.repeat(100)}end`))
  const { message } = await failureOf(ensureAssets(bench.connection(), release, [await bench.file('a.zip')]))
  expect(message).toMatch(/(word )+.*…$/)
  expect(message.length).toBeLessThan(500)
})

describe('a server that is none', () => {
  test.each<[string, Fault, string]>([
    ['HTML', says(200, '<html><title>Sign in</title></html>'), 'an HTML page'],
    ['nothing', says(200, ''), 'nothing at all'],
    ['other JSON', says(200, '{"hello": 1}', 'application/json'), 'other JSON'],
    ['an answer that never comes', hangs, 'no answer within'],
  ])('%s: one clear error after the last attempt, nothing changed', async (_, fault, words) => {
    const { release } = bench.draft()
    bench.server.meets('list-release-assets', ...Array(3).fill(fault))
    const connection = bench.connection({}, { attempts: 3, requestTimeout: fault === hangs ? 100 : 15_000 })
    const error = await failureOf(ensureAssets(connection, release, [await bench.file('a.zip')]))
    const times = fault === hangs ? 2 : 3
    expect(error.message).toContain(`listing the assets failed ${times} times`)
    expect(error.message).toContain(words)
    expect(bench.server.requests.map(({ method }) => method)).toEqual(Array(times).fill('GET'))
  })

  test('nobody listens there', async () => {
    const gone = createServer()
    const apiUrl = `http://127.0.0.1:${await listen(gone)}`
    await new Promise((resolve) => gone.close(resolve))
    const connection = bench.connection({ apiUrl, releaseId: 1 }, { attempts: 2 })
    const error = await failureOf(findOrCreateRelease(connection))
    expect(error).toBeInstanceOf(BuildError)
    expect(error.message).toMatch(/reading the release 1 failed 2 times.*ECONNREFUSED/)
  })
})
