import type { AuditTarget } from './audit-target.js'
import type { Elf } from './elf.js'
import type { Finding, RuleClass } from './violation.js'

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
