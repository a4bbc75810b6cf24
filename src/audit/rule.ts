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

/** One thing that must hold for every shared object. */
export interface Rule {
  /** Short and stable, for machines. */
  id: string
  /** What must hold, for people. */
  title: string
  /** Whether the target says enough to check it. */
  applies(target: AuditTarget): boolean
  /** Everything that is against the rule. Does not throw, whatever the file. */
  check(elf: Elf, target: AuditTarget): Violation[]
}

/** What is wrong, before it is known as a violation of a rule. */
export type Finding = Omit<Violation, 'rule'>

/**
 * Makes a rule of a function that finds what is against it.
 * @param id the rule's `id`
 * @param title the rule's `title`
 * @param find gives everything that is against the rule; must not throw
 * @param applies the rule's `applies`; always, when absent
 */
export function rule(
  id: string,
  title: string,
  find: (elf: Elf, target: AuditTarget) => Finding[],
  applies: (target: AuditTarget) => boolean = () => true,
): Rule {
  return {
    id,
    title,
    applies,
    check: (elf, target) => find(elf, target).map((finding) => ({ rule: id, ...finding })),
  }
}
