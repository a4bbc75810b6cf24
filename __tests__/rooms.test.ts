import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => join(src, name))
  .filter((path) => path.endsWith('.ts') && statSync(path).isFile())
const roomOf = (path: string) => relative(src, path).split('/')[0] ?? ''

/** Which rooms each room imports from. */
const uses = new Map<string, Set<string>>()
for (const path of files) {
  const room = roomOf(path)
  const used = uses.get(room) ?? new Set()
  uses.set(room, used)
  for (const [, spec = ''] of readFileSync(path, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const other = roomOf(join(path, '..', spec))
    if (other !== room) used.add(other)
  }
}

test('no room imports, by whatever way, from one that imports from it', () => {
  const reach = (room: string, seen = new Set<string>()): Set<string> => {
    for (const next of uses.get(room) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      reach(next, seen)
    }
    return seen
  }
  expect([...uses.keys()].filter((room) => reach(room).has(room))).toEqual([])
})

test.each([
  ['audit', ['catalog', 'report']],
  ['sources', ['catalog', 'network', 'report']],
  ['package', ['catalog', 'report']],
  ['release', ['network', 'report']],
  ['network', ['report']],
  ['machine', ['report']],
  ['catalog', ['report']],
  ['report', []],
])('%s knows nothing of the others but %j', (room, known) => {
  expect([...(uses.get(room) ?? [])].filter((other) => !known.includes(other))).toEqual([])
})

test("GitHub's cache is known to the action alone: no other bundle carries its client", () => {
  const importers = (spec: RegExp) =>
    files.filter((path) => spec.test(readFileSync(path, 'utf8'))).map((path) => relative(src, path))
  expect(importers(/from '@actions\/cache'/)).toEqual(['cache/github-cache.ts'])
  expect(importers(/from '.*\/github-cache\.js'/)).toEqual(['entries/build-action.ts'])
})

test('no file is longer than 250 lines', () => {
  const long = files.filter((path) => readFileSync(path, 'utf8').split('\n').length > 251)
  expect(long).toEqual([])
})
