import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { contentHash } from '../../src/cache/file-list.js'
import { findInToolCache, keepInToolCache } from '../../src/cache/tool-cache.js'
import { sha256 } from '../../src/package/checksums.js'
import type { Log } from '../../src/report/log.js'
import { collectingLog } from '../report/collecting-log.js'

const KEY = 'k'.repeat(64)
const request = { key: KEY, architecture: 'x86_64', accepted: [] } as const
let compiled: string

beforeEach(() => {
  vi.stubEnv('RUNNER_TOOL_CACHE', mkdtempSync(join(tmpdir(), 'tools-')))
  vi.stubEnv('RUNNER_TEMP', tmpdir())
  compiled = mkdtempSync(join(tmpdir(), 'compiled-'))
  mkdirSync(join(compiled, 'openssl', 'lib'), { recursive: true })
  writeFileSync(join(compiled, 'openssl', 'lib', 'libssl.a'), 'archive')
})

test('what is kept is found under its key and architecture, and only there', async () => {
  const { log } = collectingLog()
  const kept = await keepAndFind(log)
  expect(kept).not.toBe(compiled)
  expect(await findInToolCache('elsewhere', { ...request, log })).toBeUndefined()
  expect(readFileSync(join(kept, 'openssl', 'lib', 'libssl.a'), 'utf8')).toBe('archive')
  expect(await findInToolCache('here', { ...request, architecture: 'arm64', log })).toBeUndefined()
  expect(await findInToolCache('here', { ...request, key: 'x'.repeat(64), log })).toBeUndefined()
})

/** Keeps what was compiled, and gives where. */
async function keepAndFind(log: Log): Promise<string> {
  await keepInToolCache('here', compiled, { ...request, log })
  return (await findInToolCache('here', { ...request, log }))?.directory ?? expect.fail('it was not kept')
}

const libssl = (kept: string) => join(kept, 'openssl', 'lib', 'libssl.a')

test.each<[string, (kept: string) => void, RegExp]>([
  ['changed', (kept) => writeFileSync(libssl(kept), 'poison'), /libssl\.a was changed/],
  ['missing a file', (kept) => rmSync(libssl(kept)), /libssl\.a is missing/],
  ['richer by a file', (kept) => writeFileSync(`${libssl(kept)}x`, ''), /libssl\.ax was added/],
  ['with a link in it', (kept) => symlinkSync(libssl(kept), `${kept}/link`), /link is a symbolic link/],
  ['without its sums', (kept) => rmSync(join(kept, 'file-list.json')), /file-list\.json/],
  ['with other sums', (kept) => writeFileSync(join(kept, 'file-list.json'), '{}'), /not a list of paths/],
])('an entry that is %s is not used, and a warning says so', async (_, damage, what) => {
  const { log, lines } = collectingLog()
  damage(await keepAndFind(log))
  expect(await findInToolCache('here', { ...request, log })).toBeUndefined()
  expect(lines).toEqual([expect.stringMatching(/compiling anew/)])
  expect(lines.join()).toMatch(what)
})

test('an entry whose content hash is not listed is not used, and a warning says so', async () => {
  const { log, lines } = collectingLog()
  await keepInToolCache('here', compiled, { ...request, log })
  const hash = contentHash([['openssl/lib/libssl.a', sha256(Buffer.from('archive'))]])
  expect(await findInToolCache('here', { ...request, accepted: ['0'.repeat(64), hash], log })).toMatchObject({
    contentHash: hash,
  })
  expect(await findInToolCache('here', { ...request, accepted: ['0'.repeat(64)], log })).toBeUndefined()
  expect(lines).toEqual([
    expect.stringMatching(`content hash is ${hash}, which dependencies-sha256 does not`),
  ])
})

test('a tool cache that cannot be written costs the next run time, and nothing else', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tools-')), 'file')
  writeFileSync(file, '')
  vi.stubEnv('RUNNER_TOOL_CACHE', file)
  const { log, lines } = collectingLog()
  await keepInToolCache('here', compiled, { ...request, log })
  expect(lines.join()).toMatch(/could not be kept/)
})
