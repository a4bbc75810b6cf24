import { describe, expect, test } from 'vitest'
import { first } from '../../stand-ins/github/faults.js'
import { type StoredRelease, sha } from '../../stand-ins/github/model.js'
import { contentsOf, failureOf, recordOf, sha256, TAG, useBench } from './bench.js'
import { matrixOn, NAMES, PATCH, WRITTEN } from './matrix.js'

const bench = useBench()
const { built, complete, publish, refused } = matrixOn(bench)

describe('an incomplete draft publishes nothing', () => {
  const [a = '', b = ''] = NAMES
  const spoil: [string, (stored: StoredRelease) => void, RegExp][] = [
    ['an asset is missing', (s) => drop(s, b), new RegExp(`missing: ${b}$`)],
    ['a checksum file is missing', (s) => drop(s, `${b}.md5`), new RegExp(`missing: ${b}\\.md5$`)],
    ['two are missing', (s) => drop(s, a, b), new RegExp(`missing: ${a}, ${b}$`)],
    ['an asset is half there', (s) => set(s, b, { state: 'starter' }), new RegExp(`half uploaded: ${b}$`)],
    ['a stranger is half there', (s) => add(s, 'x.zip', { state: 'starter' }), /half uploaded: x\.zip$/],
    [
      'an asset has other bytes',
      (s) => set(s, a, { bytes: Buffer.alloc(35) }),
      new RegExp(`other bytes: ${a} .*${sha256(Buffer.alloc(35))}.*${sha256(`the bytes of ${a}`)}`),
    ],
    [
      'an asset has another size',
      (s) => set(s, a, { bytes: Buffer.from('x') }),
      /other bytes: .*1 bytes; expected .*35 bytes/,
    ],
    [
      'a checksum file has other bytes',
      (s) => set(s, `${a}.sha256`, { bytes: Buffer.from('x') }),
      new RegExp(`other bytes: ${a}\\.sha256`),
    ],
    ['something unexpected is there', (s) => add(s, 'x.zip', {}), /unexpected: x\.zip$/],
    [
      'a replacement was left half way',
      (s) => add(s, `${a}.new-${'0'.repeat(12)}`, {}),
      /unexpected: .*\.new-/,
    ],
  ]
  test.each(spoil)('%s', async (_, work, words) => {
    const { stored, request } = await complete()
    work(stored)
    const error = await refused(stored, request)
    expect(error.message).toMatch(/not complete; nothing was published/)
    expect(error.message).toMatch(words)
  })

  test('the command that deletes a stranger is given', async () => {
    const { stored, request } = await complete()
    const { id } = add(stored, 'x.zip', {})
    expect((await refused(stored, request)).hint).toContain(`/releases/assets/${id}`)
  })

  test('it changes while SHA256SUMS is written', async () => {
    const { stored, request } = await complete()
    bench.server.meets(
      'upload-release-asset',
      first(() => drop(stored, a)),
    )
    expect((await failureOf(publish(request))).message).toContain(`missing: ${a}`)
    expect(stored.draft).toBe(true)
  })

  test('case 16: an asset without a digest is downloaded and compared', async () => {
    const { stored, request } = await complete()
    set(stored, a, { digestAt: Number.POSITIVE_INFINITY, bytes: Buffer.alloc(35) })
    expect((await refused(stored, request)).message).toContain(sha256(Buffer.alloc(35)))
    expect(bench.server.count('get-release-asset')).toBe(1)
  })

  test('nothing is expected', async () => {
    const { stored, request } = await complete()
    expect((await refused(stored, { ...request, expected: [] })).message).toMatch(/^expected: /)
    expect(bench.server.requests).toEqual([])
  })

  function drop(stored: StoredRelease, ...names: string[]): void {
    stored.assets = stored.assets.filter(({ name }) => !names.includes(name))
  }
  function set(stored: StoredRelease, name: string, fields: object): void {
    Object.assign(stored.assets.find((asset) => asset.name === name) ?? {}, fields)
  }
  function add(stored: StoredRelease, name: string, fields: object) {
    return bench.server.repository.addAsset(stored, { name, ...fields })
  }
})

describe('which release', () => {
  test('case 38: two drafts carry the tag: refused, by tag and by id', async () => {
    const { stored, request } = await complete()
    const other = bench.draft().stored
    for (const fields of [{}, { tag: undefined, releaseId: stored.id }]) {
      const error = await refused(stored, request, fields)
      expect(error.message).toContain(`ids ${stored.id}, ${other.id}`)
    }
    expect(bench.server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  test('case 38: by id, of a draft that the list does not show yet: published all the same', async () => {
    const { stored, request } = await complete()
    stored.visibleAt = Number.POSITIVE_INFINITY
    await publish(request, { tag: undefined, releaseId: stored.id })
    expect(stored.draft).toBe(false)
  })

  test('case 38: by id, of such a draft, beside another one that the list shows: refused', async () => {
    const { stored, request } = await complete()
    const other = bench.draft().stored
    stored.visibleAt = Number.POSITIVE_INFINITY
    const error = await refused(stored, request, { tag: undefined, releaseId: stored.id })
    expect(error.message).toContain(String(stored.id))
    expect(error.message).toContain(String(other.id))
  })

  test('case 38: a published one and a draft beside it: refused', async () => {
    const { stored, request } = await complete()
    const published = bench.draft({ draft: false }).stored
    const error = await refused(stored, request)
    expect(error.message).toMatch(
      new RegExp(`published already \\(id ${published.id}\\).*draft.*${stored.id}`),
    )
    expect(error.hint).toContain(`gh api -X DELETE repos/soulwing/psycopg2-lambda/releases/${stored.id}`)
  })

  test('case 28: the tag is at another commit: refused', async () => {
    const { stored, request } = await complete()
    bench.tagAt(sha('elsewhere'))
    expect((await refused(stored, request)).message).toContain(sha('elsewhere'))
  })

  test('case 27: the tag is missing, and the draft names a branch: refused', async () => {
    const { stored, request } = await complete()
    bench.server.repository.tags.clear()
    expect((await refused(stored, request)).message).toContain('does not exist')
  })

  test('none, and nothing to upload: refused, none created', async () => {
    const { stored, request } = await complete()
    bench.server.repository.releases.clear()
    const error = await failureOf(publish(request))
    expect(error.message).toContain(`no draft of soulwing/psycopg2-lambda carries the tag ${TAG}`)
    expect(bench.server.repository.releases.size).toBe(0)
    expect(stored.draft).toBe(true)
  })

  test('published already, and not complete: an error, nothing changed', async () => {
    const { stored, request } = await complete()
    stored.draft = false
    const error = await failureOf(publish(request))
    expect(error.message).toMatch(
      /published already, and is not what was expected\. missing: SHA256SUMS, manifest\.json, manifest\.json\.sha256/,
    )
    expect(bench.server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })
})

describe('the way with one writer', () => {
  test('makes the draft, uploads, checks and publishes', async () => {
    bench.tagAt()
    const jobs = await Promise.all(NAMES.map(built))
    const files = jobs.flatMap((job) => job.files)
    await publish({ expected: [], files, makeLatest: 'legacy' })
    const [release] = bench.server.repository.releases.values()
    expect(release).toMatchObject({ tag: TAG, draft: false })
    expect(Object.keys(release ? contentsOf(release) : {})).toHaveLength(6 + WRITTEN.length)
    expect(bench.server.count('create-release')).toBe(1)
    bench.server.requests.length = 0
    await publish({ expected: [], files, makeLatest: 'legacy' })
    expect(bench.server.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  test('one file is enough, without checksum files beside it', async () => {
    bench.tagAt()
    await publish({ expected: [], files: [await bench.file('a.whl')], makeLatest: 'legacy' })
    const [release] = bench.server.repository.releases.values()
    expect(release).toMatchObject({ draft: false })
    expect(Object.keys(release ? contentsOf(release) : {}).sort()).toEqual(['a.whl', ...WRITTEN].sort())
  })

  test('what is expected must be among the files or there already', async () => {
    bench.tagAt()
    const [one, two] = await Promise.all(NAMES.map(built))
    const request = { expected: [one, two].flatMap((job) => job?.expected ?? []), files: one?.files ?? [] }
    const error = await failureOf(publish({ ...request, makeLatest: 'legacy' }))
    expect(error.message).toContain(`missing: ${NAMES[1]}, ${NAMES[1]}.md5, ${NAMES[1]}.sha256`)
    expect(bench.server.count(PATCH)).toBe(0)
  })

  test('a file that is not the expected one: refused before any request', async () => {
    const { stored, request } = await complete()
    const file = await bench.file(NAMES[0] ?? '', 'another build')
    const error = await refused(stored, { ...request, files: [file] })
    expect(error.message).toMatch(/^files: /)
    expect(error.message).toContain(sha256('another build'))
    expect(bench.server.requests).toEqual([])
  })

  test('files that nothing expects, of an earlier run perhaps: refused before any request, by name', async () => {
    const { stored, request } = await complete()
    const [first] = await Promise.all(NAMES.map(built))
    const stale = ['psycopg2.9.12-3.13.zip', 'psycopg2.9.12-3.13.zip.md5']
    const files = [...(first?.files ?? []), ...(await Promise.all(stale.map((name) => bench.file(name))))]
    const error = await refused(stored, { ...request, files })
    expect(error.message).toMatch(
      /^files: psycopg2\.9\.12-3\.13\.zip, psycopg2\.9\.12-3\.13\.zip\.md5: not named/,
    )
    for (const name of NAMES) expect(error.message).toContain(name)
    expect(error.hint).toContain('`files` output')
    expect(bench.server.requests).toEqual([])
  })

  test('checksum files and records of what is expected are no strangers', async () => {
    bench.tagAt()
    const [one] = await Promise.all(NAMES.map(built))
    if (one === undefined) return expect.fail()
    const record = await bench.file(`${NAMES[0]}.verified.json`, recordOf(one.expected.sha256))
    await publish({ expected: [one.expected], files: [...one.files, record], makeLatest: 'legacy' })
    expect([...bench.server.repository.releases.values()][0]).toMatchObject({ draft: false })
  })

  test.each(WRITTEN)('%s among the files: refused', async (name) => {
    const { stored, request } = await complete()
    expect((await refused(stored, { ...request, files: [await bench.file(name)] })).message).toContain(name)
  })

  test('a checksum file that says another sum than the build did: refused', async () => {
    const { stored, request } = await complete()
    const file = await bench.file(`${NAMES[0]}.md5`, `${'f'.repeat(32)}  ${NAMES[0]}\n`)
    const error = await failureOf(publish({ ...request, files: [file] }, { overwrite: true }))
    expect(error.message).toContain(`other bytes: ${NAMES[0]}.md5`)
    expect(stored.draft).toBe(true)
  })
})
