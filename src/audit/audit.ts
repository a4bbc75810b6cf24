import { BuildError } from '../report/errors.js'
import type { AuditTarget } from './audit-target.js'
import { type Elf, readElf } from './elf.js'
import { highestGlibc } from './glibc.js'
import { causesIn, RULES } from './rules.js'
import type { Violation } from './violation.js'
import { bulletsOf, byRule } from './violation-lines.js'

/** What the audit says of one shared object. */
export interface AuditReport {
  /** Whether nothing at all is wrong with it. */
  passed: boolean
  /** Whether nothing keeps the runtime from loading it. */
  loads: boolean
  /** Everything that is wrong, in the order of the rules, but for what follows from it. */
  violations: Violation[]
  /** Ids of the rules that ran; one that the target says too little for does not. */
  checked: string[]
  /** The newest `x.y` of the `GLIBC_x.y` it needs, or null. */
  highestGlibc: string | null
  /** The libraries it needs, in the file's order. */
  needed: string[]
  /** In bytes. */
  size: number
}

const ALL = { ours: true }

/**
 * Checks a shared object against every rule for the runtime it is meant for.
 *
 * @param bytes the whole file
 * @throws BuildError when the bytes are not a 64-bit little-endian ELF file or are damaged
 */
export function auditSharedObject(bytes: Uint8Array, target: AuditTarget): AuditReport {
  return auditElf(readElf(bytes), target)
}

/**
 * Checks a shared object that is read already.
 *
 * @param ours whether it is held to what is asked of those made here, too
 */
export function auditElf(elf: Elf, target: AuditTarget, { ours }: { ours: boolean } = ALL): AuditReport {
  const rules = RULES.filter((rule) => (ours || rule.class !== 'ours') && rule.applies(target))
  const found = rules.map((rule) => ({ rule, findings: [...rule.find(elf, target)] }))
  const violations = causesIn(found).flatMap(({ rule, findings }) =>
    findings.map((finding) => ({ rule: rule.id, class: rule.class, ...finding })),
  )
  return {
    passed: violations.length === 0,
    loads: violations.every((violation) => violation.class !== 'loads'),
    violations,
    checked: rules.map(({ id }) => id),
    highestGlibc: highestGlibc(elf.versionNeeds),
    needed: elf.needed,
    size: elf.bytes.length,
  }
}

/** In the one line of an annotation; the log before it has them all. */
const MOST_IN_A_MESSAGE = 3

/**
 * The violations as lines for people, without line ends: per rule what must hold, what is wrong, and what to do.
 *
 * @param what the file, for example its name
 */
export function formatViolations(report: AuditReport, what: string): string[] {
  if (report.passed) return [`${what}: passed ${count(report.checked.length, 'rule')}`]
  const titles = new Map(RULES.map(({ id, title }) => [id, title]))
  const lines = byRule(report.violations).flatMap(({ rule, violations, hints }) => [
    `${rule} (wanted: ${titles.get(rule)})`,
    ...bulletsOf(violations.map(({ message }) => message)),
    ...hints,
  ])
  return [`${what}: ${summary(report)}`, ...lines]
}

/**
 * The error that stops a build whose shared object was refused, with the violations as its details.
 *
 * @param report what the audit said, with `passed` false
 * @param what the file, for example its name
 */
export function auditFailure(report: AuditReport, what: string): BuildError {
  const first = report.violations.slice(0, MOST_IN_A_MESSAGE).map(({ message }) => message)
  const others = report.violations.length - first.length
  const head = report.violations.length > 1 ? `${summary(report)}: ` : ''
  return new BuildError(
    `${what} is refused by the audit: ${head}${first.join('; ')}${others > 0 ? `; and ${others} more` : ''}`,
    unique(report.violations.map(({ hint }) => hint)).join(' '),
    formatViolations(report, what),
  )
}

function summary({ violations }: AuditReport): string {
  const rules = unique(violations.map(({ rule }) => rule))
  return `${count(violations.length, 'violation')} of ${count(rules.length, 'rule')} (${rules.join(', ')})`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)]
}
