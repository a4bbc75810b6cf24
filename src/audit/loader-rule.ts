import { MalformedError } from './byte-reader.js'
import { type Rule, rule } from './rule.js'
import type { Finding } from './violation.js'

/** A rule about what the loader does: where it would crash, that is a finding. */
export function loaderRule(id: string, title: string, find: Rule['find'], applies?: Rule['applies']): Rule {
  const findOrCrash = function* (...args: Parameters<Rule['find']>): Generator<Finding> {
    try {
      yield* find(...args)
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error
      yield { message: `the loader would stop or crash: ${error.detail}`, hint: error.hint }
    }
  }
  return rule(id, 'loads', title, findOrCrash, applies)
}
