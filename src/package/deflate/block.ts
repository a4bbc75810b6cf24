import type { BitWriter } from './bits.js'
import type { Counts } from './costs.js'
import {
  DISTANCES,
  distanceBase,
  distanceExtra,
  distanceOf,
  distanceSymbol,
  END_OF_BLOCK,
  lengthBase,
  lengthExtra,
  lengthOf,
  lengthSymbol,
} from './format.js'
import { type Codes, headerFor } from './header.js'
import { type Code, codeFor, codeWith } from './huffman.js'
import type { Range, Stretch } from './stretch.js'

/** The three ways to write a block. */
const STORED = 0
const FIXED = 1
const DYNAMIC = 2

const MOST_STORED = 65535
const MOST_BITS = 15

/** RFC 1951, 3.2.6. */
const FIXED_CODES: Codes = {
  literals: codeWith(new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280)),
  distances: codeWith(new Uint8Array(DISTANCES).fill(5)),
}

/**
 * Writes a parsed range as a block, in whichever way takes the fewest bits.
 *
 * @param counts of its symbols
 */
export function writeBlock(
  out: BitWriter,
  stretch: Stretch,
  range: Range,
  counts: Counts,
  last: boolean,
): void {
  const codes = {
    literals: codeFor(counts.literals, MOST_BITS),
    distances: codeFor(counts.distances, MOST_BITS),
  }
  const header = headerFor(codes)
  const dynamic = header.size + sizeWith(codes, counts)
  const fixed = sizeWith(FIXED_CODES, counts)
  const bytes = stretch.data.subarray(range.from, range.to)
  if (storedSize(bytes.length) <= Math.min(dynamic, fixed)) {
    store(out, bytes, last)
  } else if (fixed <= dynamic) {
    begin(out, FIXED, last)
    writeSymbols(out, stretch, range, FIXED_CODES)
  } else {
    begin(out, DYNAMIC, last)
    header.write(out)
    writeSymbols(out, stretch, range, codes)
  }
}

function begin(out: BitWriter, type: number, last: boolean): void {
  out.add(last ? 1 : 0, 1)
  out.add(type, 2)
}

function sizeWith({ literals, distances }: Codes, counts: Counts): number {
  let size = 0
  counts.literals.forEach((count, symbol) => {
    size += count * ((literals.lengths[symbol] ?? 0) + (lengthExtra[symbol] ?? 0))
  })
  counts.distances.forEach((count, symbol) => {
    size += count * ((distances.lengths[symbol] ?? 0) + (distanceExtra[symbol] ?? 0))
  })
  return size
}

/** In bits, at most; what comes first depends on where the block begins. */
function storedSize(length: number): number {
  return 8 * length + 40 * Math.max(1, Math.ceil(length / MOST_STORED))
}

function store(out: BitWriter, bytes: Uint8Array, last: boolean): void {
  for (let from = 0; from < bytes.length; from += MOST_STORED) {
    const piece = bytes.subarray(from, from + MOST_STORED)
    begin(out, STORED, last && from + piece.length === bytes.length)
    out.align()
    out.add(piece.length, 16)
    out.add(piece.length ^ 0xffff, 16)
    out.append(piece)
  }
}

function writeSymbols(
  out: BitWriter,
  { data, start, choices }: Stretch,
  { from, to }: Range,
  { literals, distances }: Codes,
): void {
  for (let position = from; position < to; ) {
    const choice = choices[position - start] ?? 0
    if (choice === 0) {
      writeSymbol(out, literals, data[position++] ?? 0)
      continue
    }
    const length = lengthOf(choice)
    const symbol = lengthSymbol[length] ?? 0
    writeSymbol(out, literals, symbol)
    out.add(length - (lengthBase[symbol] ?? 0), lengthExtra[symbol] ?? 0)
    const distance = distanceOf(choice)
    const band = distanceSymbol[distance] ?? 0
    writeSymbol(out, distances, band)
    out.add(distance - (distanceBase[band] ?? 0), distanceExtra[band] ?? 0)
    position += length
  }
  writeSymbol(out, literals, END_OF_BLOCK)
}

function writeSymbol(out: BitWriter, { bits, lengths }: Code, symbol: number): void {
  out.add(bits[symbol] ?? 0, lengths[symbol] ?? 0)
}
