import { MAX_LENGTH, packMatch, WINDOW } from './format.js'

/** A match of this length is taken: no longer one is looked for, and none that starts inside it. */
const LONG = 130
/** How many candidates are compared at each position. */
const CANDIDATES = 100

const NONE = -1
const HASH_BITS = 16
const SLOTS = WINDOW - 1

/** The matches at each position of a stretch. */
export interface Matches {
  /** Index in `packed` of each position's first match, and at the end of all their number. */
  first: Int32Array
  /** Each position's matches in turn: ever longer ones, each the nearest of its length. */
  packed: Int32Array
}

/**
 * Finds earlier occurrences of the bytes at each position. For four bytes and more there is a binary search tree for
 * each hash of four bytes: it has the window's positions in the order of the bytes that follow them, and never an older
 * one above a newer one, so that on the way down matches get longer and farther. For three bytes only the latest
 * occurrence is known.
 */
export class MatchFinder {
  readonly #latest = new Int32Array(1 << HASH_BITS).fill(NONE)
  readonly #roots = new Int32Array(1 << HASH_BITS).fill(NONE)
  /** The two children of each position in the window: what sorts before it and what sorts after it. */
  readonly #children = new Int32Array(2 * WINDOW)
  #packed = new Int32Array(1 << 16)
  #count = 0
  /** Where the last long match ends. */
  #longUntil = 0

  constructor(private readonly data: Uint8Array) {}

  /** Finds what one stretch has; the stretches must come in their order. The result is overwritten by the next call. */
  find(start: number, end: number): Matches {
    const first = new Int32Array(end - start + 1)
    this.#count = 0
    for (let position = start; position < end; position++) {
      first[position - start] = this.#count
      if (this.#packed.length < this.#count + CANDIDATES + 1) {
        const larger = new Int32Array(2 * this.#packed.length)
        larger.set(this.#packed)
        this.#packed = larger
      }
      this.#visit(position)
    }
    first[end - start] = this.#count
    return { first, packed: this.#packed }
  }

  #visit(position: number): void {
    const { data } = this
    const limit = Math.min(MAX_LENGTH, data.length - position)
    if (limit < 4) return
    const three = threeAt(data, position)
    const four = hash(three | ((data[position + 3] ?? 0) << 24))
    const near = this.#latest[hash(three)] ?? NONE
    this.#latest[hash(three)] = position
    if (position < this.#longUntil) {
      // Inside a long match: later positions have to find this one, but nothing will be written here.
      this.#insert(position, four, limit, MAX_LENGTH)
      return
    }
    let longest = 2
    if (near !== NONE && position - near < WINDOW && threeAt(data, near) === three) {
      longest = 3
      this.#packed[this.#count++] = packMatch(3, position - near)
    }
    longest = this.#insert(position, four, limit, longest)
    if (longest >= LONG) this.#longUntil = position + longest
  }

  /**
   * Makes the position the root of its tree, which divides the tree in what sorts before and after it, and notes the
   * matches that are met on the way down.
   *
   * @param longest only longer matches are noted
   * @returns the length of the longest match that is known now
   */
  #insert(position: number, tree: number, limit: number, longest: number): number {
    const { data } = this
    const children = this.#children
    const enough = Math.min(LONG, limit)
    let node = this.#roots[tree] ?? NONE
    this.#roots[tree] = position
    // Where the next node that sorts before, or after, the position is hung in, and how many bytes everything that is
    // left on that side is known to have in common with the position.
    let before = 2 * (position & SLOTS)
    let after = before + 1
    let commonBefore = 0
    let commonAfter = 0
    for (let left = CANDIDATES; left > 0 && node !== NONE && position - node < WINDOW; left--) {
      const pair = 2 * (node & SLOTS)
      let length = commonBefore < commonAfter ? commonBefore : commonAfter
      while (length < limit && data[node + length] === data[position + length]) length++
      if (length > longest) {
        longest = length
        this.#packed[this.#count++] = packMatch(length, position - node)
      }
      if (length >= enough) {
        // As good as equal: the position takes the node's place.
        children[before] = children[pair] ?? NONE
        children[after] = children[pair + 1] ?? NONE
        return longest
      }
      if ((data[node + length] ?? 0) < (data[position + length] ?? 0)) {
        children[before] = node
        before = pair + 1
        commonBefore = length
        node = children[before] ?? NONE
      } else {
        children[after] = node
        after = pair
        commonAfter = length
        node = children[after] ?? NONE
      }
    }
    children[before] = NONE
    children[after] = NONE
    return longest
  }
}

function threeAt(data: Uint8Array, at: number): number {
  return (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16)
}

function hash(bytes: number): number {
  return Math.imul(bytes, 0x9e3779b1) >>> (32 - HASH_BITS)
}
