import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../src/package/deflate/bits.js'
import { log2 } from '../../src/package/deflate/costs.js'
import { deflate } from '../../src/package/deflate/deflate.js'
import { codeFor } from '../../src/package/deflate/huffman.js'
import { python } from './python-zip.js'
import { text } from './sample.js'
import { ROOT } from './transpiled.js'

/** Bytes that nothing makes shorter: a xorshift generator's. */
function random(size: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length: size }, () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 24
  })
}
const some = (size: number, values: number) => random(size).map((byte) => byte % values)
const repeated = (part: Uint8Array, times: number) =>
  new Uint8Array(Buffer.concat(Array(times).fill(Buffer.from(part))))
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const code = readFileSync(join(ROOT, 'node_modules/typescript/lib/typescript.js')).subarray(0, 1_200_000)
const program = readFileSync(process.execPath).subarray(0, 1_500_000)

const inputs: [name: string, data: Uint8Array][] = [
  ['nothing', new Uint8Array(0)],
  ...[1, 2, 3, 4, 5, 257, 258, 259, 260, 517].map((size): [string, Uint8Array] => [
    `${size} zeros`,
    new Uint8Array(size),
  ]),
  ...[1, 2, 3, 4, 10, 300].map((size): [string, Uint8Array] => [`${size} random bytes`, random(size)]),
  ['a megabyte of zeros', new Uint8Array(1 << 20)],
  ['every byte once', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
  ['65535 random bytes: one stored block', random(65_535)],
  ['65536 random bytes: two stored blocks', random(65_536)],
  ['random bytes over several stretches', random(1_100_000)],
  ['two values at random', some(200_000, 2)],
  ['literals only', Uint8Array.from({ length: 40_000 }, (_, index) => (index * index * 31 + index * 7) >> 3)],
  ['no literals but the first', repeated(text('ab'), 70_000)],
  ...[32_766, 32_767, 32_768, 32_769, 65_536].map((distance): [string, Uint8Array] => [
    `a repetition ${distance} bytes back`,
    repeated(random(distance), 3),
  ]),
  ['a long match over the end of a stretch', joined(random(524_200), new Uint8Array(400), random(9))],
  ['a match that starts at the end of a stretch', joined(random(524_285), random(524_285).subarray(-300))],
  [
    'kinds that change',
    joined(some(30_000, 3), random(30_000), text('psycopg2 '.repeat(4000)), some(30_000, 90)),
  ],
  ['text', code],
  ['machine code', program],
]

describe('what zlib inflates again', () => {
  it.each(inputs)('%s', (_, data) => {
    const packed = deflate(data)
    expect(inflateRawSync(packed).equals(data)).toBe(true)
    // That nothing follows, and that stored blocks keep the worst case small.
    expect(inflateRawSync(packed, { info: true }) as unknown).toMatchObject({
      engine: expect.objectContaining({ bytesWritten: packed.length }),
    })
    expect(packed.length).toBeLessThanOrEqual(data.length + 5 * (1 + Math.ceil(data.length / 4096)))
  })

  it('many small ones of every kind', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const data = some(seed * 3, 1 + (seed % 40)).map((byte, index) => (index % seed < 40 ? byte : seed))
      expect(inflateRawSync(deflate(data)).equals(data), `seed ${seed}`).toBe(true)
    }
  })
})

it('is all that Python reads', () => {
  const packed = deflate(code)
  const script =
    'import sys, zlib; d = zlib.decompressobj(-15); sys.stdout.buffer.write(d.decompress(sys.stdin.buffer.read())); assert d.eof and not d.unused_data'
  expect(python(script, packed).equals(code)).toBe(true)
})

it('is 3 % smaller than with zlib at its best, for whatever kind of data', () => {
  for (const data of [code, program]) {
    const best = deflateRawSync(data, { level: 9, memLevel: 9 }).length
    expect(deflate(data).length).toBeLessThan(0.97 * best)
  }
})

it('finds the shortest form of what needs no codes, or only the fixed ones', () => {
  expect(Buffer.from(deflate(new Uint8Array(0))).toString('hex')).toBe('0300')
  expect(deflate(text('abc'))).toHaveLength(deflateRawSync('abc').length)
  expect(deflate(random(100))).toHaveLength(105)
})

describe('codes', () => {
  const kraft = (lengths: Uint8Array) =>
    lengths.reduce((sum, length) => sum + (length === 0 ? 0 : 2 ** -length), 0)

  it.each([
    ['none', []],
    ['one', [0, 0, 5]],
    ['two', [0, 7, 1]],
    ['alike', Array(286).fill(1)],
    ['Fibonacci, which would be too deep', Array.from({ length: 40 }, (_, n) => Math.round(1.618 ** n))],
  ])('are complete and within the limit: %s', (_, counts) => {
    const padded = new Uint32Array(286)
    padded.set(counts)
    const { lengths } = codeFor(padded, 15)
    expect(kraft(lengths)).toBe(1)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15)
    padded.forEach((count, symbol) => {
      if (count > 0) expect(lengths[symbol]).toBeGreaterThan(0)
    })
  })

  it('are the best: no more bits than the sum of what is merged', () => {
    const counts = Uint32Array.from({ length: 30 }, (_, n) => 1 + ((n * n * 37) % 101))
    const { lengths } = codeFor(counts, 15)
    const weights = [...counts].sort((a, b) => a - b)
    let best = 0
    while (weights.length > 1) {
      const merged = (weights.shift() ?? 0) + (weights.shift() ?? 0)
      best += merged
      weights.push(merged)
      weights.sort((a, b) => a - b)
    }
    expect(counts.reduce((sum, count, symbol) => sum + count * (lengths[symbol] ?? 0), 0)).toBe(best)
  })
})

it('logarithms are right to a 64th', () => {
  for (const number of [1, 2, 3, 1000, 4095, 4096, 4097, 100_000, 524_288, 2_000_000_000]) {
    expect(Math.abs(log2(number) / 64 - Math.log2(number)), `${number}`).toBeLessThan(1 / 64)
  }
})

it('bits go into bytes from the lowest on', () => {
  const out = new BitWriter()
  out.add(1, 1)
  out.add(0b10, 2)
  out.align()
  out.add(0xabcd, 16)
  out.append(Uint8Array.of(7))
  out.add(1, 1)
  expect([...out.finish()]).toEqual([0b101, 0xcd, 0xab, 7, 1])
})
