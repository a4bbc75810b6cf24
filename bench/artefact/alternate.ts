/**
 * Does the work of each side in turn (A B A B …), so that whatever else the machine does meets all of them alike.
 *
 * @param rounds how often; before them each has one that does not count
 */
export async function alternate<Side extends string, T>(
  rounds: number,
  sides: Record<Side, () => Promise<T>>,
): Promise<Record<Side, T[]>> {
  const names = Object.keys(sides) as Side[]
  const found = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Side, T[]>
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const result = await sides[name]()
      if (round > 0) found[name].push(result)
    }
  }
  return found
}
