import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeZip } from '../../src/package/zip.js'
import type { Manifest } from '../../src/release/manifest-schema.js'
import { BuildError } from '../../src/report/errors.js'
import { text } from '../package/sample.js'
import { Releases } from './releases.js'

const WHEEL = 'psycopg2-2.9.13-1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl'

let releases: Releases
beforeEach(async () => {
  releases = new Releases()
  await releases.open()
})
afterEach(() => releases.close())

/** What is said; an index that was there before has not changed, and nothing lies beside it. */
async function refusal(manifests: (URL | string)[]): Promise<string> {
  await releases.index([releases.put({ build: 9 })])
  const before = releases.written()
  const error: unknown = await releases.index(manifests).then(
    () => expect.fail('it should have been refused'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof BuildError)) throw error
  expect(error.hint).not.toBe('')
  expect(releases.written()).toEqual(before)
  expect(readdirSync(releases.site)).toEqual(['simple'])
  return error.message
}

const withWheel =
  (change: (wheel: NonNullable<Manifest['artifacts'][0]['wheel']>) => void) => (it: Manifest) => {
    for (const { wheel } of it.artifacts) if (wheel !== undefined) change(wheel)
  }

type Fault = [what: string, arrange: () => (URL | string)[], message: RegExp]
const FAULTS: Fault[] = [
  ['a directory without a manifest', () => [releases.site], /^Cannot read the manifest .*ENOENT/],
  ['an address that has nothing', () => [releases.url(5)], /5\/manifest\.json: HTTP 404: Not Found$/],
  [
    'a web page',
    () => [file('manifest.json', '<!DOCTYPE html>')],
    /manifest\.json is not a manifest: a web page$/,
  ],
  ['half a manifest', () => [file('manifest.json', '{"schema": 1')], /is not a manifest: .*JSON/],
  [
    'a manifest that says too little',
    () => [releases.put({ change: ({ tag: _, ...rest }) => rest })],
    /is not a manifest of a release: tag: /,
  ],
  [
    'a manifest of a schema to come',
    () => [releases.put({ change: (manifest) => ({ ...manifest, schema: 2 }) })],
    /is not a manifest of a release: schema: .*1/,
  ],
  [
    'a manifest of another sum than the address says',
    () => {
      releases.put()
      return [new URL(`#sha256=${'0'.repeat(64)}`, releases.url(1))]
    },
    /manifest\.json is another manifest: expected SHA-256 0+, found [0-9a-f]{64}$/,
  ],
  [
    'a release without a wheel',
    () => [
      releases.put({
        change: ({ artifacts, ...rest }) => ({
          ...rest,
          artifacts: artifacts.map(({ wheel: _, ...zip }) => zip),
        }),
      }),
    ],
    /^No wheel in .*manifest\.json$/,
  ],
  [
    'a wheel that leads elsewhere by its name',
    () => [releases.put({ change: withWheel((wheel) => Object.assign(wheel, { name: `../${WHEEL}` })) })],
    /"\.\.\/psycopg2.*" is not the name of a wheel of psycopg2 2\.9\.13$/,
  ],
  [
    'a wheel of another version than the zip',
    () => [
      releases.put({
        change: withWheel((wheel) => Object.assign(wheel, { name: WHEEL.replace('2.9.13', '2.9.12') })),
      }),
    ],
    /is not the name of a wheel of psycopg2 2\.9\.13$/,
  ],
  [
    'a wheel that is not there',
    () => {
      rmSync(join(releases.put(), WHEEL))
      return [releases.url(1)]
    },
    /\.whl: HTTP 404: Not Found$/,
  ],
  [
    'a wheel at an address of another kind',
    () => {
      const change = withWheel((wheel) => Object.assign(wheel, { url: 'ftp://release.invalid/x.whl' }))
      rmSync(join(releases.put({ change }), WHEEL))
      return [releases.url(1)]
    },
    /^ftp:\/\/release\.invalid\/x\.whl is not an http or https address$/,
  ],
  [
    'a wheel with a byte changed, in a directory',
    () => {
      const directory = releases.put()
      writeFileSync(join(directory, WHEEL), 'x')
      return [directory]
    },
    /\.whl is not the file in the manifest: expected \d+ bytes .* found 1 bytes with SHA-256/,
  ],
  [
    'a wheel with a byte changed, at an address',
    () => {
      writeFileSync(join(releases.put(), WHEEL), 'x')
      return [releases.url(1)]
    },
    /\.whl is not the file in the manifest: .* found 1 bytes/,
  ],
  [
    'a wheel that is longer than it should be',
    () => {
      writeFileSync(join(releases.put(), WHEEL), 'x'.repeat(1_000_000))
      return [releases.url(1)]
    },
    /\.whl gives more than the \d+ bytes expected$/,
  ],
  [
    'a wheel that is no zip',
    () => [releases.put({ changeWheel: () => text('nothing') })],
    /^psycopg2-.*\.whl: not a zip file$/,
  ],
  [
    'a wheel without metadata',
    () => [releases.put({ changeWheel: () => writeZip([['psycopg2/__init__.py', text('')]]) })],
    /^psycopg2-.*\.whl: it has no psycopg2-2\.9\.13\.dist-info\/METADATA$/,
  ],
  [
    'a wheel with the metadata of another',
    () => {
      const data = text('Metadata-Version: 2.1\nName: psycopg2\nVersion: 2.9.12\n\nName: psycopg2\n')
      return [releases.put({ changeWheel: () => writeZip([['psycopg2-2.9.13.dist-info/METADATA', data]]) })]
    },
    /METADATA is of psycopg2 2\.9\.12$/,
  ],
  [
    'two wheels of one name',
    () => [1, 2].map((build) => releases.put({ build, tagged: false })),
    /is in .*2\.9\.13-1\/manifest\.json and in .*2\.9\.13-2\/manifest\.json, with different bytes$/,
  ],
]
test.each(FAULTS)('%s is refused, and the earlier index stays', async (_, arrange, message) => {
  expect(await refusal(arrange())).toMatch(message)
})

test('an earlier release that is gone is left out, and said to be', async () => {
  const earlier = [{ tag: '2.9.13-1', url: releases.url(1).href, sha256: '0'.repeat(64) }]
  releases.put({ build: 2, change: (manifest) => ({ ...manifest, earlier }) })
  const { lines, wheels } = await releases.index([releases.url(2)], { earlier: true })
  expect(wheels).toEqual([expect.stringContaining('-2-')])
  expect(lines.join('\n')).toMatch(
    /2\.9\.13-2\/manifest\.json lists 2\.9\.13-1 as earlier, which is gone: left out .*HTTP 404/,
  )
})

test('an earlier release that is another is refused', async () => {
  releases.put({ build: 1 })
  const earlier = [{ tag: '2.9.13-1', url: releases.url(1).href, sha256: '0'.repeat(64) }]
  releases.put({ build: 2, change: (manifest) => ({ ...manifest, earlier }) })
  await expect(releases.index([releases.url(2)], { earlier: true })).rejects.toThrow(
    /2\.9\.13-1\/manifest\.json is another manifest: expected SHA-256 0{64}/,
  )
})

test('a server that breaks off half-way is asked again, four times at most', async () => {
  let asked = 0
  const server = createServer((_, response) => {
    asked++
    response.writeHead(200, { 'content-length': 100 }).write('{')
    setTimeout(() => response.destroy(), 20)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const message = await refusal([new URL(`http://127.0.0.1:${port}/manifest.json`)])
    expect(message).toMatch(/manifest\.json: .*broke off half-way \(tried 4 times\)$/)
    expect(asked).toBe(4)
  } finally {
    server.close()
  }
})

test("an index with others' projects is not replaced", async () => {
  mkdirSync(join(releases.site, 'simple', 'flask'), { recursive: true })
  writeFileSync(join(releases.site, 'simple', 'flask', 'index.html'), 'theirs')
  await expect(releases.index([releases.put()])).rejects.toThrow(
    /^output-dir: .*simple has what no index of psycopg2 has: flask$/,
  )
  expect([...releases.written().values()]).toEqual(['theirs'])
})

test('a site that was not there is not there after a failure', async () => {
  writeFileSync(join(releases.put(), WHEEL), 'x')
  await expect(releases.index([releases.url(1)])).rejects.toThrow('is not the file in the manifest')
  expect(existsSync(releases.site)).toBe(false)
})

test('what else the site has stays', async () => {
  mkdirSync(releases.site)
  writeFileSync(join(releases.site, 'CNAME'), 'example.org')
  await releases.index([releases.put()])
  expect(readdirSync(releases.site).sort()).toEqual(['CNAME', 'simple'])
})

test.each([
  [
    'a file in the place of the site',
    () => writeFileSync(releases.site, ''),
    /^output-dir: cannot write to .*site/,
  ],
  [
    'a file in the place of the index',
    () => {
      mkdirSync(releases.site)
      writeFileSync(join(releases.site, 'simple'), '')
    },
    /^output-dir: cannot write to .*simple: a part of the path is a file/,
  ],
] as const)('%s is named', async (_, arrange, message) => {
  arrange()
  await expect(releases.index([releases.put()])).rejects.toThrow(message)
})

test('a cancel leaves the earlier index', async () => {
  await releases.index([releases.put({ build: 9 })])
  const before = releases.written()
  releases.put()
  const abort = new AbortController()
  abort.abort(new BuildError('Cancelled (SIGINT)', 'Nothing was written.'))
  await expect(releases.index([releases.url(1)], { signal: abort.signal })).rejects.toThrow('Cancelled')
  expect(releases.written()).toEqual(before)
})

function file(name: string, contents: string): string {
  const path = join(releases.put(), name)
  writeFileSync(path, contents)
  return path
}
