import { compareVersions } from '../catalog/versions.js'
import type { VersionNeed } from './elf-versions.js'

const VERSION = /^\d+(?:\.\d+)+$/

/** Whether this is a version as in `GLIBC_2.17`: numbers and dots. */
export function isGlibcVersion(text: string): boolean {
  return VERSION.test(text)
}

/** The `2.17` of `GLIBC_2.17`; null for every other name, also `GLIBC_PRIVATE` and `GLIBC_ABI_…`. */
export function glibcNumber(version: string): string | null {
  const number = version.startsWith('GLIBC_') ? version.slice('GLIBC_'.length) : ''
  return isGlibcVersion(number) ? number : null
}

/** The newest `x.y` of all `GLIBC_x.y` that a file needs, or null when it needs none. */
export function highestGlibc(needs: readonly VersionNeed[]): string | null {
  let highest: string | null = null
  for (const { version } of needs) {
    const number = glibcNumber(version)
    if (number !== null && (highest === null || compareVersions(number, highest) > 0)) {
      highest = number
    }
  }
  return highest
}
