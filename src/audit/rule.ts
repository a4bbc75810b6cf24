import type { AuditTarget } from './audit-target.js'
import type { Elf } from './elf.js'

/**
 * Whether a rule says what glibc's loader and CPython insist on before a module runs (`loads`), or what is asked beyond
 * that of what is made here (`ours`).
 */
type RuleClass = 'loads' | 'ours'

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

/** One thing that must hold for every shared object. */
export interface Rule {
  /** Short and stable, for machines. */
  id: string
  class: RuleClass
  /** What must hold, for people. */
  title: string
  /** Whether the target says enough to check it. */
  applies(target: AuditTarget): boolean
  /** Everything that is against the rule. Does not throw, whatever the file. */
  find(elf: Elf, target: AuditTarget): Iterable<Finding>
}

/** What to do about a file that no linker makes. */
export const DAMAGED =
  'The file is damaged or was edited. Build it again, and check that it was copied whole.'

/** Makes a rule; it applies always, unless `applies` is given. */
export function rule(
  id: string,
  kind: RuleClass,
  title: string,
  find: Rule['find'],
  applies: Rule['applies'] = () => true,
): Rule {
  return { id, class: kind, title, applies, find }
}
