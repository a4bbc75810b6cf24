import { expect, test } from 'vitest'
import { formatSeconds } from '../../src/report/log.js'
import { summaryMarkdown, summaryText } from '../../src/report/summary.js'
import { terminalLog } from '../../src/report/terminal-log.js'

const row = {
  name: 'psycopg2.9.13-3.13.zip',
  size: 1_916_100,
  sha256: 'ab'.repeat(32),
  forms: [],
  psycopg2: '2.9.13',
  libpq: '18.6',
  openssl: '3.5.7',
  toolchain: 'Zig 1',
  highestGlibc: '2.34',
  glibcCeiling: '2.34',
  checks: 26,
  seconds: 61.234,
}

function written(isTTY: boolean, columns?: number) {
  let text = ''
  const log = terminalLog({ write: (more) => (text += more), isTTY, columns })
  return { log, text: () => text }
}

test('the summary is a Markdown table with a row a zip and the line that checks them', () => {
  const lines = summaryMarkdown([row, { ...row, name: 'other.zip' }]).split('\n')
  const table = lines.filter((line) => line.startsWith('|'))
  expect(table).toHaveLength(4)
  expect(new Set(table.map((line) => line.split(' | ').length)).size).toBe(1)
  expect(table[2]).toBe(
    `| \`psycopg2.9.13-3.13.zip\` | 1916 kB | \`${row.sha256}\` | 2.9.13 | 18.6 | 3.5.7 | Zig 1 | 2.34 ≤ 2.34 | 26 | 61.2 |`,
  )
  expect(lines).toContain('sha256sum -c psycopg2.9.13-3.13.zip.sha256 other.zip.sha256')
})

test('on a terminal the same is text', () => {
  expect(summaryText([row])).toContain(row.sha256)
  expect(summaryText([row])).toContain('made by   Zig 1')
  expect(summaryText([row])).toContain('Check with: sha256sum -c psycopg2.9.13-3.13.zip.sha256')
})

test('wheels and layers are named after the zips, a layer that two of these share once', () => {
  const form = (name: string) => ({ name, size: 1_000, sha256: `sum of ${name}` })
  const layer = form('all-layer.zip')
  const rows = [
    { ...row, forms: [form('one.whl'), layer] },
    { ...row, name: 'other.zip', forms: [form('other.whl'), layer] },
  ]
  const names = ['psycopg2.9.13-3.13.zip', 'other.zip', 'one.whl', 'all-layer.zip', 'other.whl']
  const check = `sha256sum -c ${names.map((name) => `${name}.sha256`).join(' ')}`
  const markdown = summaryMarkdown(rows)
  const table = markdown.split('\n').filter((line) => line.startsWith('|'))
  expect(table.slice(2).map((line) => line.split('`')[1])).toEqual(names)
  expect(new Set(table.map((line) => line.split(' | ').length)).size).toBe(1)
  expect(markdown).toContain(`\n${check}\n`)
  const text = summaryText(rows)
  expect([...text.matchAll(/^(\S+) {2}\d+ kB$/gm)].map(([, name]) => name)).toEqual(names)
  expect(text).toContain('all-layer.zip  1 kB\n  sha256    sum of all-layer.zip\n')
  expect(text).toContain(`Check with: ${check}\n`)
})

test('away from a terminal every line is kept, and groups tell their duration', async () => {
  const { log, text } = written(false)
  const result = await log.group('Sources', async () => {
    log.info('one')
    log.progress('50 %')
    log.warning('two')
    return 3
  })
  expect(result).toBe(3)
  expect(text()).toMatch(/^Sources\n {2}one\nwarning: two\n {2}0\.0 s\n$/)
})

test('on a terminal passing lines overwrite each other, and fit its width', async () => {
  const { log, text } = written(true, 30)
  await log.group('Compile', async () => {
    log.info('x'.repeat(100))
    log.progress('50 %')
  })
  const clear = '\r\u001b[K'
  expect(text()).toBe(`Compile\n  ${'x'.repeat(27)}${clear}  50 %${clear}  0.0 s\n`)
})

test('a group that fails still tells its duration', async () => {
  const { log, text } = written(false)
  await expect(log.group('Compile', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(text()).toMatch(/0\.0 s\n$/)
})

test('durations', () => {
  expect([40, 9_940, 61_400].map(formatSeconds)).toEqual(['0.0 s', '9.9 s', '61 s'])
})
