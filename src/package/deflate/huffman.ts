/** A prefix code: how many bits each symbol has (0: it has none), and which ones, the first lowest. */
export interface Code {
  lengths: Uint8Array
  bits: Uint16Array
}

/**
 * The best code for symbols that occur so often with no more than `limit` bits each, by package-merge: Larmore and
 * Hirschberg, "A fast algorithm for optimal length-limited Huffman codes", 1990.
 *
 * At least two symbols get bits, needed or not: some unpackers refuse a code that has only one.
 */
export function codeFor(counts: Uint32Array, limit: number): Code {
  const symbols = [...counts.keys()].filter((symbol) => counts[symbol] !== 0)
  for (let spare = 0; symbols.length < 2; spare++) if (!symbols.includes(spare)) symbols.push(spare)
  const weight = (symbol: number) => counts[symbol] || 1
  symbols.sort((a, b) => weight(a) - weight(b) || a - b)
  const rounds = mergeRounds(symbols.map(weight), limit)
  const lengths = new Uint8Array(counts.length)
  let taken = 2 * symbols.length - 2
  for (const isLeaf of rounds.reverse()) {
    const leaves = isLeaf.slice(0, taken).filter(Boolean).length
    // Each time that a symbol is taken, alone or in a package, its code is a bit longer.
    for (const symbol of symbols.slice(0, leaves)) lengths[symbol] = (lengths[symbol] ?? 0) + 1
    taken = 2 * (taken - leaves)
  }
  return codeWith(lengths)
}

/**
 * What each round has, lightest first: whether it is a symbol itself (a leaf) or a package of two neighbours of the
 * round before.
 */
function mergeRounds(leaves: number[], limit: number): boolean[][] {
  const rounds: boolean[][] = []
  let packages: number[] = []
  for (let round = 0; round < limit; round++) {
    const weights: number[] = []
    const isLeaf: boolean[] = []
    let leaf = 0
    let pack = 0
    while (leaf < leaves.length || pack < packages.length) {
      const takesLeaf = (leaves[leaf] ?? Infinity) <= (packages[pack] ?? Infinity)
      weights.push((takesLeaf ? leaves[leaf++] : packages[pack++]) ?? 0)
      isLeaf.push(takesLeaf)
    }
    rounds.push(isLeaf)
    packages = []
    for (let index = 1; index < weights.length; index += 2) {
      packages.push((weights[index - 1] ?? 0) + (weights[index] ?? 0))
    }
  }
  return rounds
}

/** The code that symbols with so many bits have: RFC 1951, 3.2.2. */
export function codeWith(lengths: Uint8Array): Code {
  const bits = new Uint16Array(lengths.length)
  let next = 0
  for (let length = 1; length <= 15; length++) {
    next <<= 1
    lengths.forEach((has, symbol) => {
      if (has === length) bits[symbol] = reversed(next++, length)
    })
  }
  return { lengths, bits }
}

function reversed(bits: number, count: number): number {
  let result = 0
  for (let bit = 0; bit < count; bit++) result |= ((bits >> bit) & 1) << (count - 1 - bit)
  return result
}
