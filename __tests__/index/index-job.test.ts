import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'htmlparser2'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readIndexRequest } from '../../src/inputs/index-inputs.js'
import { sha256 } from '../../src/package/checksums.js'
import { Releases } from './releases.js'

const WHEEL = 'psycopg2-2.9.13-1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl'
const SECOND = WHEEL.replace('2.9.13-1', '2.9.13-2')
const SUM = '0'.repeat(64)
const REQUIRES = '>=3.10'

let releases: Releases
beforeEach(async () => {
  releases = new Releases()
  await releases.open()
})
afterEach(() => releases.close())

/** Each link of a page: its text and its attributes, as an installer reads them. */
function links(page: string): Record<string, string | undefined>[] {
  const found: Record<string, string | undefined>[] = []
  const walk = (nodes: ReturnType<typeof parseDocument>['children']) => {
    for (const node of nodes) {
      if (!('children' in node)) continue
      const [text] = node.children
      if ('name' in node && node.name === 'a' && text !== undefined && 'data' in text) {
        found.push({ text: text.data, ...node.attribs })
      }
      walk(node.children)
    }
  }
  walk(parseDocument(page).children)
  return found
}

describe('an index', () => {
  test('has the pages of PEP 503 and PEP 691, the wheels, and their metadata beside them', async () => {
    const directory = releases.put()
    const { path, versions, wheels } = await releases.index([directory])
    expect({ path, versions, wheels }).toEqual({
      path: join(releases.site, 'simple'),
      versions: ['2.9.13'],
      wheels: [WHEEL],
    })
    const files = releases.written()
    expect([...files.keys()]).toEqual(
      [
        'index.html',
        'index.json',
        ...['index.html', 'index.json', WHEEL, `${WHEEL}.metadata`].map(inProject),
      ].map((name) => join('simple', name)),
    )
    const wheel = readFileSync(join(directory, WHEEL))
    expect(files.get(join('simple', inProject(WHEEL)))).toBe(wheel.toString('latin1'))
    const metadata = files.get(join('simple', inProject(`${WHEEL}.metadata`))) ?? ''
    expect(metadata).toMatch(/^Metadata-Version: .*\nName: psycopg2\nVersion: 2\.9\.13\n/)
    const sum = sha256(Buffer.from(metadata, 'latin1'))
    expect(links(files.get(join('simple', 'index.html')) ?? '')).toEqual([
      { text: 'psycopg2', href: 'psycopg2/' },
    ])
    expect(links(files.get(join('simple', inProject('index.html'))) ?? '')).toEqual([
      {
        text: WHEEL,
        href: `${WHEEL}#sha256=${sha256(wheel)}`,
        'data-requires-python': REQUIRES,
        'data-core-metadata': `sha256=${sum}`,
        'data-dist-info-metadata': `sha256=${sum}`,
      },
    ])
    const meta = { 'api-version': '1.1' }
    expect(JSON.parse(files.get(join('simple', 'index.json')) ?? '')).toEqual({
      meta,
      projects: [{ name: 'psycopg2' }],
    })
    expect(JSON.parse(files.get(join('simple', inProject('index.json'))) ?? '')).toEqual({
      meta,
      name: 'psycopg2',
      versions: ['2.9.13'],
      files: [
        {
          ...{ filename: WHEEL, url: WHEEL, hashes: { sha256: sha256(wheel) }, size: wheel.length },
          ...{ 'requires-python': REQUIRES, 'core-metadata': { sha256: sum } },
        },
      ],
    })
  })

  test('is the same, byte for byte, in whatever order the releases are named, and replaces the earlier one', async () => {
    const [first, second] = [releases.put(), releases.put({ build: 2 })]
    await releases.index([first, second])
    const before = releases.written()
    await releases.index([releases.url(2), second, releases.url(1)])
    expect(releases.written()).toEqual(before)
    await releases.index([second])
    expect([...releases.written().keys()].filter((name) => name.endsWith('.whl'))).toEqual([
      join('simple', inProject(SECOND)),
    ])
  })

  test('that links has the addresses in the manifest, and promises no metadata there', async () => {
    releases.put()
    await releases.index([releases.url(1)], { wheels: 'link' })
    const files = releases.written()
    expect([...files.keys()].filter((name) => !/index\.(html|json)$/.test(name))).toEqual([])
    const [link] = links(files.get(join('simple', inProject('index.html'))) ?? '')
    expect(link).toEqual({
      text: WHEEL,
      href: expect.stringContaining(`${releases.url(1, WHEEL)}#sha256=`),
      'data-requires-python': REQUIRES,
    })
  })

  test('of a directory that has only the zip takes that: it is the same bytes', async () => {
    const directory = releases.put()
    await releases.index([directory])
    const before = releases.written()
    rmSync(join(directory, WHEEL))
    await releases.index([join(directory, 'manifest.json')])
    expect(releases.written()).toEqual(before)
    expect(releases.asked).toEqual([])
  })

  test('of a directory that has neither takes what the manifest names', async () => {
    const directory = releases.put()
    const moved = `${directory}-manifest`
    renameSync(directory, moved)
    releases.put()
    for (const name of [WHEEL, 'psycopg2.9.13-3.13.zip']) rmSync(join(moved, name))
    await releases.index([moved])
    expect(releases.asked).toEqual([releases.url(1, WHEEL).pathname])
  })

  test('of a mirror takes its wheels from there', async () => {
    releases.put({
      change: (manifest) => JSON.parse(JSON.stringify(manifest).replaceAll('127.0.0.1', 'release.invalid')),
    })
    await releases.index([releases.url(1)])
    expect([...releases.written().keys()]).toContain(join('simple', inProject(WHEEL)))
  })

  test('has the earlier releases that a manifest lists, if asked, without those from before there were wheels', async () => {
    const listed = [2, 1].map((build) => {
      const directory = releases.put({
        build,
        change: (manifest) => (build === 1 ? { tag: '2.9.13-1', artifacts: [] } : manifest),
      })
      const sum = sha256(readFileSync(join(directory, 'manifest.json')))
      return { tag: `2.9.13-${build}`, url: releases.url(build).href, sha256: sum }
    })
    releases.put({ build: 3, change: (manifest) => ({ ...manifest, earlier: listed }) })
    const { lines, wheels } = await releases.index([releases.url(3)], { earlier: true })
    expect(wheels).toEqual([3, 2].map((build) => WHEEL.replace('2.9.13-1', `2.9.13-${build}`)))
    expect(lines).toContain(`${releases.url(1)} is of a release from before there were wheels: left out`)
    expect((await releases.index([releases.url(3)])).wheels).toHaveLength(1)
  })

  test('says so where the platform of one wheel keeps another from ever being taken', async () => {
    releases.put({ glibc: '2.28' })
    releases.put({ build: 2 })
    const { lines } = await releases.index([releases.url(1), releases.url(2)])
    expect(lines.at(-1)).toMatch(/^psycopg2-2\.9\.13-2-.* may never be taken$/)
  })
})

test.each([
  [['site/manifest.json'], join(process.cwd(), 'site', 'manifest.json')],
  [
    [`https://x.example/a/manifest.json#sha256=${SUM}`],
    new URL(`https://x.example/a/manifest.json#sha256=${SUM}`),
  ],
  [['file:///a/manifest.json'], '/a/manifest.json'],
])('what %j means', (operands, place) => {
  expect(readIndexRequest(() => undefined, operands)).toEqual({
    ...{ manifests: [place], wheels: 'copy', outputDir: join(process.cwd(), 'site') },
  })
})

test.each([
  [[], {}, 'MANIFEST: nothing given'],
  [['https://'], {}, 'MANIFEST: "https://" is not an address'],
  [['file://host/x'], {}, 'MANIFEST: "file://host/x" is not an address'],
  [['https://x/y#sha256=0'], {}, 'MANIFEST: "https://x/y#sha256=0" has "#sha256=0" at its end'],
  [[`https://x/y#SHA256=${SUM}`], {}, 'which is not checked'],
  [[`file:///x/y#sha256=${SUM}`], {}, 'which is not checked'],
  [['x'], { wheels: 'move' }, 'wheels: "move" is not supported'],
])('%j with %j is refused: %s', (operands, flags: Record<string, string>, message) => {
  expect(() => readIndexRequest((name) => flags[name], operands)).toThrow(message)
})

function inProject(name: string): string {
  return join('psycopg2', name)
}
