import { expect, test } from 'vitest'
import { visible } from '../../src/report/visible.js'

test.each([
  ['\x1b[2K\x1b[1A_psycopg.so', '\\u001b[2K\\u001b[1A_psycopg.so'],
  ['a\r\nb\tc\x7f\x9b', 'a\\u000d\\u000ab\\u0009c\\u007f\\u009b'],
  ['os\u202e.gpj', 'os\\u202e.gpj'],
  ['a\u2028b', 'a\\u2028b'],
])('%j is shown as %s', (text, shown) => expect(visible(text)).toBe(shown))

test('what can be seen stays as it is', () => {
  const text = "Größe 日本語 🐘 → … “quoted” `x' \\n"
  expect(visible(text)).toBe(text)
})
