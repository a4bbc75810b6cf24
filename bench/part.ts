/** A quantity measured several times: the median, and the quartiles between which half of the runs lie. */
export interface Spread {
  median: number
  low: number
  high: number
  runs: number
}

/** A quantity of both sides of a comparison. */
export interface Figure {
  /** What the picture finds it by. */
  id: string
  name: string
  unit: 'B' | 'kB' | 'ms' | 's' | 'M' | ''
  ours: Spread
  theirs: Spread
  /** The highest ratio ours/theirs that is good enough; without one the figure is shown and not judged. */
  target?: number
}

/** What one benchmark found out: two sides, measured side by side in one run. */
export interface Part {
  /** The heads of the columns. */
  ours: string
  theirs: string
  /** ISO 8601, the day. */
  date: string
  machine: string
  /** What was compared, in which versions. */
  versions: string
  figures: Figure[]
  /** What a reader must know to judge the figures. */
  notes: string[]
}

/** Median and quartiles of what was measured. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    runs: sorted.length,
  }
}

/** A quantity that is the same however often it is measured, such as a size. */
export function exactly(value: number): Spread {
  return { median: value, low: value, high: value, runs: 1 }
}

/** How many times theirs ours is, by the medians. */
export function ratioOf(figure: Figure): number {
  return figure.ours.median / figure.theirs.median
}

/** How many digits behind the point a ratio is printed with: of small targets, a hundredth is a large part. */
export function placesOf({ target }: Figure): number {
  return target !== undefined && (target < 0.1 || Number(target.toFixed(2)) !== target) ? 3 : 2
}

/** Whether the ratio, as it is printed, is good enough; undefined where nothing is asked. */
export function isMet(figure: Figure): boolean | undefined {
  return figure.target === undefined
    ? undefined
    : Number(ratioOf(figure).toFixed(placesOf(figure))) <= figure.target
}

/** Of sorted values, between the two nearest ones where it falls between. */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}
