import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { metadata, recordFile, requiresPython, wheel } from '../../src/package/dist-info.js'
import { packageTree } from '../../src/package/tree.js'
import { writeZip } from '../../src/package/zip.js'
import { python } from './python-zip.js'
import { sampleContents, text } from './sample.js'
import { tempDir } from './temp-dir.js'
import { errorOf } from './thrown.js'

const DIST_INFO = 'psycopg2-2.9.13.dist-info'

describe('packageTree', () => {
  it('adds the dist-info and nothing else', () => {
    const contents = sampleContents()
    const paths = [...packageTree(contents).keys()].filter((path) => !contents.files.has(path))
    expect(paths.sort()).toEqual(
      [
        'METADATA',
        'RECORD',
        'WHEEL',
        'licenses/openssl/LICENSE.txt',
        'licenses/postgresql/COPYRIGHT',
        'licenses/psycopg2/LICENSE',
        'sboms/psycopg2.cdx.json',
        'top_level.txt',
      ].map((name) => `${DIST_INFO}/${name}`),
    )
  })

  it('ships the text of the LGPL when it is given, and names it', () => {
    const { licenses } = sampleContents()
    const tree = packageTree(sampleContents({ licenses: { ...licenses, lgpl: text('LGPL 3\n') } }))
    expect(tree.get(`${DIST_INFO}/licenses/psycopg2/COPYING.LESSER`)).toEqual(text('LGPL 3\n'))
    expect(new TextDecoder().decode(tree.get(`${DIST_INFO}/METADATA`))).toContain(
      'License-File: psycopg2/COPYING.LESSER\n',
    )
  })

  it.each(['psycopg/x.py', '/psycopg2/x.py', 'psycopg2/../x.py', 'psycopg2', 'x.py'])(
    'refuses a built file at %s',
    (path) => {
      const files = new Map([...sampleContents().files, [path, text('')] as const])
      expect(errorOf(() => packageTree(sampleContents({ files }))).message).toContain(JSON.stringify(path))
    },
  )

  it('says which file the build did not give, and what it gave', () => {
    const error = errorOf(() => packageTree(sampleContents({ python: '3.12' })))
    expect(error.message).toContain('no psycopg2/_psycopg.cpython-312-x86_64-linux-gnu.so')
    expect(error.message).toContain('psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so')
    const files = new Map([...sampleContents().files].filter(([path]) => !path.endsWith('__init__.py')))
    expect(errorOf(() => packageTree(sampleContents({ files }))).message).toContain('no psycopg2/__init__.py')
  })
})

describe('the metadata, read by Python itself', () => {
  it('names the distribution, and RECORD lists every file with its hash', () => {
    const contents = sampleContents()
    const directory = tempDir()
    writeFileSync(join(directory, 'x.zip'), writeZip(packageTree(contents)))
    const facts = JSON.parse(
      python(
        `
import base64, hashlib, importlib.metadata, json, os, sys, zipfile
root = os.path.join(sys.argv[1], 'unpacked')
zipfile.ZipFile(os.path.join(sys.argv[1], 'x.zip')).extractall(root)
d, = importlib.metadata.distributions(name='psycopg2', path=[root])
bad, unhashed = [], []
for f in d.files:
    data = f.locate().read_bytes()
    if f.hash is None: unhashed.append(str(f)); continue
    digest = base64.urlsafe_b64encode(hashlib.new(f.hash.mode, data).digest()).decode().rstrip('=')
    if digest != f.hash.value or len(data) != f.size: bad.append(str(f))
there = [os.path.relpath(os.path.join(top, n), root) for top, _, names in os.walk(root) for n in names]
m = d.metadata
print(json.dumps(dict(version=d.version, name=m['Name'], license=m['License-Expression'],
    files=m.get_all('License-File'), python=m['Requires-Python'], top=d.read_text('top_level.txt'), bad=bad,
    unhashed=unhashed, unlisted=sorted(set(there) - {str(f) for f in d.files}), metadata=m['Metadata-Version'],
    body=m.get_payload(), keys=sorted(set(m.keys())), summary=m['Summary'])))
`,
        undefined,
        [directory],
      ).toString(),
    )
    expect(facts).toMatchObject({
      metadata: '2.4',
      name: 'psycopg2',
      version: '2.9.13',
      license: 'LGPL-3.0-or-later AND PostgreSQL AND Apache-2.0',
      files: ['psycopg2/LICENSE', 'postgresql/COPYRIGHT', 'openssl/LICENSE.txt'],
      python: '>=3.10',
      top: 'psycopg2\n',
      summary: 'psycopg2 - Python-PostgreSQL Database Adapter',
      bad: [],
      unhashed: [`${DIST_INFO}/RECORD`],
      unlisted: [],
    })
    expect(facts.body).toContain('libpq\n18.6 and OpenSSL 3.5.7')
  })

  it('is one field a line, then a blank line', () => {
    const [head] = metadata(sampleContents()).split('\n\n')
    for (const line of head?.split('\n') ?? []) expect(line).toMatch(/^[A-Z][A-Za-z-]+: \S/)
  })
})

it('WHEEL says which interpreter and which C library', () => {
  const head = 'Wheel-Version: 1.0\nGenerator: psycopg2-lambda\nRoot-Is-Purelib: false\n'
  expect(wheel(sampleContents({ architecture: 'arm64' }))).toBe(
    `${head}Tag: cp313-cp313-manylinux_2_34_aarch64\n`,
  )
  expect(wheel(sampleContents({ architecture: 'arm64', glibc: '2.17' }))).toBe(
    `${head}Tag: cp313-cp313-manylinux_2_17_aarch64\nTag: cp313-cp313-manylinux2014_aarch64\n`,
  )
})

describe('recordFile', () => {
  it('is sorted by bytes, hashes all but itself, and quotes as CSV does', () => {
    const files = new Map([
      ['p/b.py', text('abc')],
      ['p/B.py', text('')],
      ['d/RECORD', text('an older one')],
      ['p/a,"c.py', text('')],
    ])
    const empty = 'sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0'
    expect(recordFile(files, 'd')).toBe(
      `d/RECORD,,\np/B.py,${empty}\n"p/a,""c.py",${empty}\n` +
        'p/b.py,sha256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0,3\n',
    )
  })
})

describe('requiresPython', () => {
  it.each([
    [['3.13'], '>=3.13'],
    [['3.14', '3.9', '3.10', '3.11', '3.12', '3.13'], '>=3.9'],
    [['2.7', '3.6', '3.7', '3.8', '3.9'], '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*, !=3.5.*'],
    [['3.6', '3.8', '3.8'], '>=3.6, !=3.7.*'],
  ])('%j → %s', (pythons, specifier) => {
    expect(requiresPython(pythons)).toBe(specifier)
  })

  it('takes in the Python that the zip is for, whatever the lock says', () => {
    const { psycopg2 } = sampleContents()
    expect(metadata(sampleContents({ psycopg2: { ...psycopg2, pythons: undefined } }))).toContain(
      'Requires-Python: >=3.13\n',
    )
  })
})
