/** RFC 1951, 3.2.5, as tables: which symbol says a length or a distance, and how many extra bits follow it. */

export const MIN_LENGTH = 3
export const MAX_LENGTH = 258
/** How far back a match may reach. */
export const WINDOW = 32768
/** Symbols for literals, the end of a block (256) and lengths. */
export const LITERALS = 286
export const DISTANCES = 30
export const END_OF_BLOCK = 256

/** Which symbols say the values of a kind. */
export interface Bands {
  /** By value. */
  symbol: Uint16Array
  /** By symbol: the lowest of its values, to which the extra bits add. */
  base: Uint16Array
  /** By symbol: how many extra bits follow. */
  extra: Uint8Array
}

export const lengthBands = bandsOf({ symbols: [257, LITERALS], values: [MIN_LENGTH, MAX_LENGTH], group: 4 })
// The longest has a symbol of its own, although the one before could say it, too.
lengthBands.symbol[MAX_LENGTH] = LITERALS - 1
lengthBands.base[LITERALS - 1] = MAX_LENGTH
lengthBands.extra[LITERALS - 1] = 0

export const distanceBands = bandsOf({ symbols: [0, DISTANCES], values: [1, WINDOW], group: 2 })

/** `symbols` up to but not including the second, `values` both included; each `group` of symbols has a bit more. */
function bandsOf(kind: { symbols: [number, number]; values: [number, number]; group: number }): Bands {
  const [first, end] = kind.symbols
  const [lowest, highest] = kind.values
  const bands = {
    symbol: new Uint16Array(highest + 1),
    base: new Uint16Array(end),
    extra: new Uint8Array(end),
  }
  let value = lowest
  for (let symbol = first; symbol < end; symbol++) {
    const extra = Math.max(0, Math.floor((symbol - first) / kind.group) - 1)
    bands.symbol.fill(symbol, value, value + 2 ** extra)
    bands.base[symbol] = value
    bands.extra[symbol] = extra
    value += 2 ** extra
  }
  return bands
}

/** A match as one number, never 0. */
export function packMatch(length: number, distance: number): number {
  return (distance << 9) | length
}

/** How many bytes a match has. */
export function lengthOf(match: number): number {
  return match & 511
}

/** How far back a match is, in bytes. */
export function distanceOf(match: number): number {
  return match >> 9
}
