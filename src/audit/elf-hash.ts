import { malformed } from './byte-reader.js'
import { DT, dynamicValue, type LoadedElf } from './elf-dynamic.js'
import { isSince } from './glibc.js'

const WHAT = 'the hash table'

/**
 * The numbers of the symbols that the file's hash table has under a name, in the order in which the loader tries them;
 * others of the same hash are among them. Of two tables, the GNU one counts: `do_lookup_x` of glibc's `elf/dl-lookup.c`.
 *
 * @throws BuildError where the loader would crash, or never come back
 */
export function* symbolsUnder(elf: LoadedElf, name: string, glibc: string): Generator<number> {
  const { image, dynamic } = elf
  const gnu = dynamicValue(dynamic, DT.GNU_HASH)
  if (gnu !== undefined) {
    yield* symbolsInGnuTable((at) => image.u32(gnu + at, WHAT), gnuHash(name), glibc)
    return
  }
  const table = dynamicValue(dynamic, DT.HASH)
  if (table === undefined) return
  const word = (index: number) => image.u32(table + index * 4, WHAT)
  const buckets = word(0)
  if (buckets === 0) return
  for (let index = word(2 + (elfHash(name) % buckets)); index !== 0; index = word(2 + buckets + index))
    yield index
}

/** @param word gives a word at a distance, in bytes, from the table's start */
function* symbolsInGnuTable(word: (at: number) => number, hash: number, glibc: string): Generator<number> {
  const [buckets, first, words, shift] = [word(0), word(4), word(8), word(12)]
  if ((words & (words - 1)) !== 0) throw malformed(`${WHAT} has a filter of ${words} words, no power of two`)
  if (buckets === 0) return
  // The filter's words have 64 bits. Up to 2.35 the hash has as many, and is shifted by up to 63 bits.
  const isSet = (bit: number) => {
    const at = 16 + ((Math.floor(hash / 64) & (words - 1)) >>> 0) * 8
    return ((word(at + (bit & 32) / 8) >>> (bit & 31)) & 1) === 1
  }
  const shifted = (shift & 63) > 31 && !isSince(glibc, '2.36') ? 0 : hash >>> (shift & 31)
  if (!isSet(hash & 63) || !isSet(shifted & 63)) return
  const bucketsAt = 16 + words * 8
  const start = word(bucketsAt + (hash % buckets) * 4)
  if (start === 0) return
  for (let index = start; ; index++) {
    const found = word(bucketsAt + (buckets + index - first) * 4)
    if (found >>> 1 === hash >>> 1) yield index
    if ((found & 1) === 1) return
  }
}

/** The hash of `DT_GNU_HASH`, of the name's bytes as Latin-1. */
function gnuHash(name: string): number {
  let hash = 5381
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 33) + name.charCodeAt(at)) >>> 0
  return hash
}

/** The hash of `DT_HASH` and of versions: gABI, "Hash Table". */
export function elfHash(name: string): number {
  let hash = 0
  for (let at = 0; at < name.length; at++) {
    hash = (hash * 16 + name.charCodeAt(at)) % 2 ** 32
    const high = hash & 0xf0000000
    hash = ((hash ^ (high >>> 24)) & ~high) >>> 0
  }
  return hash
}
