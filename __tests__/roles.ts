import { inject } from 'vitest'
import runtimes from '../src/catalog/runtimes.json' with { type: 'json' }
import { compareVersions } from '../src/catalog/versions.js'
import { TEST_GLIBC } from '../src/inputs/test-glibc.js'

const { pythons, glibc, needed } = inject('here')

/** Every Python there is here, and in the stand-ins, oldest first. */
export const PYTHONS: readonly string[] = pythons

/** The Python of tests that need only one: the newest. */
export const PYTHON = pythons.at(-1) ?? ''

/** The two newest, for tests of several; undefined where there is only one. */
export const TWO = pythons.length < 2 ? undefined : ([pythons.at(-2) ?? '', PYTHON] as const)

/** What is said where that is so. */
export const NO_TWO = `Python ${PYTHON} is the only one here`

/** The C library of this machine and of the stand-ins, `2.36`. */
export const GLIBC = glibc

/** The audit's ceiling for tests, so high that it lets pass what is compiled here. */
export const LIFTED = { [TEST_GLIBC]: glibc }

/** No ceiling but the runtime's, whatever tests have otherwise. */
export const NOT_LIFTED = { [TEST_GLIBC]: '' }

/** Whether the audit refuses for a Python's runtime what is compiled here: it needs a newer C library. */
export function isRefused(python: string): boolean {
  const row = runtimes.runtimes.find((runtime) => runtime.python === python)
  const base = Object.entries(runtimes.bases).find(([name]) => name === row?.base)
  return base !== undefined && compareVersions(base[1].glibc, needed) < 0
}

/** The newest Python for which it does; undefined where the compiler's C library is as old as every runtime's. */
export const REFUSED = pythons.filter(isRefused).at(-1)

/** What is said where there is none. */
export const NONE_REFUSED = `the compiler's C library is no newer than that of any runtime here`

/** What builds for the newest Python are run with: the ceiling for tests where they would be refused without. */
export const CEILING: Record<string, string> = isRefused(PYTHON) ? LIFTED : {}
