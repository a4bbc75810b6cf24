import { expect, it } from 'vitest'
import { md5, sha256, sidecarLine } from '../../src/package/checksums.js'
import { text } from './sample.js'

// The examples of FIPS 180-2 and RFC 1321.
it('gives the sums in lower-case hex', () => {
  expect(sha256(text('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(md5(text('abc'))).toBe('900150983cd24fb0d6963f7d28e17f72')
})

it('writes exactly what sha256sum writes in text mode', () => {
  expect(sidecarLine('ab', 'x.zip')).toBe('ab  x.zip\n')
})
