import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as client from '@actions/cache'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openGitHubCache } from '../../src/cache/github-cache.js'
import { pack } from '../../src/cache/parcel.js'
import { type CacheService, startCacheService } from '../../stand-ins/github-cache.js'
import { CONTENT, cacheOf, enter, hashOf, KEY, runJob } from './jobs.js'

let service: CacheService

beforeEach(async () => {
  service = await startCacheService()
  const runner = mkdtempSync(join(tmpdir(), 'runner-'))
  vi.stubEnv('RUNNER_TEMP', runner)
  vi.stubEnv('GITHUB_WORKSPACE', mkdtempSync(join(tmpdir(), 'workspace-')))
})

afterEach(async () => {
  await service.close()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

/** A parcel of one file with this text, whoever made it. */
async function parcelOf(text: string): Promise<Buffer> {
  const directory = mkdtempSync(join(tmpdir(), 'parcel-'))
  mkdirSync(join(directory, 'openssl', 'lib'), { recursive: true })
  writeFileSync(join(directory, 'openssl', 'lib', 'libssl.a'), text)
  return Buffer.from(await pack(directory))
}

test('what one job compiled another gets, and has it from then on', async () => {
  const first = await runJob(service)
  expect(first).toMatchObject({ compiled: true, cached: false, contentHash: CONTENT, warnings: [] })
  const tools = mkdtempSync(join(tmpdir(), 'tools-'))
  const second = await runJob(service, { run: '2', tools })
  expect(second).toMatchObject({ compiled: false, cached: true, contentHash: CONTENT, warnings: [] })
  expect(readFileSync(join(second.directory, 'openssl/lib/libssl.a'), 'utf8')).toBe('archive')
  service.calls = []
  const third = await runJob(service, { run: '3', tools })
  expect(third).toMatchObject({ compiled: false, cached: true, contentHash: CONTENT, warnings: [] })
  expect(third.directory).toContain(tools)
  expect(service.calls).toEqual([])
})

test('of the jobs of a matrix one saves, and nobody warns', async () => {
  await runJob(service)
  const [entry] = service.entries.splice(0)
  expect(await runJob(service)).toMatchObject({ compiled: true })
  Object.assign(service.entries[0] ?? {}, { finalized: false })
  expect(await runJob(service)).toMatchObject({ compiled: true, warnings: [] })
  expect(service.entries.map(({ key }) => key)).toEqual([entry?.key])
})

test('jobs that come at once do not disturb each other', async () => {
  const cache = cacheOf(service)
  const parcel = await parcelOf('archive')
  const keys = ['1', '2', '3']
  await Promise.all(keys.map((key) => cache.save(key, CONTENT, Buffer.concat([parcel, Buffer.from(key)]))))
  const found = await Promise.all(keys.map((key) => cache.restore(key, [])))
  expect(found.map((bytes) => bytes?.at(-1))).toEqual(keys.map((key) => key.charCodeAt(0)))
  expect(process.env).not.toHaveProperty('TAR_OPTIONS')
})

test.each<[string, (parcel: Buffer) => Buffer, RegExp]>([
  ['cut short', (parcel) => parcel.subarray(0, -1), /libssl\.a is cut short/],
  [
    'changed',
    (parcel) => Buffer.from(parcel.toString().replace('archive', 'evihcra')),
    /libssl\.a was changed/,
  ],
  ['longer', (parcel) => Buffer.concat([parcel, Buffer.from('more')]), /4 bytes were added/],
  [
    'with a path out of it',
    (parcel) => Buffer.from(parcel.toString().replace('openssl', '/../ssl')),
    /is not the path/,
  ],
])(
  'an entry that is %s is compiled anew, and the next run gets what replaces it',
  async (_, damage, what) => {
    await cacheOf(service).save(KEY, CONTENT, damage(await parcelOf('archive')))
    const second = await runJob(service, { run: '2' })
    expect(second).toMatchObject({ compiled: true, contentHash: CONTENT })
    expect(second.warnings).toEqual([expect.stringMatching(what)])
    expect(await runJob(service, { run: '3' })).toMatchObject({ compiled: false, cached: true, warnings: [] })
  },
)

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['overwritten', (bytes) => Buffer.alloc(bytes.length, 'x')],
])('an archive that is %s is compiled anew', async (_, damage) => {
  await runJob(service)
  for (const entry of service.entries) entry.bytes = damage(entry.bytes)
  const second = await runJob(service, { run: '2' })
  expect(second).toMatchObject({ compiled: true })
  expect(second.warnings).toEqual([expect.stringMatching(/^::warning::Failed to restore/)])
})

test('an archive with absolute paths, dots and links writes nothing, wherever it says', async () => {
  await runJob(service)
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  const made = join(outside, 'archive', 'x')
  mkdirSync(made, { recursive: true })
  writeFileSync(join(outside, 'planted'), 'poison')
  symlinkSync('/etc', join(made, 'link'))
  const zstd = spawnSync('zstd', ['--version']).error === undefined
  const archive = join(outside, 'archive.tar')
  const compression = zstd ? ['--use-compress-program', 'zstdmt'] : ['-z']
  const members = ['link', join(outside, 'planted'), '../../planted']
  execFileSync('tar', ['-cPf', archive, ...compression, '-C', made, ...members])
  execFileSync('rm', ['-r', join(outside, 'planted'), made])
  for (const entry of service.entries) entry.bytes = readFileSync(archive)
  const done = await runJob(service, { run: '2' })
  expect(done).toMatchObject({
    compiled: true,
    warnings: [expect.stringMatching(/list of files cannot be read/)],
  })
  expect(existsSync(join(outside, 'planted'))).toBe(false)
  expect(existsSync(join(process.env.GITHUB_WORKSPACE ?? '', 'link'))).toBe(false)
})

test('a tar that is not GNU tar is never let near an archive', async () => {
  await runJob(service)
  const directory = mkdtempSync(join(tmpdir(), 'bin-'))
  const tried = join(directory, 'tried')
  const script = `#!/bin/sh\n[ "$1" = --version ] && echo "bsdtar 3" || : >${tried}\n`
  writeFileSync(join(directory, 'tar'), script, { mode: 0o755 })
  vi.stubEnv('PATH', `${directory}:${process.env.PATH}`)
  await expect(cacheOf(service).restore(KEY, [])).rejects.toThrow(/GNU tar/)
  expect(existsSync(tried)).toBe(false)
})

describe('a service that', () => {
  test('is down costs time, and one warning says why', async () => {
    // The toolkit waits half a minute in all before it gives up.
    const real = setTimeout
    vi.stubGlobal('setTimeout', (work: () => void, ms: number, ...rest: []) => real(work, ms / 50, ...rest))
    service.failing = 503
    const done = await runJob(service)
    expect(done).toMatchObject({ compiled: true, warnings: [expect.stringMatching(/503.*try again later/)] })
  })

  test('refuses costs time, and one warning says why', async () => {
    service.failing = 403
    const done = await runJob(service)
    expect(done).toMatchObject({ compiled: true, warnings: [expect.stringMatching(/403/)] })
  })

  test('does not answer at all costs time, and one warning says why', async () => {
    await service.close()
    const done = await runJob(service)
    expect(done).toMatchObject({ compiled: true, warnings: [expect.stringMatching(/ECONNREFUSED/)] })
  })

  test.each(['ACTIONS_RESULTS_URL', 'RUNNER_TEMP'])('is not offered (no %s) is not used', (name) => {
    enter(service, {})
    vi.stubEnv(name, '')
    expect(openGitHubCache(client, process.env, 'x')).toBeUndefined()
  })
})

describe('for a release', () => {
  const release = { run: '2', scope: 'refs/tags/1', forRelease: true }
  const poison = async () => {
    const cache = cacheOf(service, { run: '1' })
    await cache.save(KEY, CONTENT, await parcelOf('poison'))
    service.calls = []
  }

  test('an entry of the default branch is not even asked for; what is compiled is saved for this tag alone', async () => {
    await poison()
    expect(await runJob(service, release)).toMatchObject({
      compiled: true,
      contentHash: CONTENT,
      warnings: [],
    })
    expect(service.calls).not.toContain('GetCacheEntryDownloadURL')
    expect(service.entries.map(({ scope }) => scope)).toEqual(['main', 'refs/tags/1'])
    expect(await runJob(service, { run: '3' })).toMatchObject({ contentHash: hashOf('poison') })
  })

  test('with the hash of another job of the run its entry is taken, whatever the default branch has', async () => {
    await poison()
    await runJob(service, release)
    const matrix = await runJob(service, { ...release, accepted: ['0'.repeat(64), CONTENT] })
    expect(matrix).toMatchObject({ compiled: false, cached: true, contentHash: CONTENT, warnings: [] })
  })

  test('an entry with another content than its name and the list say is refused', async () => {
    await poison()
    const done = await runJob(service, { ...release, accepted: [CONTENT] })
    expect(done).toMatchObject({ compiled: true, contentHash: CONTENT })
    expect(done.warnings).toEqual([
      expect.stringMatching(`content hash is ${hashOf('poison')}, which dependencies-sha256 does not list`),
    ])
  })

  test('what a run of a branch left on this machine is not taken either', async () => {
    await poison()
    const tools = mkdtempSync(join(tmpdir(), 'tools-'))
    expect(await runJob(service, { tools })).toMatchObject({ contentHash: hashOf('poison') })
    expect(await runJob(service, { ...release, tools })).toMatchObject({
      compiled: true,
      contentHash: CONTENT,
    })
  })
})

test('a list holds for a branch and for this machine, too', async () => {
  const tools = mkdtempSync(join(tmpdir(), 'tools-'))
  await runJob(service, { gives: 'other', tools })
  const done = await runJob(service, { run: '2', accepted: [CONTENT], tools })
  expect(done).toMatchObject({ compiled: true, contentHash: CONTENT })
  expect(done.warnings).toEqual([expect.stringMatching(/kept in .* are not used; compiling anew/)])
})

test('what was compiled with another hash than those listed is used, with a warning that says what it means', async () => {
  const done = await runJob(service, { gives: 'other', accepted: [CONTENT] })
  expect(done).toMatchObject({ compiled: true, contentHash: hashOf('other') })
  expect(done.warnings).toEqual([
    expect.stringMatching(`${hashOf('other')}.*the compiler or image here differs`),
  ])
})

test('a list too long for the service to be asked for is still held to', async () => {
  await runJob(service)
  const others = Array.from({ length: 12 }, (_, at) => at.toString(16).repeat(64))
  expect(await runJob(service, { run: '2', accepted: [...others, CONTENT] })).toMatchObject({ cached: true })
  expect(await runJob(service, { run: '3', accepted: others })).toMatchObject({ compiled: true })
})
