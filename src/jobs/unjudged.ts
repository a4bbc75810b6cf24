import type { PackageFinding } from '../audit/judgement.js'
import { NOT_UNZIPPED } from '../audit/loader-words.js'
import { ZipError } from '../package/zip-directory.js'
import { BuildError } from '../report/errors.js'

/** What programs are told of a package that could not be judged, in the form of one that was. */
export interface Unjudged {
  file: string
  passed: false
  /** One, of the rule `not-judged`. */
  findings: PackageFinding[]
}

/** @param error what the audit ended in */
export function unjudged(file: string, { message, hint, cause }: BuildError): Unjudged {
  const error = cause instanceof ZipError ? { error: NOT_UNZIPPED } : {}
  return {
    file,
    passed: false,
    findings: [{ rule: 'not-judged', class: 'loads', file: '', message, hint, ...error }],
  }
}

/** The error for a zip that cannot be read, in which case Lambda cannot, either. */
export function notUnzipped(file: string, cause: ZipError): BuildError {
  const hint = `${cause.hint} Lambda answers to its upload: ${NOT_UNZIPPED}`
  return new BuildError(`${file}: ${cause.message}`, hint, [], { cause })
}
