import { expect, test, vi } from 'vitest'
import { EM } from '../../src/audit/elf-header.js'
import { madeFor } from '../../src/audit/guess.js'
import { patched } from './patches.js'

const HEADER = Buffer.from('7f454c46'.padEnd(40, '0'), 'hex')
const read = () => patched(HEADER, [18, 2, EM.AARCH64])

test('headers tell the machine that names do not', () => {
  const files = new Map([['a.abi3.so', { size: 20, read }]])
  expect(madeFor(files)).toEqual({ pythons: [], architectures: ['arm64'] })
})

test('nothing is unpacked of what is too large for Lambda', () => {
  const unpack = vi.fn(read)
  const files = new Map([['a.abi3.so', { size: 300_000_000, read: unpack }]])
  expect(madeFor(files).architectures).toEqual([])
  expect(unpack).not.toHaveBeenCalled()
})
