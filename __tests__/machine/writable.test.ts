import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assertWritable } from '../../src/machine/writable.js'

test('assertWritable makes the directory and leaves nothing in it', async () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'writable-')), 'a/b')
  await assertWritable({ path: directory, name: 'output-dir' })
  expect(readdirSync(directory)).toEqual([])
  writeFileSync(join(directory, 'mine'), 'x')
  await assertWritable({ path: directory, name: 'output-dir' })
  expect(readdirSync(directory)).toEqual(['mine'])
})
