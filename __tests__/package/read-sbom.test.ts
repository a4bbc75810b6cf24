import { expect, test } from 'vitest'
import { readSbom } from '../../src/package/read-sbom.js'
import { packageTree } from '../../src/package/tree.js'
import { sampleContents, text } from './sample.js'

const PATH = 'psycopg2-2.9.13.dist-info/sboms/psycopg2.cdx.json'
const tree = packageTree(sampleContents())

/** The tree with another bill of materials, as a function of its text. */
function changed(change: (sbom: string) => string): Map<string, Uint8Array> {
  return new Map([...tree, [PATH, text(change(new TextDecoder().decode(tree.get(PATH))))]])
}

test('what is written into a zip is read out of it', () => {
  expect(readSbom(tree, '2.9.13')).toEqual({
    python: '3.13',
    architecture: 'x86_64',
    versions: { psycopg2: '2.9.13', postgresql: '18.6', openssl: '3.5.7' },
  })
})

test.each([
  ['of another version', tree, '2.9.12', /^it has no psycopg2-2\.9\.12\.dist-info\/sboms/],
  ['that is no JSON', changed(() => '{'), '2.9.13', /is not JSON$/],
  ['without components', changed(() => '{}'), '2.9.13', /is not as it is written here: metadata/],
  [
    'with a version that is none',
    changed((sbom) => sbom.replaceAll('"18.6"', '"18.6; rm"')),
    '2.9.13',
    /expected digits and dots/,
  ],
  [
    'without libpq',
    changed((sbom) => sbom.replaceAll('"libpq"', '"another"')),
    '2.9.13',
    /does not say which Python, architecture, libpq and OpenSSL/,
  ],
  [
    'for an unknown machine',
    changed((sbom) => sbom.replaceAll('"x86_64"', '"riscv64"')),
    '2.9.13',
    /does not say which Python, architecture/,
  ],
])('one %s is refused', (_, files, psycopg2, message) => {
  expect(() => readSbom(files, psycopg2)).toThrow(message)
})
