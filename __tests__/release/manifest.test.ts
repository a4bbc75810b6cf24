import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { ensureAssets } from '../../src/release/assets.js'
import { parseExpected } from '../../src/release/expected.js'
import { type Manifest, manifestSchema } from '../../src/release/manifest-schema.js'
import type { StoredRelease } from '../../stand-ins/github/model.js'
import { page } from '../docs.js'
import { COMMIT, contentsOf, sha256, TAG, useBench } from './bench.js'
import { FACTS, MD5, matrixOn, NAMES, PATCH } from './matrix.js'

const bench = useBench()
const { complete, publish } = matrixOn(bench)
const ZIP = NAMES[1] ?? ''
const WHEEL = 'psycopg2-2.9.13-1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl'
const LAYER = 'psycopg2.9.13-3.13-layer.zip'
const SHARED = 'psycopg2.9.13-layer.zip'
const BYTES = 'the bytes of the zip'

const addressOf = (name: string, tag = TAG) =>
  `https://github.com/soulwing/psycopg2-lambda/releases/download/${tag}/${name}`

/** What the manifest says of a file with this text. */
const told = (name: string, text: string) => ({
  ...{ name, url: addressOf(name), size: text.length, sha256: sha256(text) },
})

/** By the schema that others read. */
const validator = new Ajv2020()
formats.default(validator)
const valid = validator.compile(JSON.parse(page('docs/manifest.schema.json')))

function manifestOn(stored: StoredRelease): Manifest {
  const { 'manifest.json': text = '', 'manifest.json.sha256': line } = contentsOf(stored)
  expect(line).toBe(`${sha256(text)}  manifest.json\n`)
  expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true)
  return manifestSchema.parse(JSON.parse(text))
}

/** A record as a build writes it, of a zip with these bytes. */
function record({ more = {}, stages = ['audit', 'import'] } = {}): string {
  const { toolchain, ...facts } = FACTS
  const zip = { name: ZIP, size: BYTES.length, sha256: sha256(BYTES) }
  const ran = stages.map((stage) => ({ stage }))
  return JSON.stringify({ zip, ...facts, built: { toolchain }, stages: ran, notRun: [], ...more })
}

/** Publishes files of these texts, with nothing else that says what they are. */
async function publishFiles(texts: Record<string, string>, expected = ''): Promise<StoredRelease> {
  bench.tagAt()
  const { stored } = bench.draft()
  const files = await Promise.all(Object.entries(texts).map(([name, text]) => bench.file(name, text)))
  await publish({ expected: parseExpected(expected), files, makeLatest: 'legacy' })
  return stored
}

describe('what is told of each artefact', () => {
  test('where the builds’ own words are given', async () => {
    const { stored, request } = await complete()
    await publish(request)
    const artifacts = NAMES.map((name) => ({
      ...told(name, `the bytes of ${name}`),
      ...{ ...FACTS, python: name.slice(14, 18), md5: MD5, verified: null },
    }))
    const head = { schema: 1, repository: 'soulwing/psycopg2-lambda', tag: TAG, commit: COMMIT }
    expect(manifestOn(stored)).toEqual({ ...head, artifacts, earlier: [] })
  })

  test('where nothing but a record says it: with wheel, layer and what was verified', async () => {
    const texts = {
      ...{ [ZIP]: BYTES, [WHEEL]: BYTES, [LAYER]: 'the layer', [SHARED]: 'another layer' },
      [`${ZIP}.verified.json`]: record(),
    }
    const stored = await publishFiles(texts)
    const verified = { ...told(`${ZIP}.verified.json`, record()), stages: ['audit', 'import'] }
    const forms = { wheel: told(WHEEL, BYTES), layer: told(LAYER, 'the layer'), verified }
    expect(manifestOn(stored).artifacts).toEqual([{ ...told(ZIP, BYTES), ...FACTS, ...forms }])
  })

  test('a layer that several share counts for those of which the build says so', async () => {
    const file = (name: string, text: string) => ({ name, sha256: sha256(text), ...FACTS })
    const shared = file(SHARED, 'the layer')
    const list = NAMES.map((name) => ({ ...file(name, BYTES), ...(name === ZIP ? { layer: shared } : {}) }))
    const texts = { ...Object.fromEntries(NAMES.map((name) => [name, BYTES])), [SHARED]: 'the layer' }
    const stored = await publishFiles(texts, JSON.stringify(list))
    expect(manifestOn(stored).artifacts.map(({ layer }) => layer?.name)).toEqual([undefined, SHARED])
  })

  test.each([
    ['no record', undefined],
    ['a record that does not say all', record({ more: { glibc: undefined } })],
  ])('%s: the manifest leaves the zip out, and a notice says so', async (_, text) => {
    const named = text === undefined ? {} : { [`${ZIP}.verified.json`]: text }
    const stored = await publishFiles({ [ZIP]: BYTES, ...named })
    expect(manifestOn(stored).artifacts).toEqual([])
    expect(bench.log.lines).toContainEqual(expect.stringMatching(`^${ZIP} is not in manifest\\.json`))
  })

  test('nothing was tried: nothing was verified', async () => {
    const text = record({ stages: ['audit'] })
    const stored = await publishFiles({ [ZIP]: BYTES, [`${ZIP}.verified.json`]: text })
    expect(manifestOn(stored).artifacts).toMatchObject([{ name: ZIP, verified: null }])
  })

  test('addresses of a tag with marks in it', async () => {
    const tag = 'v1/2.9.13+1'
    bench.server.repository.tags.set(tag, { type: 'commit', sha: COMMIT })
    const files = [await bench.file(ZIP, BYTES), await bench.file(`${ZIP}.verified.json`, record())]
    await publish({ expected: [], files, makeLatest: 'legacy' }, { tag })
    const [stored] = bench.server.repository.releases.values()
    const [artefact] = stored === undefined ? [] : manifestOn(stored).artifacts
    expect(artefact?.url).toBe(addressOf(ZIP, 'v1%2F2.9.13%2B1'))
  })
})

describe('earlier releases', () => {
  const addEarlier = (tag: string, publishedAt: number, fields = {}, name = 'manifest.json') => {
    const release = bench.server.repository.addRelease({ tag, draft: false, publishedAt, ...fields })
    bench.server.repository.addAsset(release, { name, bytes: Buffer.from(`of ${tag}`) })
    return release
  }
  const earlier = (tag: string) => ({
    ...{ tag, url: addressOf('manifest.json', tag), sha256: sha256(`of ${tag}`) },
  })

  test('are those that are published and have a manifest, the newest first', async () => {
    const { stored, request } = await complete()
    addEarlier('2.9.12-1', 1000)
    addEarlier('2.9.12-3', 3000)
    addEarlier('2.9.12-2', 2000)
    addEarlier('v1.0', 4000, {}, 'notes.txt')
    addEarlier('2.9.14-1', 5000, { prerelease: true })
    addEarlier('2.9.15-1', 0, { draft: true, publishedAt: null })
    bench.server.requests.length = 0
    await publish(request)
    expect(manifestOn(stored).earlier).toEqual(['2.9.12-3', '2.9.12-2', '2.9.12-1'].map(earlier))
  })

  test('a manifest whose digest the server does not tell is read', async () => {
    const { stored, request } = await complete()
    const release = addEarlier('2.9.12-1', 1000)
    for (const asset of release.assets) asset.digestAt = Number.POSITIVE_INFINITY
    await publish(request)
    expect(manifestOn(stored).earlier).toEqual([earlier('2.9.12-1')])
  })

  test('published since then: a second run finds the release as it was published', async () => {
    const { stored, request } = await complete()
    addEarlier('2.9.12-1', 1000)
    const once = await publish(request)
    addEarlier('2.9.12-2', 2000)
    bench.server.requests.length = 0
    expect(await publish(request)).toEqual(once)
    expect(bench.server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(manifestOn(stored).earlier).toEqual([earlier('2.9.12-1')])
  })

  test('a run that died before it published has left a manifest: the next writes its own', async () => {
    const { stored, request } = await complete()
    bench.server.repository.addAsset(stored, { name: 'manifest.json', bytes: Buffer.from('{}') })
    await ensureAssets(bench.connection(), bench.release(stored), [await bench.file('manifest.json.sha256')])
    addEarlier('2.9.12-1', 1000)
    await publish(request)
    expect(manifestOn(stored).earlier).toEqual([earlier('2.9.12-1')])
    expect(bench.server.count(PATCH)).toBe(1)
  })
})
