import type { Rule } from './rule.js'
import { CONTENT_RULES } from './rules/content.js'
import { HARDENING_RULES } from './rules/hardening.js'
import { LOADING_RULES } from './rules/loading.js'
import { MEMORY_RULES } from './rules/memory.js'
import { SYMBOL_RULES } from './rules/symbols.js'

/** All rules, in the order in which violations are reported: what keeps the file from loading comes first. */
export const RULES: readonly Rule[] = [
  ...LOADING_RULES,
  ...SYMBOL_RULES,
  ...MEMORY_RULES,
  ...HARDENING_RULES,
  ...CONTENT_RULES,
]
