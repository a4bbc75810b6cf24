import { compareVersions } from '../catalog/versions.js'
import type { VersionNeed } from './elf-versions.js'

/** The `2.17` of `GLIBC_2.17`; null for every other name, also `GLIBC_PRIVATE` and `GLIBC_ABI_…`. */
export function glibcNumber(version: string): string | null {
  return /^GLIBC_(\d+(?:\.\d+)+)$/.exec(version)?.[1] ?? null
}

/** The newest `x.y` of all `GLIBC_x.y` that a file needs, or null when it needs none. */
export function highestGlibc(needs: readonly VersionNeed[]): string | null {
  const numbers = needs.map(({ version }) => glibcNumber(version)).filter((number) => number !== null)
  return numbers.sort(compareVersions).at(-1) ?? null
}

/** Whether a glibc, as `x.y`, is at least another. */
export function isSince(glibc: string, first: string): boolean {
  return compareVersions(glibc, first) >= 0
}
