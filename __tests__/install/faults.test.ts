import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import type { InstallRequest } from '../../src/jobs/install-job.js'
import { install } from '../../src/jobs/install-job.js'
import {
  type Answer,
  broken,
  chunked,
  collect,
  fast,
  type Served,
  send,
  serve,
  status,
} from '../sources/setup.js'
import {
  ASSET,
  answersOf,
  EVIL,
  FILES,
  json,
  LATEST,
  MANIFEST,
  manifestOf,
  NAMES,
  PYTHON,
  packageDirectory,
  requestOf,
  snapshot,
  sumOf,
  UNLOADABLE,
  ZIP,
} from './released.js'

const open: Served[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

type Answers = Record<string, Answer | Answer[]>

async function served(answers: Answers): Promise<Served> {
  const server = await serve({ ...answersOf(), ...answers })
  open.push(server)
  return server
}

const zip = FILES[ZIP] ?? expect.fail('no zip')
const good = send(json(manifestOf()))
const html = Buffer.from('<!DOCTYPE html><title>Sign in</title>')
const later =
  (seconds: number): Answer =>
  (_, response) => {
    response
      .writeHead(429, {
        'retry-after': new Date(Date.now() + 3_600_000 + seconds * 1000).toUTCString(),
        date: new Date(Date.now() + 3_600_000).toUTCString(),
      })
      .end()
  }
const withArtefact = (change: object) =>
  send(json({ ...manifestOf(), artifacts: manifestOf().artifacts.map((one) => ({ ...one, ...change })) }))
const replacing = (bytes: Buffer): Answers => ({
  [LATEST]: send(json(manifestOf({}, { [ZIP]: bytes }))),
  [ASSET]: send(bytes),
})

const PASSING: [title: string, answers: Answers, change?: Partial<InstallRequest>][] = [
  [
    'one connection that is reset before the manifest',
    { [LATEST]: [(request) => request.socket.resetAndDestroy(), good] },
  ],
  ['a manifest that breaks off once', { [LATEST]: [broken(json(manifestOf()), 40, 'close'), good] }],
  ['a zip that is reset half-way once', { [ASSET]: [broken(zip, 500, 'reset'), send(zip)] }],
  [
    'a zip that is closed half-way twice',
    { [ASSET]: [broken(zip, 9, 'close'), broken(zip, 99, 'close'), send(zip)] },
  ],
  ['a zip without a length announced', { [ASSET]: chunked(zip) }],
  ['a server that is busy twice', { [LATEST]: [status(503), status(502), good] }],
  ['a server that asks to wait for a second', { [ASSET]: [status(429, { 'retry-after': '1' }), send(zip)] }],
  ['a rate limit that does not say until when', { [LATEST]: [status(429), good] }],
  ['a date to wait for by a clock an hour ahead', { [LATEST]: [later(5), good] }],
  ['a redirect, as GitHub gives for the latest', { [LATEST]: status(302, { location: MANIFEST }) }],
  ['a timeout once', { [ASSET]: [status(504), send(zip)] }],
  [
    'a release that is replaced between manifest and zip',
    {
      [LATEST]: [send(json(manifestOf({}, { [ZIP]: Buffer.from('the old one') }))), good],
    },
  ],
  [
    'a zip that is uploaded anew between manifest and zip',
    {
      [LATEST]: [send(json(manifestOf({}, { [ZIP]: Buffer.from('old') }))), good],
      [ASSET]: [status(404), send(zip)],
    },
  ],
  ['a repository named in other letters', {}, { repository: 'Octo/Psycopg2'.toLowerCase() }],
]

const FAILING: [title: string, answers: Answers, message: RegExp, change?: Partial<InstallRequest>][] = [
  [
    'no release at all',
    { [LATEST]: status(404) },
    /the latest release of octo\/psycopg2 has no manifest\.json/,
  ],
  ['no such tag', {}, /the release 1\.2-3 has no manifest\.json/, { version: '1.2-3' }],
  ['a release that was removed', { [LATEST]: status(410) }, /has no manifest\.json/],
  ['a private repository', { [LATEST]: status(401) }, /HTTP 401/],
  ['a firewall', { [LATEST]: status(403) }, /manifest\.json cannot be had: HTTP 403/],
  [
    'connections that are always reset',
    { [LATEST]: (request) => request.socket.resetAndDestroy() },
    /tried \d times/,
  ],
  [
    'a manifest that always breaks off',
    { [LATEST]: broken(json(manifestOf()), 40, 'close') },
    /cannot be had/,
  ],
  ['a zip that always breaks off', { [ASSET]: broken(zip, 500, 'reset') }, /cannot be had/],
  ['a server that is always busy', { [LATEST]: status(503) }, /HTTP 503.*tried/],
  ['a server that cannot', { [LATEST]: status(501) }, /HTTP 501/],
  ['a limit of an hour', { [LATEST]: status(429, { 'retry-after': '3600' }) }, /asks to wait for 60 min/],
  ['limits without end', { [LATEST]: status(429, { 'retry-after': '20' }) }, /asks to wait/],
  [
    'a limit of an hour on the zip',
    { [ASSET]: status(503, { 'retry-after': '3600' }) },
    /asks to wait for 60 min/,
  ],
  ['a loop of redirects', { [LATEST]: status(302, { location: LATEST }) }, /more than 10 redirects/],
  ['a redirect to a file', { [LATEST]: status(302, { location: 'file:///etc/passwd' }) }, /not followed/],
  ['a redirect to nowhere', { [LATEST]: status(302, { location: 'http://[' }) }, /not an address/],
  [
    'a redirect to a host that is not there',
    { [ASSET]: status(302, { location: 'http://nowhere.invalid/a' }) },
    /cannot be had/,
  ],
  [
    'a web page for the manifest',
    { [LATEST]: send(html, { 'content-type': 'text/html' }) },
    /it is a web page/,
  ],
  ['a web page that does not say so', { [LATEST]: send(html) }, /it is a web page/],
  ['half a manifest', { [LATEST]: chunked(json(manifestOf()).subarray(0, 90)) }, /is not a manifest: /],
  ['an empty manifest', { [LATEST]: send(Buffer.from('')) }, /is not a manifest/],
  ['a manifest of another shape', { [LATEST]: send(json([])) }, /is not a manifest that can be read/],
  [
    'a manifest that was compressed on the way',
    { [LATEST]: send(gzipSync(json(manifestOf()))) },
    /compressed with gzip, which nobody asked for/,
  ],
  [
    'a release with two that would do',
    {
      [LATEST]: send(json(manifestOf({ artifacts: [...manifestOf().artifacts, ...manifestOf().artifacts] }))),
    },
    /has several for Python 3\.13 on \w+: psycopg2\.9\.13.*, psycopg2\.9\.13/,
  ],
  ['a manifest of a later schema', { [LATEST]: send(json({ ...manifestOf(), schema: 2 })) }, /: schema: /],
  ['a manifest without sums', { [LATEST]: withArtefact({ sha256: '' }) }, /sha256/],
  ['a manifest without end', { [LATEST]: send(Buffer.alloc(8_000_001)) }, /more than the 8000000 bytes/],
  [
    'a manifest of another repository',
    { [LATEST]: send(json(manifestOf({ repository: 'evil/psycopg2' }))) },
    /manifest of evil\/psycopg2/,
  ],
  [
    'a manifest of another tag',
    { [MANIFEST]: send(json(manifestOf({ tag: '2.9.10-1' }))) },
    /of the release 2\.9\.10-1, not of 2\.9\.13-2/,
    { version: '2.9.13-2' },
  ],
  ['a Python that the release does not have', {}, /nothing for Python 3\.12/, { python: '3.12' }],
  [
    'a form that the release does not have',
    { [LATEST]: withArtefact({ layer: undefined }) },
    /has no layer/,
    { format: 'layer' },
  ],
  [
    'a release with nothing in it',
    { [LATEST]: send(json(manifestOf({ artifacts: [] }))) },
    /nothing for Python 3\.13/,
  ],
  [
    'a version that no release is of',
    {},
    /no release of octo\/psycopg2 is one of psycopg2 2\.9\.7/,
    { version: '2.9.7' },
  ],
  [
    'a name that leads out of the directory',
    { [LATEST]: withArtefact({ name: '../evil.zip' }) },
    /is not a name/,
  ],
  ['a zip that is not there', { [ASSET]: status(404) }, /is not there, though the manifest names it/],
  ['a zip with another sum', { [ASSET]: send(Buffer.alloc(zip.length)) }, /with the SHA-256 \w+, not the/],
  ['a zip that is too short', { [ASSET]: chunked(zip.subarray(1)) }, /not the \d+ bytes/],
  ['a zip that is too long', { [ASSET]: send(Buffer.concat([zip, zip])) }, /more than the \d+ bytes/],
  ['a web page for the zip', { [ASSET]: send(html, { 'content-type': 'text/html' }) }, /is a web page/],
  ['another sum than asked for', {}, /^sha256: .* not 0{64}/, { sha256: '0'.repeat(64) }],
  ['a zip that Lambda does not load', replacing(UNLOADABLE), /would not load it/],
  ['a zip that is none', replacing(Buffer.from('no zip at all')), /not a zip/],
  ['a zip that leads out of the directory', replacing(EVIL.escaping), /escape|not load|leads/],
  ['a damaged zip', replacing(Buffer.concat([zip.subarray(0, 300), zip.subarray(400)])), /damaged|not a zip/],
  [
    'a pinned release that was changed',
    {},
    /has the SHA-256 \w+, not 1{64}/,
    {
      pin: {
        repository: 'octo/psycopg2',
        tag: '2.9.13-2',
        manifest: { url: 'http://x.invalid/manifest.json', sha256: '1'.repeat(64) },
      },
    },
  ],
]

async function run(answers: Answers, change: Partial<InstallRequest> = {}) {
  const server = await served(answers)
  const path = packageDirectory()
  const { pin } = change
  const pinned = pin && { ...pin, manifest: { ...pin.manifest, url: `${server.url}${MANIFEST}` } }
  const request = requestOf(server.url, path, { ...change, pin: pinned })
  const before = snapshot(path)
  return { path, before, server, outcome: install(request, collect(), fast()) }
}

describe('an install survives', () => {
  test.each(PASSING)('%s', async (_title, answers, change) => {
    const { outcome, path, before } = await run(answers, change)
    expect((await outcome).sha256).toBe(sumOf(zip))
    expect(snapshot(path)).toMatchObject(before)
    expect(Object.keys(snapshot(path)).filter((name) => !name.includes('/'))).toEqual(['other', ...NAMES])
  })
})

describe('an install changes nothing for', () => {
  test.each(FAILING)('%s', async (_title, answers, message, change) => {
    const { outcome, path, before } = await run(answers, change)
    await expect(outcome).rejects.toThrow(message)
    expect(snapshot(path)).toEqual(before)
  })
})

test('what a release lacks is said with what it has', async () => {
  const { outcome } = await run({}, { python: '3.12' })
  await expect(outcome).rejects.toMatchObject({ hint: expect.stringMatching(new RegExp(`has: ${PYTHON} `)) })
})

test('a version that this Python does not have is said', async () => {
  const server = await served({
    [LATEST]: withArtefact({ versions: { psycopg2: '2.9.12', postgresql: '18.6', openssl: '3.5.7' } }),
  })
  const log = collect()
  await install(requestOf(server.url, packageDirectory(), { version: '2.9.13' }), log, fast())
  expect(log.of('warning')).toBe('the release 2.9.13-2 has psycopg2 2.9.12 for Python 3.13, not 2.9.13')
})

test('waits as a server’s own clock means it', async () => {
  const server = await served({ [LATEST]: [later(5), good] })
  const time = fast()
  await install(requestOf(server.url, packageDirectory()), collect(), time)
  expect(time.waits).toHaveLength(1)
  expect(time.waits[0]).toBeLessThan(8000)
})
