import type { BitWriter } from './bits.js'
import type { Counts } from './costs.js'
import {
  type Bands,
  DISTANCES,
  distanceBands,
  distanceOf,
  END_OF_BLOCK,
  lengthBands,
  lengthOf,
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

/** A parsed range, and how often it has which symbols. */
export interface Block extends Range {
  counts: Counts
}

/** Writes a block, in whichever way takes the fewest bits; the last one of all says so. */
export function writeBlock(out: BitWriter, stretch: Stretch, block: Block, last: boolean): void {
  const { counts, from, to } = block
  const codes = {
    literals: codeFor(counts.literals, MOST_BITS),
    distances: codeFor(counts.distances, MOST_BITS),
  }
  const header = headerFor(codes)
  const dynamic = header.size + sizeWith(codes, counts)
  const fixed = sizeWith(FIXED_CODES, counts)
  const bytes = stretch.data.subarray(from, to)
  if (storedSize(bytes.length) <= Math.min(dynamic, fixed)) {
    store(out, bytes, last)
  } else if (fixed <= dynamic) {
    begin(out, FIXED, last)
    writeSymbols(out, stretch, block, FIXED_CODES)
  } else {
    begin(out, DYNAMIC, last)
    header.write(out)
    writeSymbols(out, stretch, block, codes)
  }
}

function begin(out: BitWriter, type: number, last: boolean): void {
  out.add(last ? 1 : 0, 1)
  out.add(type, 2)
}

/** In bits, without the header. */
function sizeWith({ literals, distances }: Codes, counts: Counts): number {
  const size = (occur: Uint32Array, { lengths }: Code, { extra }: Bands) =>
    occur.reduce((sum, count, symbol) => sum + count * ((lengths[symbol] ?? 0) + (extra[symbol] ?? 0)), 0)
  return size(counts.literals, literals, lengthBands) + size(counts.distances, distances, distanceBands)
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
    writeValue(out, literals, lengthBands, lengthOf(choice))
    writeValue(out, distances, distanceBands, distanceOf(choice))
    position += lengthOf(choice)
  }
  writeSymbol(out, literals, END_OF_BLOCK)
}

function writeValue(out: BitWriter, code: Code, bands: Bands, value: number): void {
  const symbol = bands.symbol[value] ?? 0
  writeSymbol(out, code, symbol)
  out.add(value - (bands.base[symbol] ?? 0), bands.extra[symbol] ?? 0)
}

function writeSymbol(out: BitWriter, { bits, lengths }: Code, symbol: number): void {
  out.add(bits[symbol] ?? 0, lengths[symbol] ?? 0)
}
