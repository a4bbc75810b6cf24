/**
 * RFC 1951, 3.2.5, as tables: which symbol says a length or a distance, and how many extra bits follow it.
 */

export const MIN_LENGTH = 3
export const MAX_LENGTH = 258
/** How far back a match may reach. */
export const WINDOW = 32768
/** Symbols for literals, the end of a block (256) and lengths. */
export const LITERALS = 286
export const DISTANCES = 30
export const END_OF_BLOCK = 256
const FIRST_LENGTH = 257

export const lengthExtra = new Uint8Array(LITERALS)
export const lengthBase = new Uint16Array(LITERALS)
/** Symbol of each length. */
export const lengthSymbol = new Uint16Array(MAX_LENGTH + 1)
export const distanceExtra = new Uint8Array(DISTANCES)
export const distanceBase = new Uint16Array(DISTANCES)
/** Symbol of each distance. */
export const distanceSymbol = new Uint8Array(WINDOW + 1)

let length = MIN_LENGTH
for (let index = 0; index < 28; index++) {
  const symbol = FIRST_LENGTH + index
  const extra = index < 8 ? 0 : (index >> 2) - 1
  lengthExtra[symbol] = extra
  lengthBase[symbol] = length
  lengthSymbol.fill(symbol, length, length + (1 << extra))
  length += 1 << extra
}
// The longest has a symbol of its own, although the one before could say it, too.
lengthBase[LITERALS - 1] = MAX_LENGTH
lengthSymbol[MAX_LENGTH] = LITERALS - 1

let distance = 1
for (let symbol = 0; symbol < DISTANCES; symbol++) {
  const extra = symbol < 4 ? 0 : (symbol >> 1) - 1
  distanceExtra[symbol] = extra
  distanceBase[symbol] = distance
  distanceSymbol.fill(symbol, distance, distance + (1 << extra))
  distance += 1 << extra
}

/** A match as one number, never 0. */
export function packMatch(length: number, distance: number): number {
  return (distance << 9) | length
}

export function lengthOf(match: number): number {
  return match & 511
}

export function distanceOf(match: number): number {
  return match >> 9
}
