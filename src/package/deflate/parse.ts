import type { Costs } from './costs.js'
import { distanceBands, distanceOf, lengthOf, MIN_LENGTH, packMatch } from './format.js'
import type { Range, Stretch } from './stretch.js'

/**
 * Finds the cheapest way to write a range and notes it in the stretch's choices. It goes from the end to the start,
 * because what the rest costs does not depend on how it was reached.
 *
 * No match goes beyond the range, so that a block ends where its range does.
 *
 * @param rest scratch, one longer than the stretch: the cost from each position to the end of the range
 */
export function parse(
  { data, start, choices, matches: { first, packed } }: Stretch,
  { from, to }: Range,
  { literals, lengths, distances }: Costs,
  rest: Int32Array,
): void {
  rest[to - start] = 0
  for (let position = to - 1; position >= from; position--) {
    const here = position - start
    let best = (literals[data[position] ?? 0] ?? 0) + (rest[here + 1] ?? 0)
    let choice = 0
    let length = MIN_LENGTH
    const end = first[here + 1] ?? 0
    for (let index = first[here] ?? 0; index < end; index++) {
      const match = packed[index] ?? 0
      const distance = distanceOf(match)
      const distanceCost = distances[distanceBands.symbol[distance] ?? 0] ?? 0
      const longest = Math.min(lengthOf(match), to - position)
      for (; length <= longest; length++) {
        const cost = distanceCost + (lengths[length] ?? 0) + (rest[here + length] ?? 0)
        if (cost < best) {
          best = cost
          choice = packMatch(length, distance)
        }
      }
    }
    rest[here] = best
    choices[here] = choice
  }
}
