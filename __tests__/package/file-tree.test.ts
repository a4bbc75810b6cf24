import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { directoryTree } from '../../src/package/directory-tree.js'
import { type FileTree, zipTree } from '../../src/package/file-tree.js'
import { BuildError } from '../../src/report/errors.js'
import { pythonZip } from './python-zip.js'
import { errorOf } from './thrown.js'

const directory = mkdtempSync(join(tmpdir(), 'tree-'))
afterAll(() => rm(directory, { recursive: true }))

/** What is in the files, as text. */
function contents({ files }: FileTree): Record<string, string> {
  return Object.fromEntries(Array.from(files, ([path, file]) => [path, Buffer.from(file.read()).toString()]))
}

describe('a zip', () => {
  it('is read whoever wrote it: zip64, data behind records, ./ before names, no modes', () => {
    const zip = pythonZip(`
with z.open(entry('zip64.txt'), 'w', force_zip64=True) as f: f.write(b'1')
z.writestr(entry('./dot/a.txt'), b'2')
z.writestr(entry('dos.txt', 0, 0), b'3')
unix = entry('unix.txt'); unix.external_attr = 0x20; z.writestr(unix, b'5')
z.writestr(entry('dot//b.txt'), b'4')
`)
    const tree = zipTree(zip)
    expect(contents(tree)).toEqual({
      ...{ 'zip64.txt': '1', 'dot/a.txt': '2', 'dos.txt': '3', 'dot/b.txt': '4', 'unix.txt': '5' },
    })
    expect(tree.notes).toEqual([])
  })

  it('in the form for more than 65535 entries', () => {
    const zip = pythonZip("for n in range(65540): z.writestr('%d' % n, b'')")
    expect(zipTree(zip).files.size).toBe(65540)
  })

  it('with bytes before and behind it, as Python reads it', () => {
    const zip = pythonZip("z.writestr(entry('a'), b'1')")
    const tree = zipTree(new Uint8Array([...Buffer.from('#!/bin/sh\n'), ...zip, 10]))
    expect(contents(tree)).toEqual({ a: '1' })
    expect(tree.notes).toEqual([
      '10 bytes stand before the zip itself',
      '1 bytes stand behind the end of the zip',
    ])
  })

  it('has what links lead to in their place, also through one another and to directories', () => {
    const tree = zipTree(
      pythonZip(`
z.writestr(entry('libs/a.so.1.2'), b'1')
z.writestr(entry('libs/a.so', 0o120777), b'a.so.1')
z.writestr(entry('libs/a.so.1', 0o120777), b'./a.so.1.2')
z.writestr(entry('more', 0o120777), b'libs/')
z.writestr(entry('gone', 0o120777), b'nowhere')
z.writestr(entry('out', 0o120777), b'../../etc/passwd')
z.writestr(entry('absolute', 0o120777), b'/etc/passwd')
z.writestr(entry('round', 0o120777), b'round')
`),
    )
    const found = contents(tree)
    expect(found).toMatchObject({ 'libs/a.so': '1', 'libs/a.so.1': '1', 'more/a.so.1.2': '1' })
    expect(Object.keys(found).filter((path) => /gone|out|absolute|round/.test(path))).toEqual([])
    expect(tree.notes).toEqual([
      'symbolic link to nothing in the package: "gone", "out", "absolute" and 1 more',
    ])
  })

  it('has the last of several entries of one name, as unzip and Python do', () => {
    const zip = pythonZip("z.writestr(entry('a'), b'1'); z.writestr(entry('./a'), b'2')")
    expect(contents(zipTree(zip))).toEqual({ a: '2' })
    expect(zipTree(zip).notes).toEqual(['there more than once, and the last counts: "a"'])
  })

  it('is read but for what cannot be, which only matters to who asks for it', () => {
    const zip = pythonZip("z.writestr(entry('a'), b'1'); z.writestr(entry('b'), b'2' * 99, zipfile.ZIP_LZMA)")
    const { files, notes } = zipTree(zip)
    expect(Buffer.from(files.get('a')?.read() ?? []).toString()).toBe('1')
    expect(errorOf(() => files.get('b')?.read()).message).toBe(
      '"b" is packed by method 14 (LZMA), which is not supported',
    )
    expect(notes).toEqual([expect.stringMatching(/^packed by a method that is not read here.*: "b"$/)])
  })

  it('says which names Lambda would not see as a person does', () => {
    const { files, notes } = zipTree(
      pythonZip("z.writestr(entry('a\\c.py'), b''); z.writestr(entry('../c'), b''); z.writestr('d', b'')"),
    )
    expect([...files.keys()]).toEqual(['a\\c.py', 'd'])
    expect(notes).toEqual([
      expect.stringMatching(/^name with backslashes.*: "a\\\\c.py"$/),
      expect.stringMatching(/^leads out of the package.*: "..\/c"$/),
      expect.stringMatching(/^readable by its owner only .*: "d"$/),
    ])
  })

  it('ends in a BuildError or in files, in bounded time, whatever bytes are wrong', () => {
    const zip = pythonZip(`
z.comment = b'a comment'
with z.open(entry('zip64.txt'), 'w', force_zip64=True) as f: f.write(b'1' * 300)
z.writestr(entry('a/b.so'), bytes(range(256)) * 4)
z.writestr(entry('a/c.so', 0o120777), b'b.so')
z.writestr(entry('a/d', 0o120777), b'..')
`)
    // A generator of its own, so that a failure can be had again: constants of Numerical Recipes.
    let state = 1
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const started = performance.now()
    let read = 0
    for (let round = 0; round < 10_000; round++) {
      const bad = zip.slice(0, random(20) === 0 ? random(zip.length) : zip.length)
      for (let flips = random(4) + 1; flips > 0; flips--) {
        const at = random(3) === 0 ? random(bad.length) : Math.max(0, bad.length - 1 - random(320))
        bad[at] = [0, 0xff, random(256)][random(3)] ?? 0
      }
      try {
        for (const file of zipTree(bad).files.values()) {
          if (file.size > 1_000_000) continue
          file.read()
          read++
        }
      } catch (error) {
        if (!(error instanceof BuildError)) throw error
      }
    }
    expect(read).toBeGreaterThan(1000)
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  it('cannot make following its links endless', () => {
    const zip = pythonZip(`
for n in range(3000): z.writestr(entry('%d' % n, 0o120777), b'%d' % (n + 1))
for n in range(300): z.writestr(entry('d/%d' % n), b'')
for n in range(300): z.writestr(entry('d/l%d' % n, 0o120777), b'.')
`)
    const started = performance.now()
    expect(zipTree(zip).notes).toEqual([expect.stringMatching(/^symbolic link not followed, of too many: /)])
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe("other programs' zips", () => {
  const out = join(directory, 'out.zip')
  const zipped = (command: string) => {
    rmSync(out, { force: true })
    execFileSync('sh', ['-c', command.replace('OUT', out)], { cwd: join(directory, 'tree'), stdio: 'ignore' })
    return zipTree(new Uint8Array(readFileSync(out)))
  }
  mkdirSync(join(directory, 'tree', 'a'), { recursive: true })
  writeFileSync(join(directory, 'tree', 'a', 'b.txt'), 'b')
  symlinkSync('b.txt', join(directory, 'tree', 'a', 'c.txt'))
  it.for(['zip -ry OUT .', 'zip -ry - . > OUT', 'bsdtar -a -cf OUT a', 'jar cfM OUT a'])(
    '%s',
    (command, { skip }) => {
      const [program = ''] = command.split(' ')
      if (spawnSync('which', [program]).status !== 0) skip(`${program} is not here`)
      expect(contents(zipped(command))).toEqual({ 'a/b.txt': 'b', 'a/c.txt': 'b' })
    },
  )
})

describe('a directory', () => {
  it('is read with what its links lead to, but not round and round', () => {
    const top = join(directory, 'package')
    mkdirSync(join(top, 'libs'), { recursive: true })
    writeFileSync(join(top, 'libs', 'a.so.1'), '1')
    symlinkSync('a.so.1', join(top, 'libs', 'a.so'))
    symlinkSync('..', join(top, 'libs', 'up'))
    symlinkSync('nowhere', join(top, 'gone'))
    const tree = directoryTree(top)
    expect(contents(tree)).toEqual({ 'libs/a.so': '1', 'libs/a.so.1': '1' })
    expect(tree.notes).toEqual([
      '"gone" is a symbolic link that leads to nothing',
      '"libs/up/" is a link to a directory that it stands in',
    ])
  })

  it('cannot make following its links endless', () => {
    const top = join(directory, 'doubling')
    for (let level = 0; level < 30; level++) {
      mkdirSync(join(top, `${level}`), { recursive: true })
      for (const name of ['a', 'b']) symlinkSync(`../${level + 1}`, join(top, `${level}`, name))
    }
    mkdirSync(join(top, '30'))
    expect(errorOf(() => directoryTree(top)).message).toMatch(/has more than 100000 files and directories$/)
  })

  it('that is not there is said not to be', () => {
    expect(errorOf(() => directoryTree(join(directory, 'no'))).message).toMatch(/^Cannot read .*no: ENOENT/)
  })
})
