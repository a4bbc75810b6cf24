import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { blocksIn, CONSUMERS, PAGES, page } from './docs.js'

const top = join(import.meta.dirname, '..')
const OWN = ['CONTRIBUTING.md', 'RELEASE.md', 'SECURITY.md', 'CHANGELOG.md']

/** The fragments that GitHub gives to a page's headings. */
const anchorsOf = (path: string) =>
  [...page(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** The paths from the top of what a page links to. */
const linkedFrom = (path: string) =>
  [...page(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => join(dirname(path), link))

test.each([...PAGES, ...OWN])('%s has no marks of a merge that is not finished', (path) => {
  expect(page(path)).not.toMatch(/^(<{7}|={7}|>{7})( |$)/m)
})

describe('the README', () => {
  test('is short', () => {
    expect(page('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150)
  })

  test('begins with three ways into a function, then a workflow that builds; and has a command that does so without a flag', () => {
    const blocks = [...page('README.md').matchAll(/(.*)\n```\w+\n(.*)\n/g)]
    expect(blocks.slice(0, 3).every(([, before]) => before?.startsWith('<!-- snippet: '))).toBe(true)
    expect(blocks[3]?.[2]).toBe('name: psycopg2')
    expect(blocksIn('README.md', 'sh')).toContain('node dist/cli/index.js build\n')
  })

  test('leads to every page, by docs/consumers/README.md to those beside that', () => {
    const first = 'docs/consumers/README.md'
    const others = PAGES.slice(1).filter((path) => path === first || !CONSUMERS.includes(path))
    expect(linkedFrom('README.md')).toEqual(expect.arrayContaining([...others, ...OWN]))
    const beside = CONSUMERS.filter((path) => path !== first)
    expect(linkedFrom(first)).toEqual(expect.arrayContaining(beside))
  })
})

test.each([...PAGES, ...OWN])('what %s links to is there', (path) => {
  const faults = [...page(path).matchAll(/\]\((?!https?:)([^)]*)\)/g)].flatMap(([, link = '']) => {
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? path : join(dirname(path), file)
    if (!existsSync(join(top, target))) return [link]
    return anchor === undefined || anchorsOf(target).includes(anchor) ? [] : [link]
  })
  expect(faults).toEqual([])
})

test('docs/zip.md names everything that is configured out of OpenSSL', () => {
  const script = page('scripts/openssl.sh')
  const lists = [...script.matchAll(/^(how|protocols|algorithms)='?"?([^'"]+)['"]/gm)].map(
    ([, , text]) => text,
  )
  const options = lists.join(' ').match(/\bno-[\w-]+/g) ?? []
  // These shape the build, and take nothing away from who uses it.
  const building = [
    'shared',
    'pinshared',
    'atexit',
    'filenames',
    'thread-pool',
    'apps',
    'tests',
    'docs',
    'makedepend',
  ]
  const [table = ''] = /^\| left out \| by \| .*\n(?:\|.*\n)+/m.exec(page('docs/zip.md')) ?? []
  const named = [...table.matchAll(/`(no-[\w-]+)`/g)].map(([, name]) => name)
  expect(options.length).toBeGreaterThan(50)
  expect(named.sort()).toEqual(options.filter((option) => !building.includes(option.slice(3))).sort())
})
