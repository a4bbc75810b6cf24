import { execFileSync, spawnSync } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/package/checksums.js'
import { packageTree } from '../../src/package/tree.js'
import { writeZip } from '../../src/package/zip.js'
import { MAX_UNPACKED } from '../../src/package/zip-format.js'
import { FLOOR, NEWEST } from '../../stand-ins/nodes.js'
import { python } from './python-zip.js'
import { noise, sampleContents, text } from './sample.js'
import { tempDir } from './temp-dir.js'
import { errorOf } from './thrown.js'
import { transpiled } from './transpiled.js'

/** Whether a program answers; some machines have no Info-ZIP. */
function has(program: string): boolean {
  return spawnSync(program, ['-v']).error === undefined
}

const tree = packageTree(sampleContents())
const zip = writeZip(tree)

describe('what other programs see in it', () => {
  const listed = JSON.parse(
    python(
      `
import io, json, sys, zipfile
z = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps(dict(bad=z.testzip(), comment=z.comment.decode(), entries=[dict(path=i.filename,
  mode=oct(i.external_attr >> 16), dos=i.external_attr & 0xffff, time=i.date_time, system=i.create_system,
  extra=len(i.extra), comment=len(i.comment), flags=i.flag_bits, method=i.compress_type, size=i.file_size,
  packed=i.compress_size, version=i.extract_version) for i in z.infolist()])))
`,
      zip,
    ).toString(),
  )

  it('passes the CRC test of Python and gives back the contents', () => {
    expect(listed.bad).toBeNull()
    const so = 'psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so'
    const script =
      'import io, sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).read(sys.argv[1]))'
    expect(new Uint8Array(python(script, zip, [so]))).toEqual(tree.get(so))
  })

  it('has every file, each directory before its contents, in the order of bytes', () => {
    const paths = listed.entries.map((entry: { path: string }) => entry.path)
    expect(paths).toEqual([
      'psycopg2-2.9.13.dist-info/',
      'psycopg2-2.9.13.dist-info/METADATA',
      'psycopg2-2.9.13.dist-info/RECORD',
      'psycopg2-2.9.13.dist-info/WHEEL',
      'psycopg2-2.9.13.dist-info/licenses/',
      'psycopg2-2.9.13.dist-info/licenses/openssl/',
      'psycopg2-2.9.13.dist-info/licenses/openssl/LICENSE.txt',
      'psycopg2-2.9.13.dist-info/licenses/postgresql/',
      'psycopg2-2.9.13.dist-info/licenses/postgresql/COPYRIGHT',
      'psycopg2-2.9.13.dist-info/licenses/psycopg2/',
      'psycopg2-2.9.13.dist-info/licenses/psycopg2/LICENSE',
      'psycopg2-2.9.13.dist-info/sboms/',
      'psycopg2-2.9.13.dist-info/sboms/psycopg2.cdx.json',
      'psycopg2-2.9.13.dist-info/top_level.txt',
      'psycopg2/',
      'psycopg2/__init__.py',
      'psycopg2/__pycache__/',
      'psycopg2/__pycache__/__init__.cpython-313.pyc',
      'psycopg2/__pycache__/sql.cpython-313.pyc',
      'psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so',
      'psycopg2/sql.py',
    ])
    expect(paths).toEqual(paths.toSorted((a: string, b: string) => Buffer.compare(text(a), text(b))))
  })

  it('has Unix modes, one time, and nothing beside the entries', () => {
    expect(listed.comment).toBe('')
    for (const entry of listed.entries) {
      const directory = entry.path.endsWith('/')
      const mode = directory ? '0o40755' : entry.path.endsWith('.so') ? '0o100755' : '0o100644'
      expect(entry).toMatchObject({
        mode,
        system: 3,
        time: [1980, 1, 1, 0, 0, 0],
        extra: 0,
        comment: 0,
        flags: 0,
      })
      expect(entry.dos).toBe(directory ? 0x10 : 0)
      expect(entry.version).toBe(20)
      expect(entry.packed).toBeLessThanOrEqual(entry.size)
      expect(entry.method).toBe(entry.packed < entry.size ? 8 : 0)
    }
  })

  it.skipIf(!has('unzip'))('unpacks with Info-ZIP, modes and all', () => {
    const directory = tempDir()
    writeFileSync(join(directory, 'x.zip'), zip)
    const list = execFileSync('unzip', ['-Z', '-T', join(directory, 'x.zip')], { encoding: 'utf8' })
    expect(list).toMatch(/^-rwxr-xr-x +2\.0 unx .* 19800101\.000000 psycopg2\/_psycopg.*\.so$/m)
    expect(list).toMatch(/^-rw-r--r-- +2\.0 unx .* 19800101\.000000 psycopg2\/sql\.py$/m)
    expect(list).toMatch(/^drwxr-xr-x +2\.0 unx .* 19800101\.000000 psycopg2\/$/m)
    execFileSync('unzip', ['-tq', join(directory, 'x.zip')])
    execFileSync('sh', ['-c', 'umask 077 && unzip -q x.zip'], { cwd: directory })
    const mode = (path: string) => (statSync(join(directory, path)).mode & 0o777).toString(8)
    expect(mode('psycopg2/__init__.py')).toBe('644')
    expect(mode('psycopg2/__pycache__')).toBe('755')
    expect(mode('psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so')).toBe('755')
  })
})

describe('the same bytes', () => {
  it('for whatever order the files come in', () => {
    const { files } = sampleContents()
    for (const order of [[...files].reverse(), [...files].sort(), [...files].sort().reverse()]) {
      expect(sha256(writeZip(packageTree(sampleContents({ files: new Map(order) }))))).toBe(sha256(zip))
    }
    expect(sha256(writeZip([...tree].reverse()))).toBe(sha256(zip))
  })

  it('whatever the time zone, locale, umask, day and version of Node', () => {
    const directory = transpiled()
    writeFileSync(
      join(directory, 'child.js'),
      `import { writeZip } from './src/package/zip.js'
       import { packageTree } from './src/package/tree.js'
       import { sha256 } from './src/package/checksums.js'
       import { sampleContents } from './__tests__/package/sample.js'
       console.log(new Date(315532800000).getFullYear(), sha256(writeZip(packageTree(sampleContents()))))`,
    )
    const run = (node: string, TZ: string, LC_ALL: string, umask: string) =>
      execFileSync('sh', ['-c', `umask ${umask}; exec "$0" child.js`, node], {
        cwd: directory,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, TZ, LC_ALL, HOME: directory, TMPDIR: directory, COLUMNS: '20' },
      }).split(/\s/)
    const years = new Set<string | undefined>()
    for (const node of [FLOOR, NEWEST]) {
      for (const [zone, locale, umask] of [
        ['UTC', 'C', '022'],
        ['America/St_Johns', 'tr_TR.UTF-8', '077'],
        ['Pacific/Apia', 'de_DE.UTF-8', '000'],
        ['Asia/Kolkata', 'hi_IN', '027'],
        ['Pacific/Kiritimati', 'sv_SE.UTF-8', '022'],
      ] as const) {
        const [year, sum] = run(node, zone, locale, umask)
        years.add(year)
        expect(sum, `${node} in ${zone}`).toBe(sha256(zip))
      }
    }
    // That the zones were in force: 1980 began there at different times.
    expect([...years].sort()).toEqual(['1979', '1980'])
  }, 60_000)

  // Deflating otherwise changes the SHA-256 of every zip, so that old releases cannot be made again: only on purpose.
  it('as ever', () => {
    const known = writeZip([
      ['psycopg2/a.py', noise(40_000).map((byte) => 97 + (byte >> 6))],
      ['psycopg2/b.so', noise(5000)],
    ])
    expect(sha256(known)).toBe('9a1bf165a010c2d00b7541f69beaf4a9bfb26b817228ecc701e042dcd29e6076')
  })
})

describe('writeZip refuses', () => {
  const good: [string, Uint8Array] = ['psycopg2/a.py', text('')]

  it.each([
    ['/psycopg2/a.py', 'is absolute'],
    ['C:/psycopg2/a.py', 'is absolute'],
    ['psycopg2/../a.py', '(..)'],
    ['psycopg2/..', '(..)'],
    ['psycopg2\\a.py', 'backslash'],
    ['psycopg2//a.py', 'empty part'],
    ['psycopg2/./a.py', 'empty part'],
    ['psycopg2/sub/', 'is a directory'],
    ['psycopg2/a\n.py', 'plain ASCII'],
    ['psycopg2/a\0.py', 'plain ASCII'],
    ['psycopg2/ä.py', 'plain ASCII'],
    ['psycopg2/a:b', 'colon'],
    ['', 'is empty'],
    ['psycopg2', 'outside'],
    ['a.py', 'outside'],
    ['psycopg2_binary/a.py', 'outside'],
    ['psycopg2x/a.py', 'outside'],
    ['psycopg3-3.0.dist-info/METADATA', 'outside'],
    ['psycopg2.libs/libpq.so.5', 'outside'],
    ['psycopg2/a.py', 'is there twice'],
    ['psycopg2/a.py/b', 'is a file and a directory'],
  ])('%j: %s', (path, problem) => {
    const error = errorOf(() => writeZip([good, [path, text('')]]))
    expect(error.message).toContain(problem)
    expect(error.hint).not.toBe('')
  })

  it('more than may be unpacked again', () => {
    const half = new Uint8Array(MAX_UNPACKED / 2)
    const files: [string, Uint8Array][] = [
      ['psycopg2/a', half],
      ['psycopg2/b', half],
      ['psycopg2/c', noise(1)],
    ]
    expect(errorOf(() => writeZip(files)).message).toContain(`${MAX_UNPACKED + 1} bytes`)
  })
})
