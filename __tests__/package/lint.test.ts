import { describe, expect, it } from 'vitest'
import { lintZip, type ZipExpectations } from '../../src/package/lint.js'
import { packageTree } from '../../src/package/tree.js'
import { writeZip } from '../../src/package/zip.js'
import { pythonZip } from './python-zip.js'
import { sampleContents, text } from './sample.js'

const expected: ZipExpectations = {
  psycopg2: '2.9.13',
  python: '3.13',
  architecture: 'x86_64',
  glibc: '2.34',
}
const zip = writeZip(packageTree(sampleContents()))

/**
 * The sample zip rewritten by Python, with `change` run over `items`, a list of [ZipInfo, data]. RECORD is
 * made anew afterwards unless `record` is set, so that a change breaks its own rule and not that one too.
 */
function rewritten(change: string): Uint8Array {
  return pythonZip(
    `
import base64, hashlib
items = [[i, given.read(i)] for i in given.infolist()]
D = 'psycopg2-2.9.13.dist-info/'
record = False
def at(path): return next(item for item in items if item[0].filename == path)
def add(path, data=b'x', mode=0o100644):
    info = entry(path, mode); info.date_time = (1980, 1, 1, 0, 0, 0); items.append([info, data])
    items.sort(key=lambda item: item[0].filename)
def drop(path): items.remove(at(path))
def edit(path, old, new): item = at(path); assert old in item[1]; item[1] = item[1].replace(old, new)
${change}
if not record and any(i.filename == D + 'RECORD' for i, _ in items):
    lines = []
    for info, data in items:
        if info.filename.endswith('/'): continue
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip('=')
        own = info.filename == D + 'RECORD'
        lines.append(info.filename + (',,' if own else ',sha256=%s,%d' % (digest, len(data))))
    at(D + 'RECORD')[1] = ('\\n'.join(sorted(lines)) + '\\n').encode()
for info, data in items: z.writestr(info, data)
`,
    zip,
  )
}

describe('a good zip', () => {
  it('has no problem', () => {
    expect(lintZip(zip, expected)).toEqual([])
  })

  it('has none either when another program wrote the same', () => {
    expect(lintZip(rewritten(''), expected)).toEqual([])
  })

  it('carries the build tag that it was asked for', () => {
    const numbered = writeZip(packageTree(sampleContents({ buildNumber: '2' })))
    const asked = { ...expected, buildNumber: '2' }
    expect(lintZip(numbered, asked)).toEqual([])
    expect(lintZip(zip, asked)).toEqual([{ rule: 'wheel', message: 'WHEEL lacks the line Build: 2' }])
  })

  it('may lack byte code altogether, and have the text of the LGPL', () => {
    const { files, licenses } = sampleContents()
    const contents = sampleContents({
      files: new Map([...files].filter(([path]) => !path.endsWith('.pyc'))),
      licenses: { ...licenses, lgpl: text('LGPL 3\n') },
    })
    expect(lintZip(writeZip(packageTree(contents)), expected)).toEqual([])
  })

  it('is judged by Python 2.7’s names for Python 2.7', () => {
    const contents = (extra: [string, Uint8Array][]) =>
      sampleContents({
        python: '2.7',
        glibc: '2.17',
        files: new Map([
          ['psycopg2/__init__.py', text('x')],
          ['psycopg2/_psycopg.so', text('\x7fELF')],
          ...extra,
        ]),
      })
    const old = { ...expected, python: '2.7', glibc: '2.17' }
    expect(lintZip(writeZip(packageTree(contents([]))), old)).toEqual([])
    const stray = writeZip(
      packageTree(contents([['psycopg2/__pycache__/__init__.cpython-27.pyc', text('x')]])),
    )
    expect(lintZip(stray, old).map(({ rule }) => rule)).toEqual(['names'])
  })
})

describe('a zip that is wrong in one thing', () => {
  const SO = 'psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so'

  it.each([
    ['structure', 'the zip has a comment', "z.comment = b'hello'"],
    [
      'structure',
      'bytes that belong to no entry before psycopg2-',
      "z.fp.write(b'gap'); z.start_dir = z.fp.tell()",
    ],
    [
      'structure',
      'psycopg2/sql.py has an extra field',
      "at('psycopg2/sql.py')[0].extra = b'\\x01\\x00\\x01\\x00x'",
    ],
    ['order', `${SO} is not in byte order`, 'items[-1], items[-2] = items[-2], items[-1]'],
    ['directories', 'psycopg2/__pycache__/ has no entry', "drop('psycopg2/__pycache__/')"],
    ['directories', 'psycopg2/tests/ is empty', "add('psycopg2/tests/', b'', 0o040755)"],
    [
      'modes',
      'psycopg2/sql.py has mode 100600 instead of 100644',
      "at('psycopg2/sql.py')[0].external_attr = 0o100600 << 16",
    ],
    ['modes', `${SO} has mode 100644 instead of 100755`, `at('${SO}')[0].external_attr = 0o100644 << 16`],
    [
      'modes',
      'psycopg2/ has mode 40700 instead of 40755',
      "at('psycopg2/')[0].external_attr = 0o040700 << 16 | 16",
    ],
    ['modes', 'psycopg2/sql.py has mode of another system', "at('psycopg2/sql.py')[0].create_system = 0"],
    [
      'times',
      'psycopg2/sql.py has a time other',
      "at('psycopg2/sql.py')[0].date_time = (1980, 1, 1, 0, 0, 2)",
    ],
    [
      'times',
      'psycopg2/sql.py has a time other',
      "at('psycopg2/sql.py')[0].date_time = (2026, 1, 1, 0, 0, 0)",
    ],
    ['names', 'psycopg2/notes.txt does not belong', "add('psycopg2/notes.txt')"],
    ['names', 'psycopg2/libpq.so.5 does not belong', "add('psycopg2/libpq.so.5')"],
    [
      'names',
      'psycopg2.libs/x does not belong',
      "add('psycopg2.libs/', b'', 0o040755); add('psycopg2.libs/x')",
    ],
    ['names', 'INSTALLER does not belong', "add(D + 'INSTALLER')"],
    ['names', 'sql.cpython-312.pyc does not belong', "add('psycopg2/__pycache__/sql.cpython-312.pyc')"],
    ['names', '_psycopg.so does not belong', "add('psycopg2/_psycopg.so', b'', 0o100755)"],
    ['shared object', `${SO} is not an ELF file`, `edit('${SO}', b'\\x7fELF', b'\\x7fELV')`],
    ['package', 'psycopg2/__init__.py is missing', "drop('psycopg2/__init__.py')"],
    ['package', 'tz.py has no byte code', "add('psycopg2/tz.py')"],
    ['package', 'tz.pyc has no source', "add('psycopg2/__pycache__/tz.cpython-313.pyc')"],
    ['dist-info', 'METADATA is missing', "drop(D + 'METADATA')"],
    ['dist-info', 'RECORD is missing', "drop(D + 'RECORD')"],
    [
      'dist-info',
      'sboms/psycopg2.cdx.json is missing',
      "drop(D + 'sboms/psycopg2.cdx.json'); drop(D + 'sboms/')",
    ],
    ['dist-info', 'licenses/openssl/LICENSE.txt is empty', "at(D + 'licenses/openssl/LICENSE.txt')[1] = b''"],
    ['metadata', 'METADATA lacks the line Version: 2.9.13', "edit(D + 'METADATA', b'2.9.13', b'2.9.12')"],
    [
      'metadata',
      'METADATA lacks the line Name: psycopg2',
      "edit(D + 'METADATA', b'Name: psycopg2', b'Name: psycopg2-binary')",
    ],
    [
      'wheel',
      'WHEEL lacks the line Tag: cp313-cp313-manylinux_2_34_x86_64',
      "edit(D + 'WHEEL', b'x86_64', b'aarch64')",
    ],
    [
      'RECORD',
      'RECORD lacks the line psycopg2/sql.py,',
      "record = True; edit('psycopg2/sql.py', b'SQL', b'sql')",
    ],
    [
      'RECORD',
      'RECORD has the wrong line psycopg2/sql.py,',
      "record = True; edit(D + 'RECORD', b'psycopg2/sql.py,sha256=', b'psycopg2/sql.py,sha256=A')",
    ],
    [
      'RECORD',
      'RECORD has the wrong line psycopg2/gone.py,,',
      "record = True; at(D + 'RECORD')[1] += b'psycopg2/gone.py,,\\n'",
    ],
    [
      'RECORD',
      'RECORD is not in order',
      "record = True; r = at(D + 'RECORD'); r[1] = b''.join(reversed(r[1].splitlines(True)))",
    ],
  ])('%s: %s', (rule, message, change) => {
    const problems = lintZip(rewritten(change), expected)
    expect(problems).toContainEqual({ rule, message: expect.stringContaining(message) })
    expect([...new Set(problems.map((problem) => problem.rule))]).toEqual([rule])
  })

  it('hides bytes before the directory', () => {
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
    const central = view.getUint32(zip.length - 6, true)
    const gap = new Uint8Array([...zip.subarray(0, central), 1, 2, 3, ...zip.subarray(central)])
    new DataView(gap.buffer).setUint32(gap.length - 6, central + 3, true)
    expect(lintZip(gap, expected)).toEqual([
      { rule: 'structure', message: 'there are bytes that belong to no entry before the directory' },
    ])
  })
})

describe('a zip that is wrong in many things', () => {
  it('is told all of them', () => {
    const problems = lintZip(zip, {
      psycopg2: '2.9.12',
      python: '3.12',
      architecture: 'arm64',
      glibc: '2.26',
    })
    const rules = new Set(problems.map(({ rule }) => rule))
    expect([...rules]).toEqual(['names', 'shared object', 'dist-info'])
    expect(problems).toContainEqual({
      rule: 'shared object',
      message:
        'psycopg2/_psycopg.cpython-312-aarch64-linux-gnu.so is missing; ' +
        'there is psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so',
    })
    const both = rewritten("at('psycopg2/sql.py')[0].external_attr = 0; add('psycopg2/x.txt')")
    expect(lintZip(both, expected).map(({ rule }) => rule)).toEqual(['modes', 'names'])
  })

  it('is one problem when it cannot be read at all', () => {
    expect(lintZip(zip.subarray(0, 500), expected)).toEqual([
      { rule: 'zip', message: expect.stringContaining('cut off') },
    ])
  })
})
