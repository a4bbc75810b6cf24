import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { PIN_FILE, pinText, readPin } from '../../src/install/pin.js'
import { type PutPackage, putPackage } from '../../src/install/put.js'
import { recover, swap } from '../../src/install/swap.js'
import { install, installedLine } from '../../src/jobs/install-job.js'
import { systemClock } from '../../src/network/clock.js'
import { readZip } from '../../src/package/unzip.js'
import { blocksIn } from '../docs.js'
import { type Answer, collect, fast, type Served, send, serve, status } from '../sources/setup.js'
import * as it from './released.js'

const open: Served[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function served(answers: Parameters<typeof serve>[0] = it.answersOf()): Promise<Served> {
  const server = await serve(answers)
  open.push(server)
  return server
}

const zip = it.FILES[it.ZIP] ?? expect.fail('no zip')
const put = (path: string, more: Partial<PutPackage> = {}) =>
  putPackage({
    ...{ name: it.ZIP, entries: readZip(zip, it.ZIP), path, clock: systemClock, log: collect() },
    ...more,
  })
const topOf = (path: string) => Object.keys(it.snapshot(path)).filter((name) => !name.includes('/'))

const OLD = {
  'other/__init__.py': 'other',
  'psycopg2/__init__.py': 'old',
  'psycopg2/left_over.py': 'old',
  'psycopg2.libs/libpq.so': 'old',
  'psycopg2_binary.libs/libpq.so': 'old',
  'psycopg2_binary-2.9.10.dist-info/RECORD': 'old',
  'psycopg2-2.9.9.dist-info/RECORD': 'old',
  'psycopg2_pool/__init__.py': 'another package',
}

describe('into a package', () => {
  test('an older psycopg2 and psycopg2_binary make room, and nothing else does', async () => {
    const path = it.packageDirectory(OLD)
    const { replaced, files } = await put(path)
    expect(topOf(path).sort()).toEqual(['other', ...it.NAMES, 'psycopg2_pool'].sort())
    expect(replaced).toEqual([
      'psycopg2',
      'psycopg2-2.9.9.dist-info',
      'psycopg2.libs',
      'psycopg2_binary-2.9.10.dist-info',
      'psycopg2_binary.libs',
    ])
    expect(existsSync(join(path, 'psycopg2/left_over.py'))).toBe(false)
    expect(files.every((file) => existsSync(file))).toBe(true)
  })

  test('whoever packs, everybody may read it', async () => {
    const path = it.packageDirectory()
    const umask = process.umask(0o077)
    try {
      await put(path)
      expect(process.umask()).toBe(0o077)
    } finally {
      process.umask(umask)
    }
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      const open = entry.isDirectory() || entry.name.endsWith('.so')
      const at = join(entry.parentPath, entry.name)
      if (!at.includes('/other')) expect(statSync(at).mode & 0o777, at).toBe(open ? 0o755 : 0o644)
    }
  })

  test('a second install changes nothing, and several at once leave one whole', async () => {
    const path = it.packageDirectory(OLD)
    await put(path)
    const once = it.snapshot(path)
    await Promise.all([put(path), put(path), put(path)])
    expect(it.snapshot(path)).toEqual(once)
  })

  test('where the last name cannot be put in place, all before it are undone', () => {
    const path = it.packageDirectory(OLD)
    const staging = join(path, '.psycopg2-lambda-test.tmp')
    mkdirSync(join(staging, 'new', 'psycopg2'), { recursive: true })
    const before = it.snapshot(path)
    const layout = { sites: [''], names: ['psycopg2', 'psycopg2-2.9.13.dist-info'] }
    expect(() => swap(path, staging, layout)).toThrow(/ENOENT/)
    expect(it.snapshot(path)).toEqual(before)
  })

  test('what an install that was killed half-way had moved away comes back', () => {
    const path = it.packageDirectory(OLD)
    const before = it.snapshot(path)
    const staging = join(path, '.psycopg2-lambda-test.tmp')
    mkdirSync(join(staging, 'new', 'psycopg2'), { recursive: true })
    mkdirSync(join(staging, 'old'))
    for (const name of ['psycopg2', 'psycopg2_binary.libs'])
      renameSync(join(path, name), join(staging, 'old', name))
    recover(path, staging)
    expect(it.snapshot(path)).toEqual(before)
  })

  test('a lock whose owner is gone does not stop the next', async () => {
    const path = it.packageDirectory()
    writeFileSync(
      join(path, '.psycopg2-lambda.lock'),
      JSON.stringify({ host: hostname(), pid: 999_999_999, id: '' }),
    )
    await put(path)
    expect(topOf(path)).toEqual(['other', ...it.NAMES])
  })

  test('who waits for another install is told, and not for ever', async () => {
    const path = it.packageDirectory()
    const lock = join(path, '.psycopg2-lambda.lock')
    writeFileSync(lock, JSON.stringify({ host: hostname(), pid: process.pid, id: '' }))
    let now = 0
    const clock = {
      ...systemClock,
      now: () => now,
      sleep: async () => {
        now += 500
      },
    }
    const log = collect()
    await expect(put(path, { clock, log })).rejects.toMatchObject({
      message: expect.stringMatching(/another install has been changing .* for more than a minute/),
      hint: `If none is running, remove ${lock}.`,
    })
    expect(log.of('info')).toBe(`waiting for another install into ${path}, which has ${lock}`)
    expect(topOf(path).sort()).toEqual(['.psycopg2-lambda.lock', 'other'])
  })

  test('a path that is a file is refused', async () => {
    const path = join(it.packageDirectory(), 'file')
    writeFileSync(path, 'mine')
    await expect(put(path)).rejects.toThrow(/^path: cannot write to/)
    expect(readFileSync(path, 'utf8')).toBe('mine')
  })

  test('directories that were made for a package that is not put there go again', async () => {
    const directory = it.packageDirectory()
    const path = join(directory, 'not', 'there')
    const signal = AbortSignal.abort(new Error('cancelled'))
    await expect(put(path, { signal })).rejects.toThrow('cancelled')
    expect(existsSync(join(directory, 'not'))).toBe(false)
  })

  test('a cancelled install leaves all as it was', async () => {
    const path = it.packageDirectory(OLD)
    const before = it.snapshot(path)
    const server = await served()
    const stop = new AbortController()
    const answers = { ...it.answersOf(), [it.ASSET]: () => stop.abort(new Error('cancelled')) }
    const slow = await served(answers)
    const request = it.requestOf(slow.url, path)
    await expect(install(request, collect(), { ...fast(), signal: stop.signal })).rejects.toThrow('cancelled')
    expect(it.snapshot(path)).toEqual(before)
    expect(server.requests).toEqual([])
  })
})

describe('from a release', () => {
  test('the layer keeps its place below python/, the wheel is as the zip, and extract: false unpacks nothing', async () => {
    const { url } = await served()
    const paths = [it.packageDirectory({}), it.packageDirectory({}), it.packageDirectory({})] as const
    await install(it.requestOf(url, paths[0], { format: 'layer' }), collect(), fast())
    await install(it.requestOf(url, paths[1], { format: 'wheel' }), collect(), fast())
    await install(it.requestOf(url, paths[2], { extract: false }), collect(), fast())
    expect(topOf(join(paths[0], 'python'))).toEqual(it.NAMES)
    expect(topOf(paths[1])).toEqual(it.NAMES)
    expect(it.snapshot(paths[2])).toEqual({ [it.ZIP]: it.sumOf(zip) })
  })

  test('a version means its newest build, which the newest manifest knows', async () => {
    const old = it.json(it.manifestOf())
    const earlier = ['2.9.13-1', it.TAG, '2.9.12-7'].map((tag) => {
      return { tag, url: 'https://github.com/x', sha256: it.sumOf(old) }
    })
    const newest = it.manifestOf({ tag: '2.9.14-1', earlier })
    const { url } = await served({ ...it.answersOf(), [it.LATEST]: send(it.json(newest)) })
    const installed = await install(
      it.requestOf(url, it.packageDirectory(), { version: '2.9.13' }),
      collect(),
      fast(),
    )
    expect(installed.tag).toBe(it.TAG)
    const described = readFileSync(new URL('../../docs/command-line.md', import.meta.url), 'utf8')
    for (const field of Object.keys(installed)) expect(described).toContain(`\`${field}\``)
    expect(installedLine(installed)).toMatch(
      /^psycopg2 2\.9\.13 .* for Python 3\.13 .* is now in .*: psycopg2/,
    )
  })

  test('a directory will do', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'release-'))
    writeFileSync(join(directory, 'manifest.json'), it.json(it.manifestOf()))
    writeFileSync(join(directory, it.ZIP), zip)
    const path = it.packageDirectory()
    const baseUrl = pathToFileURL(directory)
    await install(it.requestOf('http://nowhere.invalid', path, { baseUrl }), collect(), fast())
    expect(topOf(path)).toEqual(['other', ...it.NAMES])
  })

  test('what is pinned and kept needs no network', async () => {
    const server = await served()
    const cache = mkdtempSync(join(tmpdir(), 'kept-'))
    const before = process.env.RUNNER_TOOL_CACHE
    process.env.RUNNER_TOOL_CACHE = cache
    try {
      const path = it.packageDirectory()
      const pinTo = join(path, PIN_FILE)
      const request = it.requestOf(server.url, path, { cache: true })
      const first = await install({ ...request, pinTo }, collect(), fast())
      const pin = await readPin(pinTo)
      const asked = server.requests.length
      const second = await install({ ...request, pin }, collect(), fast())
      expect([first.cacheHit, second.cacheHit]).toEqual([false, true])
      expect(server.requests).toHaveLength(asked)
    } finally {
      if (before === undefined) delete process.env.RUNNER_TOOL_CACHE
      else process.env.RUNNER_TOOL_CACHE = before
    }
  })

  test('a token goes to the API and not to where that redirects', async () => {
    const storage = await served({ '/zip': send(zip), '/manifest': send(it.json(it.manifestOf())) })
    const server = await served(
      apiAnswers(
        status(302, { location: `${storage.url}/manifest` }),
        status(302, { location: `${storage.url}/zip` }),
      ),
    )
    const path = it.packageDirectory()
    await install(it.requestOf(server.url, path, { token: 'secret-token' }), collect(), fast())
    expect(topOf(path)).toEqual(['other', ...it.NAMES])
    expect(server.headers.every(({ authorization }) => authorization?.includes('secret-token'))).toBe(true)
    expect(storage.headers.map(({ authorization }) => authorization)).toEqual([undefined, undefined])
  })

  test('a cancelled install does not wait for an API that has stopped sending', async () => {
    const stop = new AbortController()
    const server = await served(
      apiAnswers(send(it.json(it.manifestOf())), (_, response) => {
        response.writeHead(200, { 'content-length': zip.length }).write(zip.subarray(0, 100))
        stop.abort(new Error('cancelled'))
      }),
    )
    const path = it.packageDirectory(OLD)
    const before = it.snapshot(path)
    const request = it.requestOf(server.url, path, { token: 'secret-token' })
    await expect(install(request, collect(), { ...fast(), signal: stop.signal })).rejects.toThrow('cancelled')
    expect(it.snapshot(path)).toEqual(before)
  })
})

/** What GitHub's API says of the release, and how it gives two of its assets. */
function apiAnswers(manifest: Answer, file: Answer): Record<string, Answer> {
  const asset = (id: number, name: string, size: number) => {
    const facts = { id, name, size, state: 'uploaded', digest: null, created_at: '2026-01-01T00:00:00Z' }
    return { ...facts, browser_download_url: `https://github.com/x/${name}` }
  }
  const release = {
    id: 7,
    tag_name: it.TAG,
    prerelease: false,
    draft: false,
    html_url: 'x',
    upload_url: 'x',
    target_commitish: 'main',
  }
  const assets = [asset(1, 'manifest.json', it.json(it.manifestOf()).length), asset(2, it.ZIP, zip.length)]
  const api = `/repos/${it.REPOSITORY}/releases`
  const json = { 'content-type': 'application/json' }
  return {
    [`${api}/latest`]: send(it.json(release), json),
    [`${api}/7/assets?per_page=100&page=1`]: send(it.json(assets), json),
    [`${api}/assets/1`]: manifest,
    [`${api}/assets/2`]: file,
  }
}

test('the documented pattern finds in a pin what Renovate needs', () => {
  const [block = ''] = blocksIn('docs/install.md', 'json')
  const [manager] = JSON.parse(block).customManagers
  const sha256 = 'a'.repeat(64)
  const url = `https://github.com/o/r/releases/download/${it.TAG}/manifest.json`
  const found = new RegExp(manager.matchStrings[0]).exec(
    pinText({ repository: 'o/r', tag: it.TAG, manifest: { url, sha256 } }),
  )
  expect(found?.groups).toEqual({ depName: 'o/r', currentValue: it.TAG, currentDigest: sha256 })
  expect(new RegExp(manager.managerFilePatterns[0].slice(1, -1)).test(`sub/${PIN_FILE}`)).toBe(true)
})
