import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const top = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(top, path), 'utf8')
const [, table = ''] = read('docs/amazon-linux.md').split(/<!-- assumptions.*\n/)

/** The table's rows, without its head and the rows that are headings. */
const rows = table
  .trim()
  .split('\n')
  .slice(2)
  .map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  )
  .filter(([assumption = '']) => !/^\*\*[^*]+\*\*$/.test(assumption))

/** Where something is said, and the words: `` `file`: `words` ``, more than one parted by semicolons. */
const quotesIn = (cell: string) =>
  [...cell.matchAll(/(?:^|; )`([^`]+)`: `([^`]+)`/g)].map(([, file = '', words = '']) => ({ file, words }))

test('every row says what is assumed, who relies on it, how it is asserted, and where it is known from', () => {
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    expect(row, row[0]).toHaveLength(5)
    for (const cell of row.slice(0, 4)) expect(cell, row[0]).not.toBe('')
  }
})

test.each(rows)('%s: is asserted in the words of the table', (_, __, asserted = '') => {
  const quotes = quotesIn(asserted)
  expect(quotes.map(({ words }) => words)).not.toEqual([])
  expect(asserted.split('`; ')).toHaveLength(quotes.length)
  for (const { file, words } of quotes) {
    expect(read(file)).toContain(words)
  }
})

test.each(rows)('%s: is tried by a test that exists', (_, __, ___, ____, tried = '') => {
  const quotes = quotesIn(tried)
  expect(quotes.map(({ words }) => words)).not.toEqual([])
  for (const { file, words } of quotes) {
    expect(file).toMatch(/\.test\.ts$/)
    const literals = ["'", '"', '`'].map((quote) => quote + words + quote)
    expect(
      literals.some((literal) => read(file).includes(literal)),
      `${file}: ${words}`,
    ).toBe(true)
  }
})

test('every script that runs a compiler or a package manager does so without LD_LIBRARY_PATH', () => {
  const clean = '\n. "$(dirname "$0")/environment.sh"\n'
  const scripts = ['openssl.sh', 'libpq.sh', 'psycopg2.sh', 'fingerprint.sh', 'toolchain.sh', 'sysroot.sh']
  const beginnings = Object.fromEntries(scripts.map((name) => [name, clean]))
  for (const [name, how] of Object.entries({ ...beginnings, 'tools.sh': '\nunset LD_LIBRARY_PATH\n' })) {
    const [before = '', after] = read(`scripts/${name}`).split(how)
    expect(after, name).toBeDefined()
    expect(before.split('\n').filter((line) => !/^(#|set |$)/.test(line))).toEqual([])
  }
})
