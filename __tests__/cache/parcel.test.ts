import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles } from '../../src/cache/file-list.js'
import { fileListOf, open, pack, unpack } from '../../src/cache/parcel.js'
import { sha256 } from '../../src/package/checksums.js'

const scratch = () => mkdtempSync(join(tmpdir(), 'parcel-'))
type Row = [path: string, sha256: string, size: number]

/** A parcel of the files a/x ("one") and b ("two!"), or of what is made of its list. */
function parcel(change: (list: Row[]) => unknown = (list) => list, after = ''): Buffer {
  const list: Row[] = ['a/x', 'b'].map((path, at) => {
    const text = ['one', 'two!'][at] ?? ''
    return [path, sha256(Buffer.from(text)), text.length]
  })
  return Buffer.from(`${JSON.stringify(change(list))}\none${'two!'}${after}`)
}

const renamed = (at: 0 | 1, path: string) =>
  parcel((list) => list.map((row, index) => (index === at ? [path, row[1], row[2]] : row)))

test('what is packed is unpacked, without the list of files', async () => {
  const [from, to] = [scratch(), scratch()]
  mkdirSync(join(from, 'a'))
  writeFileSync(join(from, 'a', 'x'), 'one')
  writeFileSync(join(from, 'b'), 'two!')
  writeFileSync(join(from, 'file-list.json'), '[]')
  const packed = await pack(from)
  expect(Buffer.from(packed).equals(parcel())).toBe(true)
  const files = open(packed)
  await unpack(files, to)
  expect(await listFiles(to)).toEqual(fileListOf(files))
  expect(readFileSync(join(to, 'a', 'x'), 'utf8')).toBe('one')
})

test('a link is not packed', async () => {
  const from = scratch()
  symlinkSync('/etc/passwd', join(from, 'link'))
  await expect(pack(from)).rejects.toThrow('link is a symbolic link')
})

test.each<[string, Uint8Array, RegExp]>([
  ['empty', Buffer.alloc(0), /list of files cannot be read/],
  ['something else', Buffer.from('garbage\n'), /list of files cannot be read/],
  ['without files', parcel(() => []), /list of files cannot be read/],
  ['cut in its list', parcel().subarray(0, 20), /list of files cannot be read/],
  ['cut in a file', parcel().subarray(0, -1), /^b is cut short/],
  ['cut before a file', parcel().subarray(0, -4), /^b is cut short or missing/],
  ['changed', Buffer.from(parcel().toString().replace('one', 'eno')), /^a\/x was changed/],
  ['longer', parcel(undefined, 'more'), /^4 bytes were added/],
  ['of a negative size', parcel((list) => [['a', list[0]?.[1], -1]]), /cannot be read/],
  ['listing a file twice', renamed(1, 'a/x'), /^a\/x is out of order/],
  ['absolute', renamed(0, '/a'), /^"\/a" is not the path/],
  ['escaping', renamed(0, '../a'), /^"\.\.\/a" is not the path/],
  ['escaping below', renamed(0, 'a/../../x'), /is not the path/],
  ['nameless', renamed(0, ''), /is not the path/],
  ['with a list of its own', renamed(1, 'file-list.json'), /is not the path/],
])('a parcel that is %s is refused', (_, bytes, message) => {
  expect(() => open(bytes)).toThrow(message)
})

test('a file below a file is refused', async () => {
  await expect(unpack(open(renamed(1, 'a/x/y')), scratch())).rejects.toThrow()
})
