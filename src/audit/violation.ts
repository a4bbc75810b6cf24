/**
 * Whether a rule says what glibc's loader and CPython insist on before a module runs (`loads`), or what is asked beyond
 * that of what is made here (`ours`).
 */
export type RuleClass = 'loads' | 'ours'

/** One thing that is wrong with a shared object. */
export interface Violation {
  /** The rule's `id`. */
  rule: string
  /** The rule's. */
  class: RuleClass
  /** What is wrong, the symbol or library at fault, the runtime's limit. */
  message: string
  /** What to do. */
  hint: string
  /** The symbol at fault, its version, the library that it is wanted of or that is wanted itself, and what the runtime has instead. */
  symbol?: string
  version?: string
  library?: string
  limit?: string
  /** What Lambda would say, as it stands in its log. */
  error?: string
}

/** What is wrong, before it is known as a violation of a rule. */
export type Finding = Omit<Violation, 'rule' | 'class'>
