import type { BitWriter } from './bits.js'
import { LITERALS } from './format.js'
import { type Code, codeFor } from './huffman.js'

/** The two codes of a block. */
export interface Codes {
  literals: Code
  distances: Code
}

/** What says a block's codes: RFC 1951, 3.2.7. */
export interface Header {
  /** In bits. */
  size: number
  write(out: BitWriter): void
}

/** The order in which the lengths of the header's own code are given. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const FEWEST_LITERALS = 257
const FEWEST_DISTANCES = 1
const FEWEST_IN_ORDER = 4

/** A symbol of the header's own code: a length, or a run of equal ones. */
interface Run {
  symbol: number
  extra: number
  bits: number
}

/** What says these codes at the beginning of a block. */
export function headerFor(codes: Codes): Header {
  const literals = withoutEnd(codes.literals.lengths.subarray(0, LITERALS), FEWEST_LITERALS)
  const distances = withoutEnd(codes.distances.lengths, FEWEST_DISTANCES)
  const runs = runsOf([...literals, ...distances])
  const counts = new Uint32Array(ORDER.length)
  for (const { symbol } of runs) counts[symbol] = (counts[symbol] ?? 0) + 1
  const code = codeFor(counts, 7)
  const lengthOf = (symbol: number) => code.lengths[symbol] ?? 0
  const order = withoutEnd(Uint8Array.from(ORDER, lengthOf), FEWEST_IN_ORDER)
  return {
    size: runs.reduce((sum, { symbol, bits }) => sum + lengthOf(symbol) + bits, 14 + 3 * order.length),
    write(out) {
      out.add(literals.length - FEWEST_LITERALS, 5)
      out.add(distances.length - FEWEST_DISTANCES, 5)
      out.add(order.length - FEWEST_IN_ORDER, 4)
      for (const length of order) out.add(length, 3)
      for (const { symbol, extra, bits } of runs) {
        out.add(code.bits[symbol] ?? 0, lengthOf(symbol))
        out.add(extra, bits)
      }
    },
  }
}

/** Zeros at the end are not written, as far as that may be. */
function withoutEnd(lengths: Uint8Array, fewest: number): Uint8Array {
  let end = lengths.length
  while (end > fewest && lengths[end - 1] === 0) end--
  return lengths.subarray(0, end)
}

function runsOf(lengths: number[]): Run[] {
  const runs: Run[] = []
  for (let index = 0; index < lengths.length; ) {
    const value = lengths[index] ?? 0
    let end = index
    while (lengths[end] === value) end++
    const plain = { symbol: value, extra: 0, bits: 0 }
    // What is repeated is the length before; zeros are counted from the first one on.
    if (value !== 0) runs.push(plain)
    let left = end - index - (value === 0 ? 0 : 1)
    while (left >= 3) {
      const run = Math.min(left, value === 0 ? 138 : 6)
      if (value !== 0) runs.push({ symbol: 16, extra: run - 3, bits: 2 })
      else if (run <= 10) runs.push({ symbol: 17, extra: run - 3, bits: 3 })
      else runs.push({ symbol: 18, extra: run - 11, bits: 7 })
      left -= run
    }
    for (; left > 0; left--) runs.push(plain)
    index = end
  }
  return runs
}
