import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { alternate } from '../../bench/artefact/alternate.js'
import { countEntries } from '../../bench/artefact/contents.js'
import { exactly, type Figure, isMet, type Part, ratioOf, spreadOf } from '../../bench/part.js'
import { altOf, pictureOf } from '../../bench/picture.js'
import { quantity, tableOf } from '../../bench/table.js'
import { FILES, readResults, withAlt, withTables } from '../../bench/write.js'

const results = readResults()
const artefact = results.artefact as Part
const text = (path: string) => readFileSync(path, 'utf8')

const figure: Figure = { id: 'x', name: 'x', unit: 'ms', ours: exactly(1), theirs: exactly(2), target: 0.5 }
const part = (...figures: Figure[]): Part => ({ ...artefact, figures, notes: [] })

describe('what the repository shows is what was measured', () => {
  test('tables', () => {
    expect(Object.keys(results)).toContain('artefact')
    expect(withTables(text(FILES.tables), results)).toBe(text(FILES.tables))
  })

  test('the picture', () => {
    expect(pictureOf(artefact)).toBe(text(FILES.picture))
  })

  test("the picture's words in the README", () => {
    expect(text(FILES.readme)).toContain(`![${altOf(artefact)}](docs/size-and-import.svg)`)
    expect(withAlt(text(FILES.readme), artefact)).toBe(text(FILES.readme))
  })
})

test('a table marks a target that was missed, and one that was met', () => {
  expect(tableOf(part({ ...figure, target: 0.49 }))).toContain('| 0.50 | ≤ 0.49 | **missed** |')
  expect(tableOf(part(figure))).toContain('| 0.50 | ≤ 0.50 | met |')
})

test('a figure without a target is not judged', () => {
  const { target: _, ...rest } = figure
  expect(isMet(rest)).toBeUndefined()
  expect(tableOf(part(rest))).toContain('| 0.50 |  |  |')
})

test('a ratio is of the medians, and the quartiles show the noise', () => {
  const ours = spreadOf([5, 1, 3, 2, 4])
  expect(ours).toEqual({ median: 3, low: 2, high: 4, runs: 5 })
  expect(spreadOf([1, 2])).toMatchObject({ median: 1.5, low: 1.25 })
  expect(ratioOf({ ...figure, ours })).toBe(1.5)
  expect(tableOf(part({ ...figure, ours }))).toContain('| 3.00 ms (2.00–4.00) | 2.00 ms |')
})

test('a part without a place for its table is an error', () => {
  expect(() => withTables('', results)).toThrow('no place for artefact')
})

test.each([
  [1_916_614, 'B', '1.92 MB'],
  [19_687, '', '19 687'],
  [7748, 'kB', '7748 kB'],
  [12.34, 'ms', '12.3 ms'],
] as const)('%d %s is written %s', (value, unit, written) => {
  expect(quantity(value, unit)).toBe(written)
})

test("relocations are counted from readelf's headings, packed ones by what they relocate", () => {
  const listing = [
    "Relocation section '.rela.dyn' at offset 0x2f00 contains 19444 entries:",
    '00000000002e6db8  0000023600000007 R_X86_64_JUMP_SLOT  000000000004a5d0 k5_etypes_contains@@krb5_3_MIT + 0',
    "Relocation section '.rela.plt' at offset 0x74de0 contains 1 entry:",
    "Relocation section '.relr.dyn' at offset 0x500 contains 3 entries which relocate 100 locations:",
  ].join('\n')
  expect(countEntries(listing)).toBe(19_545)
})

test('the sides take turns, and the first turn of each does not count', async () => {
  const turns: string[] = []
  const side = (name: string) => async () => turns.push(name)
  const found = await alternate(2, { a: side('a'), b: side('b') })
  expect(turns.join('')).toBe('ababab')
  expect(found).toEqual({ a: [3, 5], b: [4, 6] })
})
