import type { Block } from './block.js'
import { BIT, type Counts, countSymbols, log2 } from './costs.js'
import { lengthOf } from './format.js'
import type { Range, Stretch } from './stretch.js'

/** Symbols of the smallest block. */
const CELL = 512
/** What a block's header costs, roughly: so much, and so much for each symbol that occurs. */
const HEADER = 80 * BIT
const HEADER_SYMBOL = 4 * BIT

interface Weighed extends Block {
  cost: number
  /** What would be saved by making one block of this and the next. */
  gain: number
}

/**
 * Divides a parsed stretch into blocks, each with the codes that suit it. It starts with many small ones and joins the
 * two neighbours that gain most by it, for as long as anything is gained.
 */
export function split(stretch: Stretch): Block[] {
  const blocks = smallest(stretch)
  blocks.forEach((block, index) => {
    block.gain = gainOf(block, blocks[index + 1])
  })
  for (let index = best(blocks); index !== -1; index = best(blocks)) {
    const [block, next] = blocks.slice(index, index + 2)
    if (block === undefined || next === undefined) break
    const joined = blockOf({ from: block.from, to: next.to }, sum(block.counts, next.counts))
    blocks.splice(index, 2, joined)
    joined.gain = gainOf(joined, blocks[index + 1])
    const previous = blocks[index - 1]
    if (previous !== undefined) previous.gain = gainOf(previous, joined)
  }
  return blocks
}

/** Index of the block whose joining gains most; -1: no gain anywhere. */
function best(blocks: Weighed[]): number {
  let found = -1
  let most = 0
  blocks.forEach(({ gain }, index) => {
    if (gain <= most) return
    most = gain
    found = index
  })
  return found
}

function gainOf(block: Weighed, next: Weighed | undefined): number {
  return next === undefined ? 0 : block.cost + next.cost - costOf(sum(block.counts, next.counts))
}

function smallest(stretch: Stretch): Weighed[] {
  const { start, end, choices } = stretch
  const blocks: Weighed[] = []
  for (let from = start; from < end || blocks.length === 0; ) {
    let to = from
    for (let symbols = 0; symbols < CELL && to < end; symbols++) to += lengthOf(choices[to - start] ?? 0) || 1
    blocks.push(blockOf({ from, to }, countSymbols(stretch, { from, to })))
    from = to
  }
  return blocks
}

function blockOf(range: Range, counts: Counts): Weighed {
  return { ...range, counts, cost: costOf(counts), gain: 0 }
}

/** Roughly what a block costs, without extra bits: they are the same however a stretch is divided. */
function costOf({ literals, distances }: Counts): number {
  return HEADER + codeCost(literals) + codeCost(distances)
}

function codeCost(counts: Uint32Array): number {
  let total = 0
  let cost = 0
  for (const count of counts) {
    if (count === 0) continue
    total += count
    cost += HEADER_SYMBOL - count * log2(count)
  }
  return total === 0 ? 0 : cost + total * log2(total)
}

function sum(one: Counts, other: Counts): Counts {
  return {
    literals: one.literals.map((count, symbol) => count + (other.literals[symbol] ?? 0)),
    distances: one.distances.map((count, symbol) => count + (other.distances[symbol] ?? 0)),
  }
}
