/** A duration for people: `0.4 s`, `71 s`. */
export function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000
  return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`
}
