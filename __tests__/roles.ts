import { inject } from 'vitest'
import runtimes from '../src/catalog/runtimes.json' with { type: 'json' }
import { compareVersions } from '../src/catalog/versions.js'

const { pythons, needed } = inject('here')

/** Every Python there is here, and in the stand-ins, oldest first. */
export const PYTHONS: readonly string[] = pythons

/** The Python of tests that need only one: the newest. */
export const PYTHON = pythons.at(-1) ?? ''

/** The two newest, for tests of several; undefined where there is only one. */
export const TWO = pythons.length < 2 ? undefined : ([pythons.at(-2) ?? '', PYTHON] as const)

/** What is said where that is so. */
export const NO_TWO = `Python ${PYTHON} is the only one here`

/**
 * The oldest Python, where the audit refuses for its runtime what this machine's own gcc compiles, because that needs a
 * newer C library; undefined where it does not.
 */
export const REFUSED = pythons.slice(0, 1).find((python) => {
  const row = runtimes.runtimes.find((runtime) => runtime.python === python)
  const base = Object.entries(runtimes.bases).find(([name]) => name === row?.base)
  return base !== undefined && compareVersions(base[1].glibc, needed) < 0
})

/** What is said where it does not. */
export const NONE_REFUSED = `this machine's gcc needs no newer C library than the oldest runtime here has`
