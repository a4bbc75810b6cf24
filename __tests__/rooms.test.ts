import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * The rooms of src from the top to the bottom, each with the rooms that it may import from: only such as stand further
 * down. CONTRIBUTING.md says what each is for.
 */
const ROOMS: Record<string, string[]> = {
  entries: ['inputs', 'jobs', 'recipe', 'cache', 'report'],
  inputs: [
    'jobs',
    'install',
    'network',
    'recipe',
    'verify',
    'package',
    'sources',
    'sandbox',
    'machine',
    'release',
    'github',
    'catalog',
    'report',
  ],
  jobs: [
    'install',
    'recipe',
    'cache',
    'verify',
    'index',
    'package',
    'audit',
    'sources',
    'sandbox',
    'machine',
    'release',
    'github',
    'network',
    'catalog',
    'report',
  ],
  recipe: ['cache', 'verify', 'package', 'audit', 'sources', 'sandbox', 'machine', 'catalog', 'report'],
  cache: ['package', 'machine', 'catalog', 'report'],
  verify: ['sandbox', 'machine', 'catalog', 'report'],
  index: ['package', 'release', 'machine', 'network', 'catalog', 'report'],
  install: ['package', 'machine', 'release', 'github', 'network', 'catalog', 'report'],
  package: ['machine', 'catalog', 'report'],
  audit: ['catalog', 'report'],
  sources: ['network', 'machine', 'catalog', 'report'],
  sandbox: ['machine', 'network', 'catalog', 'report'],
  machine: ['catalog', 'report'],
  release: ['github', 'network', 'catalog', 'report'],
  github: ['network', 'report'],
  network: ['report'],
  catalog: ['report'],
  report: [],
}

const src = join(import.meta.dirname, '..', 'src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => join(src, name))
  .filter((path) => path.endsWith('.ts') && statSync(path).isFile())
const roomOf = (path: string) => relative(src, path).split('/')[0] ?? ''

/** The files of src that each file imports. */
const imports = new Map(
  files.map((path) => {
    const specs = readFileSync(path, 'utf8').matchAll(/(?:from|import\(?) ?'(\.[^']+)'/g)
    return [path, [...specs].map(([, spec = '']) => join(path, '..', spec).replace(/\.js$/, '.ts'))] as const
  }),
)

/** The rooms that the files of a room import from. */
function importsOf(room: string): string[] {
  const rooms = files.filter((path) => roomOf(path) === room).flatMap((path) => imports.get(path) ?? [])
  return [...new Set(rooms.map(roomOf))].filter((other) => other !== room)
}

/** Every file that a file leads to. */
function reachOf(path: string, seen = new Set<string>()): Set<string> {
  for (const next of imports.get(path) ?? []) {
    if (!seen.has(next)) reachOf(next, seen.add(next))
  }
  return seen
}

const contributing = readFileSync(join(src, '..', 'CONTRIBUTING.md'), 'utf8')

test('CONTRIBUTING.md shows the same rooms in the same order', () => {
  const shown = [...contributing.matchAll(/^src\/(\w+)\/ /gm)].map(([, room]) => room)
  expect(shown).toEqual(Object.keys(ROOMS))
})

test('every file that CONTRIBUTING.md names is there, from the top or below src', () => {
  const named = [...contributing.matchAll(/`([\w./-]+(?:\.\w+|\/))`/g)].map(([, path = '']) => path)
  const missing = named.filter((path) => ![src, join(src, '..')].some((top) => existsSync(join(top, path))))
  expect(named.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})

test('every folder of src is a room of the picture', () => {
  expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(ROOMS).sort())
})

test('the picture goes from the top to the bottom: a room uses only rooms below it', () => {
  const order = Object.keys(ROOMS)
  for (const [room, used] of Object.entries(ROOMS)) {
    const above = order.slice(0, order.indexOf(room) + 1)
    expect(
      used.filter((other) => above.includes(other)),
      room,
    ).toEqual([])
  }
})

test.each(Object.entries(ROOMS))('%s imports from these rooms and no others: %j', (room, used) => {
  expect(importsOf(room).sort()).toEqual([...used].sort())
})

const APART = ['audit', 'sources', 'package', 'release']
test.each(APART)('%s knows nothing of the others of its kind', (room) => {
  expect(importsOf(room).filter((other) => APART.includes(other))).toEqual([])
})

test.each(['bench', 'stand-ins'])('%s imports no test', (folder) => {
  const top = join(src, '..', folder)
  const scripts = readdirSync(top, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  expect(
    scripts.filter((name) => /from '[^']*__tests__/.test(readFileSync(join(top, name), 'utf8'))),
  ).toEqual([])
})

describe('files', () => {
  test('no two have one name, but for the types of rooms', () => {
    const names = files.map((path) => basename(path)).filter((name) => name !== 'types.ts')
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test("GitHub's cache is known to the action alone: no other bundle carries its client", () => {
    const importers = files.filter((path) => /from '@actions\/cache'/.test(readFileSync(path, 'utf8')))
    expect(importers.map((path) => relative(src, path))).toEqual(['entries/build-action.ts'])
  })

  test('none imports itself, by whatever way', () => {
    expect(files.filter((path) => reachOf(path).has(path)).map((path) => relative(src, path))).toEqual([])
  })

  test('none is longer than 250 lines', () => {
    expect(files.filter((path) => readFileSync(path, 'utf8').split('\n').length > 251)).toEqual([])
  })

  test('none is called utils, helpers or common, and no folder as tools call what they generate and skip', () => {
    const vague = files
      .map((path) => basename(path, '.ts'))
      .filter((name) => /^(utils|helpers|common)$/.test(name))
    const folders = new Set(files.flatMap((path) => relative(src, path).split('/').slice(0, -1)))
    expect([...vague, ...['build', 'out', 'target', 'vendor'].filter((name) => folders.has(name))]).toEqual(
      [],
    )
  })
})
