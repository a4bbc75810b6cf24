import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertWritable, replaceWhole } from '../../src/machine/writable.js'

test('assertWritable makes the directory and leaves nothing in it', async () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'writable-')), 'a/b')
  await assertWritable({ path: directory, name: 'output-dir' })
  expect(readdirSync(directory)).toEqual([])
  writeFileSync(join(directory, 'mine'), 'x')
  await assertWritable({ path: directory, name: 'output-dir' })
  expect(readdirSync(directory)).toEqual(['mine'])
})

test('a file is replaced as a whole; where it cannot be, nothing is left beside it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'writable-'))
  const path = join(directory, 'record')
  for (const text of ['first', 'second']) {
    await replaceWhole(path, Buffer.from(text))
    expect(readFileSync(path, 'utf8')).toBe(text)
  }
  mkdirSync(join(directory, 'taken', 'full'), { recursive: true })
  await expect(replaceWhole(join(directory, 'taken'), Buffer.from('x'))).rejects.toThrow(/taken/)
  expect(readdirSync(directory).sort()).toEqual(['record', 'taken'])
})
