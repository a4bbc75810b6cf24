import type { Violation } from './violation.js'

/** A naive link exports thousands of symbols; this many of a kind are enough to see which. */
const MOST_LINES = 20

/** The violations of one rule. */
interface OfOneRule<T> {
  rule: string
  violations: T[]
  /** What to do, each once, as lines for people. */
  hints: string[]
}

/** Violations by their rules, in the order of the first of each. */
export function byRule<T extends Violation>(violations: readonly T[]): OfOneRule<T>[] {
  return Array.from(new Set(violations.map(({ rule }) => rule)), (rule) => {
    const those = violations.filter((one) => one.rule === rule)
    return { rule, violations: those, hints: [...new Set(those.map(({ hint }) => `  → ${hint}`))] }
  })
}

/** Messages as lines for people; of more than 20 the rest is counted. */
export function bulletsOf(messages: readonly string[]): string[] {
  const lines = messages.slice(0, MOST_LINES).map((message) => `  - ${message}`)
  const more = messages.length - lines.length
  return more > 0 ? [...lines, `  - and ${more} more`] : lines
}
