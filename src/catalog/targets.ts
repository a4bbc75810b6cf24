import type { Architecture } from './architecture.js'
import { type Catalog, isSupported } from './catalog.js'
import type { Runtime } from './types.js'

/** A Python on an architecture. */
export interface Target {
  python: string
  architecture: Architecture
}

/** What is asked for: versions and words, each on all architectures. */
export interface Wanted {
  pythons: readonly string[]
  architectures: readonly Architecture[]
  /** What a word does not stand for this time, because it cannot be had. */
  leftOut?: readonly Target[] | undefined
}

/** The words that stand for several Pythons, and which. */
const WORDS: Record<string, (runtime: Runtime, today: string) => boolean> = {
  all: ({ released }) => released !== null,
  supported: isSupported,
}

/** For errors and hints: `all or supported`. */
export const KNOWN_WORDS = Object.keys(WORDS).join(' or ')

/** Whether it stands for several Pythons. */
export function isWord(python: string): boolean {
  return Object.hasOwn(WORDS, python)
}

/** The Pythons that versions and words stand for, each once, in the order given; a word's in that of the catalog. */
export function pythonsOf(pythons: readonly string[], { runtimes }: Catalog, today: string): string[] {
  const meantBy = (python: string) =>
    isWord(python)
      ? runtimes.filter((runtime) => WORDS[python]?.(runtime, today)).map((row) => row.python)
      : [python]
  return [...new Set(pythons.flatMap(meantBy))]
}

/**
 * What is to be built, each Python on all architectures before the next. A word does not stand for what Lambda never
 * had; who names a version means every architecture, and hears from the plan when there is none.
 */
export function targetsOf(
  { pythons, architectures, leftOut = [] }: Wanted,
  catalog: Catalog,
  today: string,
): { targets: Target[]; never: Target[] } {
  const wanted = pythonsOf(pythons, catalog, today)
    .flatMap((python) => architectures.map((architecture) => ({ python, architecture })))
    .filter((target) => !leftOut.some((other) => isSame(target, other)))
  const isNever = ({ python, architecture }: Target) =>
    !pythons.includes(python) &&
    catalog.runtimes.find((row) => row.python === python)?.architectures.includes(architecture) !== true
  return { targets: wanted.filter((target) => !isNever(target)), never: wanted.filter(isNever) }
}

/** Whether two are one Python on one architecture. */
export function isSame(one: Target, other: Target): boolean {
  return one.python === other.python && one.architecture === other.architecture
}
