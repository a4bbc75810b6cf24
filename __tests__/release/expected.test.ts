import { describe, expect, test } from 'vitest'
import { faultsIn, type Wanted, wantedFor } from '../../src/release/complete.js'
import { parseExpected } from '../../src/release/expected.js'
import { InputError } from '../../src/report/errors.js'
import { sha256 } from './bench.js'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const MD5 = 'c'.repeat(32)

/** One artefact as the build action's `artifacts` output has it. */
const artifact = {
  name: 'psycopg2.9.13-3.13.zip',
  path: 'dist/psycopg2.9.13-3.13.zip',
  size: 3_000_000,
  sha256: A,
  md5: MD5,
  python: '3.13',
  architecture: 'x86_64',
  versions: { psycopg2: '2.9.13', postgresql: '18.1', openssl: '3.5.7' },
  glibc: '2.17',
  toolchain: 'zig 0.17.1, glibc 2.17',
}

describe('the expected input', () => {
  test('an artifacts output: name, size, sums, and the rest as facts, without the path', () => {
    const { name, size, sha256, md5, path: _, ...facts } = artifact
    const zip = { name, size, sha256, md5 }
    expect(parseExpected(JSON.stringify([artifact]))).toEqual([{ ...zip, facts }])
    const { toolchain: __, ...older } = artifact
    expect(parseExpected(JSON.stringify([older]))).toEqual([zip])
  })

  test('an artefact’s wheel and layer are expected as well, a layer that artefacts share once', () => {
    const file = (name: string, sum: string) => ({
      name,
      path: `dist/${name}`,
      size: 7,
      sha256: sum,
      md5: MD5,
    })
    const layer = file('psycopg2.9.13-layer.zip', B)
    const other = { ...artifact, name: 'psycopg2.9.13-3.12.zip', python: '3.12' }
    const text = JSON.stringify([
      { ...artifact, wheel: file('a.whl', A), layer },
      { ...other, layer },
    ])
    const expected = parseExpected(text)
    expect(expected.map(({ name }) => name)).toEqual(['a.whl', other.name, artifact.name, layer.name])
    expect(expected[2]).toMatchObject({ facts: { python: '3.13' }, layer: layer.name })
    const names = wantedFor(expected).map(({ name }) => name)
    expect(names).toContain('a.whl.md5')
    expect(names).toContain(`${layer.name}.sha256`)
    expect(names.filter((name) => name.endsWith('.verified.json'))).toHaveLength(2)
  })

  test('byte order marks before any line or array are read over', () => {
    const lines = [`\uFEFF${A}  a.zip`, `\uFEFF${B}  b.zip\r`].join('\n')
    const arrays = `\uFEFF[{"name":"a.zip","sha256":"${A}"}]\n\uFEFF[{"name":"b.zip","sha256":"${B}"}]`
    for (const text of [lines, arrays]) {
      expect(parseExpected(text).map(({ name, sha256 }) => [name, sha256])).toEqual([
        ['a.zip', A],
        ['b.zip', B],
      ])
    }
  })

  test.each([
    ['one a line', (a: string, b: string) => `${a}\n${b}\n`],
    ['in one line', (a: string, b: string) => `${a} ${b}`],
    ['with empty ones between', (a: string, b: string) => `[]\n${a}\n[]${b}`],
  ])('several arrays, %s, sorted by name', (_, join) => {
    const arrays = [[{ name: 'b.zip', sha256: B }], [{ name: 'a.zip', sha256: A }]]
    const [first = '', second = ''] = arrays.map((array) => JSON.stringify(array))
    expect(parseExpected(join(first, second)).map(({ name, sha256 }) => [name, sha256])).toEqual([
      ['a.zip', A],
      ['b.zip', B],
    ])
  })

  test('arrays over many lines, with brackets and quotes inside strings', () => {
    const odd = { ...artifact, versions: { psycopg2: '2.9.13 ["x\\"]' } }
    const text = `${JSON.stringify([odd], null, 2)}\n${JSON.stringify([{ name: 'b.zip', sha256: B }], null, 2)}`
    expect(parseExpected(text).map(({ name }) => name)).toEqual(['b.zip', artifact.name])
  })

  test('sha256sum lines, text and binary mode, Windows line ends, blank lines', () => {
    const text = `${A}  a.zip\r\n\n${B} *b.whl\n`
    expect(parseExpected(text)).toEqual([
      { name: 'a.zip', sha256: A },
      { name: 'b.whl', sha256: B },
    ])
  })

  test('nothing', () => {
    expect(parseExpected(' \n')).toEqual([])
  })

  test('the same artefact twice with the same sum counts once, the fuller entry', () => {
    const short = { name: artifact.name, sha256: A }
    for (const pair of [
      [artifact, short],
      [short, artifact],
    ]) {
      expect(parseExpected(JSON.stringify(pair))).toMatchObject([{ name: artifact.name, md5: MD5 }])
    }
  })

  test.each([
    ['two sums for one name', `${A}  a.zip\n${B}  a.zip`, /named twice.*a{64}.*b{64}/],
    ['a short sum', `${A.slice(1)}  a.zip`, /line 1 is neither/],
    ['capitals', `${A.toUpperCase()}  a.zip`, /line 1 is neither/],
    ['an MD5 line', `${A}  a.zip\n${MD5}  b.zip`, /line 2 is neither/],
    ['one blank', `${A} a.zip`, /line 1 is neither/],
    ['a path', `${A}  dist/a.zip`, /"dist\/a\.zip"/],
    ['a path in JSON', JSON.stringify([{ name: '../a.zip', sha256: A }]), /"\.\.\/a\.zip"/],
    ['what publish writes itself', `${A}  SHA256SUMS`, /SHA256SUMS, which this action writes/],
    ['an empty array', '[]', /names no artefact/],
    ['an object', JSON.stringify(artifact), /line 1 is neither/],
    ['an array cut off', '[{"name": "a.zip"', /array 1 is not JSON/],
    ['an array that is cut off after another', `[]\n[{"name"`, /array 2 is not JSON/],
    ['words after the array', '[] and more', /array 2 is not JSON/],
    ['an array and lines', `[]\n${A}  a.zip`, /array 2 is not JSON/],
    ['lines and an array', `${A}  a.zip\n[]`, /line 2 is neither/],
    ['an array of arrays', '[[]]', /entry 1 of array 1/],
    ['an entry without a name', JSON.stringify([{ sha256: A }]), /entry 1 of array 1: name/],
    ['an entry without a sum', JSON.stringify([artifact, { name: 'a.zip' }]), /entry 2 of array 1: sha256/],
    ['a sum that is none', JSON.stringify([{ name: 'a.zip', sha256: 'x' }]), /sha256: expected 64/],
    ['an MD5 that is none', JSON.stringify([{ ...artifact, md5: 'x' }]), /md5: expected 32/],
    ['a size of nothing', JSON.stringify([{ ...artifact, size: 0 }]), /size/],
    ['a size in words', JSON.stringify([{ ...artifact, size: '3000000' }]), /size/],
  ])('%s is refused', (_, text, words) => {
    expect(() => parseExpected(text)).toThrow(InputError)
    expect(() => parseExpected(text)).toThrow(words)
  })
})

describe('what a complete release consists of', () => {
  const names = (list: readonly Wanted[]) => list.map(({ name, optional }) => [name, optional])

  test('a build’s artefact brings both checksum files, by their content', () => {
    const wanted = wantedFor([{ name: 'a.zip', sha256: A, size: 7, md5: MD5 }])
    expect(wanted).toEqual([
      { name: 'a.zip', sha256: A, size: 7, optional: false },
      { name: 'a.zip.sha256', sha256: sha256(`${A}  a.zip\n`), size: 72, optional: false },
      { name: 'a.zip.md5', sha256: sha256(`${MD5}  a.zip\n`), size: 40, optional: false },
      { name: 'a.zip.verified.json', sha256: undefined, size: undefined, optional: true, zip: A },
    ])
  })

  test('a bare sum allows them', () => {
    const wanted = wantedFor([{ name: 'a.zip', sha256: A }])
    expect(names(wanted)).toEqual([
      ['a.zip', false],
      ['a.zip.sha256', true],
      ['a.zip.md5', true],
      ['a.zip.verified.json', true],
    ])
    expect(wanted[2]).toMatchObject({ sha256: undefined, size: 40 })
  })

  test('one that is named itself is wanted, and has none of its own', () => {
    const wanted = wantedFor([
      { name: 'a.zip', sha256: A },
      { name: 'a.zip.sha256', sha256: B },
    ])
    expect(names(wanted)).toEqual([
      ['a.zip', false],
      ['a.zip.sha256', false],
      ['a.zip.md5', true],
      ['a.zip.verified.json', true],
    ])
    expect(wanted[1]?.sha256).toBe(B)
  })

  test('an MD5 file whose content nobody knows must at least have its length', () => {
    const asset = { id: 1, state: 'uploaded', digest: `sha256:${B}`, createdAt: 0, url: '' }
    const zip = { ...asset, name: 'a.zip', size: 7, digest: `sha256:${A}` }
    const wanted = wantedFor([{ name: 'a.zip', sha256: A }])
    const faults = (size: number) =>
      faultsIn([zip, { ...asset, name: 'a.zip.md5', size }], wanted, new Map()).sentences
    expect(faults(40)).toEqual([])
    expect(faults(41)).toEqual([expect.stringContaining('other bytes: a.zip.md5')])
  })
  test('a record that is there must be that of the zip, whoever put it there', () => {
    const asset = { id: 1, state: 'uploaded', digest: `sha256:${A}`, createdAt: 0, url: '', size: 7 }
    const name = 'a.zip.verified.json'
    const assets = [
      { ...asset, name: 'a.zip' },
      { ...asset, name },
    ]
    const faults = (sum: string | undefined) => {
      const record = sum === undefined ? undefined : { zip: { sha256: sum }, stages: [], notRun: [] }
      return faultsIn(assets, wantedFor([{ name: 'a.zip', sha256: A }]), new Map([[name, record]]))
    }
    expect(faults(A)).toEqual({ sentences: [], strangers: [], records: false })
    expect(faults(B)).toMatchObject({
      sentences: [`records of other zips: ${name} (of a zip with SHA-256 ${B}; the zip has ${A})`],
      records: true,
    })
    expect(faults(undefined).sentences).toEqual([expect.stringContaining(`${name} (no record; `)])
  })
})
