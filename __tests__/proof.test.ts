import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT } from '../stand-ins/places.js'
import { COLUMNS, readRows, render, runtimesInOrder } from './proof/rows.js'

test('docs/proof.md is what docs/proof.json says', () => {
  expect(readFileSync(join(PROJECT, 'docs', 'proof.md'), 'utf8')).toBe(render(readRows()))
})

test('every runtime is in it, and what was not tried says why', async () => {
  const rows = readRows()
  expect(rows.map(({ python, architecture }) => `${python} ${architecture}`)).toEqual(await runtimesInOrder())
  for (const { python, date, cells } of rows) {
    expect(Object.keys(cells)).toEqual([...COLUMNS])
    for (const { result, detail } of Object.values(cells)) {
      expect(result).not.toBe('failed')
      if (result !== 'passed') expect(detail, python).toMatch(/\w{3,}.*\.$/s)
    }
    // Nothing that ran is without its day.
    const ran = Object.values(cells).some(({ result }) => result !== 'not run')
    expect(date !== null, python).toBe(ran)
  }
})
