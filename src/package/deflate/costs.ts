import {
  DISTANCES,
  distanceBands,
  distanceOf,
  END_OF_BLOCK,
  LITERALS,
  lengthBands,
  lengthOf,
  MAX_LENGTH,
  MIN_LENGTH,
} from './format.js'
import type { Range, Stretch } from './stretch.js'

/** How often each symbol occurs in a block. */
export interface Counts {
  literals: Uint32Array
  distances: Uint32Array
}

/** What it costs to write something, in units of 1/BIT bits, extra bits included. */
export interface Costs {
  literals: Int32Array
  /** By length, not by symbol. */
  lengths: Int32Array
  distances: Int32Array
}

/** A bit, in the unit of all costs: integers, so that sums are exact. */
export const BIT = 64

/**
 * Binary logarithms in units of 1/BIT. `Math.log2` may be rounded differently by another version of Node, and every zip
 * would differ; multiplications are rounded alike everywhere.
 */
const LOGARITHMS = Int32Array.from({ length: 4096 }, (_, number) => {
  if (number === 0) return 0
  let result = 31 - Math.clz32(number)
  let rest = number / 2 ** result
  for (let bit = 0.5; bit > 2 ** -12; bit /= 2) {
    rest *= rest
    if (rest < 2) continue
    rest /= 2
    result += bit
  }
  return Math.round(result * BIT)
})

/** The binary logarithm of a positive integer, in units of 1/BIT. */
export function log2(number: number): number {
  const shift = Math.max(0, 20 - Math.clz32(number))
  return (LOGARITHMS[number >> shift] ?? 0) + shift * BIT
}

/** What the first parse takes for granted, before anything has been counted. */
export function firstGuess(): Counts {
  const literals = new Uint32Array(LITERALS).fill(1, 0, END_OF_BLOCK).fill(4, END_OF_BLOCK)
  return { literals, distances: new Uint32Array(DISTANCES).fill(1) }
}

/** Counts the symbols that a parsed range takes as a block: its choices' and the end. */
export function countSymbols({ data, start, choices }: Stretch, { from, to }: Range): Counts {
  const literals = new Uint32Array(LITERALS)
  const distances = new Uint32Array(DISTANCES)
  literals[END_OF_BLOCK] = 1
  for (let position = from; position < to; ) {
    const choice = choices[position - start] ?? 0
    const length = lengthOf(choice)
    count(literals, choice === 0 ? data[position] : lengthBands.symbol[length])
    if (choice !== 0) count(distances, distanceBands.symbol[distanceOf(choice)])
    position += length || 1
  }
  return { literals, distances }
}

function count(counts: Uint32Array, symbol = 0): void {
  counts[symbol] = (counts[symbol] ?? 0) + 1
}

/** The costs in a block where symbols occur so often: what an ideal code would give them. */
export function costsOf(counts: Counts): Costs {
  const literals = ideal(counts.literals)
  const lengths = new Int32Array(MAX_LENGTH + 1)
  for (let length = MIN_LENGTH; length <= MAX_LENGTH; length++) {
    const symbol = lengthBands.symbol[length] ?? 0
    lengths[length] = (literals[symbol] ?? 0) + BIT * (lengthBands.extra[symbol] ?? 0)
  }
  const { extra } = distanceBands
  const distances = ideal(counts.distances).map((cost, symbol) => cost + BIT * (extra[symbol] ?? 0))
  return { literals, lengths, distances }
}

function ideal(counts: Uint32Array): Int32Array {
  const total = log2(counts.reduce((sum, count) => sum + count, 0) || 1)
  // A symbol that has not been needed so far costs more than one that occurs once: the header must name it, too.
  return Int32Array.from(counts, (count) =>
    count === 0 ? total + 2 * BIT : Math.max(BIT, total - log2(count)),
  )
}
