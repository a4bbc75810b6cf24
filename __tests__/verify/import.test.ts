import { expect, test } from 'vitest'
import { libpqVersionNumber } from '../../src/verify/import.js'

test.each([
  ['18.6', '180006'],
  ['17.11', '170011'],
])('libpq %s calls itself %s', (version, number) => {
  expect(libpqVersionNumber(version)).toBe(number)
})
