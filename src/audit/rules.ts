import type { Rule } from './rule.js'
import { BINDING_RULES } from './rules/binding.js'
import { CONTENT_RULES } from './rules/content.js'
import { HARDENING_RULES } from './rules/hardening.js'
import { LOADING_RULES } from './rules/loading.js'
import { MAPPING_RULES } from './rules/mapping.js'
import { MEMORY_RULES } from './rules/memory.js'
import { RELOCATING_RULES } from './rules/relocating.js'
import { SYMBOL_RULES } from './rules/symbols.js'

/** All rules, in the order in which violations are reported: what keeps the file from loading comes first. */
export const RULES: readonly Rule[] = [
  ...LOADING_RULES,
  ...MAPPING_RULES,
  ...SYMBOL_RULES,
  ...BINDING_RULES,
  ...RELOCATING_RULES,
  ...MEMORY_RULES,
  ...HARDENING_RULES,
  ...CONTENT_RULES,
]

/** What the loader never comes to behind what a rule finds, by that rule. */
const ENDS: Record<string, (later: Rule) => boolean> = {
  'shared-object': (later) => later.class === 'loads',
  machine: (later) => later.class === 'loads',
  libraries: (later) => later.id === 'undefined',
}

/** The findings that are causes, without what only follows from those of an earlier rule. */
export function causesIn<T>(
  found: readonly { rule: Rule; findings: T[] }[],
): { rule: Rule; findings: T[] }[] {
  return found.filter(
    ({ rule }, at) =>
      !found.slice(0, at).some((before) => before.findings.length > 0 && ENDS[before.rule.id]?.(rule)),
  )
}
