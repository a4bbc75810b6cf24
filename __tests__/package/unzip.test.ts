import { describe, expect, it } from 'vitest'
import { readZip } from '../../src/package/unzip.js'
import { writeZip } from '../../src/package/zip.js'
import { pythonZip } from './python-zip.js'
import { noise, text } from './sample.js'
import { errorOf } from './thrown.js'

const small = writeZip([
  ['psycopg2/a.py', text('import sys\n'.repeat(20))],
  ['psycopg2/b.so', noise(200)],
  ['psycopg2/empty.py', text('')],
])

describe('what it reads', () => {
  it('is what writeZip wrote', () => {
    const entries = readZip(small)
    expect(entries.map(({ path, mode, directory }) => [path, mode?.toString(8), directory])).toEqual([
      ['psycopg2/', '40755', true],
      ['psycopg2/a.py', '100644', false],
      ['psycopg2/b.so', '100755', false],
      ['psycopg2/empty.py', '100644', false],
    ])
    expect(entries.map(({ data }) => data)).toEqual([
      text(''),
      text('import sys\n'.repeat(20)),
      noise(200),
      text(''),
    ])
    expect(entries.every((entry) => entry.date === 0x21 && entry.time === 0 && !entry.extra)).toBe(true)
  })

  it('does not depend on where the bytes lie in their buffer', () => {
    const shifted = new Uint8Array(small.length + 7)
    shifted.set(small, 7)
    expect(readZip(shifted.subarray(7))).toEqual(readZip(small))
  })

  it('is also what other programs write: comments, stored data, records behind the data, other systems', () => {
    const zip = pythonZip(`
z.comment = b'a comment'
z.writestr(entry('stored.txt'), b'x' * 50, zipfile.ZIP_STORED)
z.writestr(entry('dos.txt', 0, 0), b'y' * 50)
z.writestr('ü/ü.txt', 'ü')
`)
    expect(readZip(zip).map(({ path, mode, data }) => [path, mode, data.length])).toEqual([
      ['stored.txt', 0o100644, 50],
      ['dos.txt', undefined, 50],
      ['ü/ü.txt', 0o600, 2],
    ])
    const streamed = pythonZip(`
class Pipe(io.RawIOBase):
    def writable(self): return True
    def write(self, data): return stream.write(data)
stream = io.BytesIO()
with zipfile.ZipFile(Pipe(), 'w', zipfile.ZIP_DEFLATED) as s: s.writestr(entry('a.txt'), b'z' * 500)
out = stream
`)
    expect(readZip(streamed).map(({ path, data, extra }) => [path, data.length, extra])).toEqual([
      ['a.txt', 500, true],
    ])
  })
})

describe('what it refuses, made with Python', () => {
  it.each([
    ['../evil.py', 'leads out'],
    ['psycopg2/../../evil.py', 'leads out'],
    ['psycopg2/..', 'leads out'],
    ['/etc/cron.d/evil', 'is absolute'],
    ['C:/Windows/evil.dll', 'is absolute'],
    ['c:evil.dll', 'is absolute'],
    ['..\\evil.py', 'backslash'],
    ['psycopg2/a.py:stream', 'colon'],
    ['psycopg2/\x1b[2J.py', 'control character'],
    ['psycopg2//a.py', 'empty part'],
    ['./a.py', 'empty part'],
  ])('the path %j', (path, problem) => {
    const zip = pythonZip(`z.writestr(entry(${JSON.stringify(path)}), b'evil')`)
    const error = errorOf(() => readZip(zip, 'bad.zip'))
    expect(error.message).toContain('bad.zip: ')
    expect(error.message).toContain(problem)
    expect(error.message).toContain(JSON.stringify(path))
    expect(error.hint).toContain('Do not unpack it')
  })

  it.each([
    ["z.writestr(entry('psycopg2/link', 0o120777), b'/etc/passwd')", 'is a symbolic link'],
    ["z.writestr(entry('psycopg2/link', 0o120777, 0), b'/etc/passwd')", 'is a symbolic link'],
    ["z.writestr(entry('psycopg2/fifo', 0o010644), b'')", 'is neither a file nor a directory'],
    ["z.writestr(entry('psycopg2/dir', 0o040755), b'')", 'is neither a file nor a directory'],
    ["z.writestr(entry('a'), b'1'); z.writestr(entry('a'), b'2')", '"a" is there twice'],
    ["z.writestr(entry('a'), b'1'); z.writestr(entry('a/b'), b'2')", '"a" is a file and a directory'],
    ["z.writestr(entry('a/b'), b'2'); z.writestr(entry('a'), b'1')", '"a" is a file and a directory'],
    ["z.writestr(entry('a'), b'1'); z.writestr(entry('a/', 0o040755), b'')", '"a" is a file and a directory'],
    ["z.writestr(entry('a'), b'1' * 99, zipfile.ZIP_BZIP2)", 'packed by method 12'],
    ["z.writestr(entry('a'), b'1' * 99, zipfile.ZIP_LZMA)", 'packed by method 14'],
  ])('%s', (script, problem) => {
    expect(errorOf(() => readZip(pythonZip(script))).message).toContain(problem)
  })

  it('a bomb that says how large it is', () => {
    const zip = pythonZip("z.writestr(entry('psycopg2/a.py'), bytes(70 * 1024 * 1024))")
    expect(zip.length).toBeLessThan(100_000)
    expect(errorOf(() => readZip(zip)).message).toContain('unpacks to 73400320 bytes')
  })

  it('a bomb in many parts, each within the limit', () => {
    const zip = pythonZip(
      "for n in range(20): z.writestr(entry('psycopg2/%d.py' % n), bytes(4 * 1024 * 1024))",
    )
    expect(errorOf(() => readZip(zip)).message).toContain('unpacks to 83886080 bytes')
  })

  it('a bomb that lies about its size', () => {
    const zip = pythonZip("z.writestr(entry('psycopg2/a.py'), bytes(70 * 1024 * 1024))")
    const lie = patched(zip, (view, central) => {
      view.setUint32(22, 10, true)
      view.setUint32(central + 24, 10, true)
    })
    // Node's words when inflating reaches the size that the entry claims.
    expect(errorOf(() => readZip(lie)).message).toContain('larger than 10 bytes')
  })

  it('data of fewer bytes than announced', () => {
    const zip = pythonZip("z.writestr(entry('a'), b'1' * 99)")
    const lie = patched(zip, (view, central) => {
      view.setUint32(22, 100, true)
      view.setUint32(central + 24, 100, true)
    })
    expect(errorOf(() => readZip(lie)).message).toContain('99 bytes instead of 100')
  })

  it('entries that share their bytes, as bombs of many gigabytes do', () => {
    const zip = pythonZip(`
import zlib
def local(name, data): return struct.pack('<IHHHHHIIIHH', 0x04034b50, 20, 0, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(name), 0) + name
def central(name, data, at): return struct.pack('<IHHHHHHIIIHHHHHII', 0x02014b50, 788, 20, 0, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(name), 0, 0, 0, 0, 0o100644 << 16, at) + name
inner = b'kernel' * 10
quoted = local(b'b', inner) + inner
body = local(b'a', quoted) + quoted
rows = central(b'a', quoted, 0) + central(b'b', inner, 31)
out = io.BytesIO(body + rows + struct.pack('<IHHHHIIH', 0x06054b50, 0, 0, 2, 2, len(rows), len(body), 0))
`)
    expect(errorOf(() => readZip(zip)).message).toContain('"a" and "b" share the same bytes')
  })

  it.each([
    ['a name', (view: DataView) => view.setUint8(30, 0x62)],
    ['a method', (view: DataView) => view.setUint16(8, 0, true)],
    ['a CRC', (view: DataView) => view.setUint32(14, 1, true)],
    ['a packed size', (view: DataView) => view.setUint32(18, 1, true)],
    ['a size', (view: DataView) => view.setUint32(22, 1, true)],
  ])('%s that differs between the two headers', (_, patch) => {
    const zip = pythonZip("z.writestr(entry('a'), b'1' * 99)")
    expect(errorOf(() => readZip(patched(zip, patch))).message).toContain('headers of "a" contradict')
  })

  it('an encrypted entry, a directory with contents, a path that is not UTF-8, several parts', () => {
    const zip = pythonZip("z.writestr(entry('a'), b'1' * 99)")
    const encrypted = patched(zip, (view, central) => view.setUint16(central + 8, 1, true))
    expect(errorOf(() => readZip(encrypted)).message).toContain('"a" is encrypted')
    const latin = patched(zip, (view, central) => {
      view.setUint8(30, 0xe4)
      view.setUint8(central + 46, 0xe4)
    })
    expect(errorOf(() => readZip(latin)).message).toContain('the path "ä" is not UTF-8')
    const full = pythonZip("z.writestr(entry('a'), b'1' * 99)")
    const directory = patched(full, (view, central) => {
      view.setUint8(30, 0x2f)
      view.setUint8(central + 46, 0x2f)
    })
    expect(errorOf(() => readZip(directory)).message).toContain('the path "/"')
    const parts = patched(zip, (view) => view.setUint16(view.byteLength - 18, 1, true))
    expect(errorOf(() => readZip(parts)).message).toContain('in several parts')
    const two = patched(zip, (view) => view.setUint32(view.byteLength - 14, 0x00020002, true))
    expect(errorOf(() => readZip(two)).message).toContain('2 entries announced, 1 listed')
    const filled = pythonZip("z.writestr(entry('a_'), b'1' * 99)")
    const slash = patched(filled, (view, central) => {
      view.setUint8(31, 0x2f)
      view.setUint8(central + 47, 0x2f)
      view.setUint32(central + 38, 0, true)
    })
    expect(errorOf(() => readZip(slash)).message).toContain('the directory "a/" has contents')
  })
})

describe('what is damaged', () => {
  it.each([
    ['nothing', text('')],
    ['a page of HTML', text('<!DOCTYPE html><title>Not Found</title>'.repeat(9))],
    ['a shared object', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, ...noise(500)])],
  ])('%s is not a zip file', (_, bytes) => {
    expect(errorOf(() => readZip(bytes, 'x.zip')).message).toBe('x.zip: not a zip file')
  })

  it('is refused when cut off anywhere', () => {
    for (let length = 0; length < small.length; length++) {
      errorOf(() => readZip(small.subarray(0, length)))
    }
    expect(errorOf(() => readZip(small.subarray(0, 100))).message).toContain('cut off')
  })

  it('is refused with bytes in front or behind', () => {
    const longer = new Uint8Array([...small, 0])
    expect(errorOf(() => readZip(longer)).message).toContain('cut off')
    expect(errorOf(() => readZip(new Uint8Array([0, ...small]))).message).toContain('directory is not where')
  })

  it('never gives other contents, whichever byte is wrong', () => {
    const good = readZip(small)
    for (let at = 0; at < small.length; at++) {
      for (const flip of [1, 0x80, 0xff]) {
        const bad = small.slice()
        bad[at] = (bad[at] ?? 0) ^ flip
        let entries: ReturnType<typeof readZip>
        try {
          entries = readZip(bad)
        } catch (error) {
          expect(error, `byte ${at}`).toMatchObject({ name: 'BuildError' })
          continue
        }
        expect(
          entries.map(({ data }) => data),
          `byte ${at}`,
        ).toEqual(good.map(({ data }) => data))
      }
    }
  })
})

/** A copy with something changed; `central` is where the directory starts. */
function patched(zip: Uint8Array, patch: (view: DataView, central: number) => void): Uint8Array {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  patch(view, view.getUint32(copy.length - 6, true))
  return copy
}
