import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { findKept, keep } from '../../src/build/dependency-cache.js'
import { collectingLog } from '../report/collecting-log.js'

const KEY = 'k'.repeat(64)
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
  const kept = await keep(compiled, KEY, 'x86_64', log)
  expect(kept).not.toBe(compiled)
  expect(await findKept(KEY, 'x86_64', log)).toBe(kept)
  expect(readFileSync(join(kept, 'openssl', 'lib', 'libssl.a'), 'utf8')).toBe('archive')
  expect(await findKept(KEY, 'arm64', log)).toBeUndefined()
  expect(await findKept('x'.repeat(64), 'x86_64', log)).toBeUndefined()
})

test.each<[string, (kept: string) => void]>([
  ['changed', (kept) => writeFileSync(join(kept, 'openssl', 'lib', 'libssl.a'), 'poison')],
  ['missing a file', (kept) => rmSync(join(kept, 'openssl', 'lib', 'libssl.a'))],
  ['richer by a file', (kept) => writeFileSync(join(kept, 'openssl', 'lib', 'libextra.a'), '')],
  ['without its sums', (kept) => rmSync(join(kept, 'manifest.json'))],
])('an entry that is %s is not used, and said so', async (_, damage) => {
  const { log, lines } = collectingLog()
  damage(await keep(compiled, KEY, 'x86_64', log))
  expect(await findKept(KEY, 'x86_64', log)).toBeUndefined()
  expect(lines.join()).toMatch(/compiling anew/)
})

test('a tool cache that cannot be written costs the next run time, and nothing else', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'tools-')), 'file')
  writeFileSync(file, '')
  vi.stubEnv('RUNNER_TOOL_CACHE', file)
  const { log, lines } = collectingLog()
  expect(await keep(compiled, KEY, 'x86_64', log)).toBe(compiled)
  expect(lines.join()).toMatch(/could not be kept/)
})
