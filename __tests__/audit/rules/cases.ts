import { describe, expect, it } from 'vitest'
import { auditSharedObject } from '../../../src/audit/audit.js'
import type { AuditTarget } from '../../../src/audit/audit-target.js'
import type { Rule } from '../../../src/audit/rule.js'
import { target, type Variation, Workshop } from '../shared-objects.js'

/** A file that is against a rule. */
export interface Case {
  /** The rules that the file is against, in the order of the report; no other. */
  rules: string[]
  title: string
  file: Uint8Array | (() => Uint8Array)
  target?: Partial<AuditTarget>
  /** One for each violation, in any order: what its message must have. One alone stands for a number that depends on the tools. */
  says: RegExp[] | RegExp
  skip?: boolean
}

/** Where the files of a test are built. */
export const workshop = new Workshop()

/** The file that no rule is against. */
export const good = workshop.build()

/** A file that is the good one but for the variation, built when its test runs. */
export function built(variation: Variation): () => Uint8Array {
  return () => workshop.build(variation)
}

/** Code that calls functions of a library, given as `Workshop.library` takes it. */
export function calling(soname: string, versions: Record<string, string[]>): () => Uint8Array {
  const functions = Object.values(versions).flat()
  const declared = functions.map((name) => `void ${name}(void);`).join(' ')
  const called = functions.map((name) => `${name}();`).join(' ')
  return () =>
    workshop.build({
      c: `${declared} void call_all(void) { ${called} }`,
      link: [workshop.library(soname, versions)],
    })
}

/** One test for each case, and one that no rule is without. */
export function testRules(rules: readonly Rule[], cases: Case[]): void {
  it('takes the good file', () => {
    expect(auditSharedObject(good, target()).violations).toEqual([])
  })

  it('has a file against every rule', () => {
    const tested = new Set(cases.flatMap((one) => (one.skip ? [] : one.rules)))
    expect(rules.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([])
  })

  describe.each(cases)('$rules: $title', ({ rules: expected, file, target: changes, says, skip }) => {
    it.skipIf(skip)('is refused', () => {
      const bytes = file instanceof Uint8Array ? file : file()
      const { passed, violations } = auditSharedObject(bytes, target(changes))
      const messages = violations.map(({ message }) => message)
      expect(passed).toBe(false)
      expect([...new Set(violations.map(({ rule }) => rule))], messages.join('\n')).toEqual(expected)
      const patterns = Array.isArray(says) ? says : messages.map(() => says)
      expect(messages).toHaveLength(patterns.length)
      for (const pattern of patterns) {
        expect(messages).toContainEqual(expect.stringMatching(pattern))
      }
      expect(violations.every(({ hint }) => hint.endsWith('.'))).toBe(true)
    })
  })
}
