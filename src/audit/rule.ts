import type { AuditTarget } from './audit-target.js'
import type { Elf } from './elf.js'

/** One thing that is wrong with a shared object. */
export interface Violation {
  /** The rule's `id`. */
  rule: string
  /** What is wrong, the symbol or library at fault, the runtime's limit. */
  message: string
  /** What to do. */
  hint: string
}

/** What is wrong, before it is known as a violation of a rule. */
export type Finding = Omit<Violation, 'rule'>

/** One thing that must hold for every shared object. */
export interface Rule {
  /** Short and stable, for machines. */
  id: string
  /** What must hold, for people. */
  title: string
  /** Whether the target says enough to check it. */
  applies(target: AuditTarget): boolean
  /** Everything that is against the rule. Does not throw, whatever the file. */
  find(elf: Elf, target: AuditTarget): Iterable<Finding>
}

/** Makes a rule; it applies always, unless `applies` is given. */
export function rule(
  id: string,
  title: string,
  find: Rule['find'],
  applies: Rule['applies'] = () => true,
): Rule {
  return { id, title, applies, find }
}
