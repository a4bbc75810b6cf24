import { MalformedInputError } from '../report/errors.js'

/** What a value looks like, and what to say of one that does not: `is not a SHA-256`, and what to do. */
export interface Shape {
  pattern: RegExp
  problem: string
  hint: string
}

/** The value itself. @throws {MalformedInputError} for one of another shape */
export function insistOn(shape: Shape, name: string, value: string): string {
  if (shape.pattern.test(value)) return value
  throw malformed(name, value, shape)
}

/** The error that quotes an input's value. */
export function malformed(
  name: string,
  value: string,
  { problem, hint }: Omit<Shape, 'pattern'>,
): MalformedInputError {
  return new MalformedInputError(name, `${JSON.stringify(value)} ${problem}`, hint)
}

/** The error for an input that must be given. */
export function nothingGiven(name: string, hint: string): MalformedInputError {
  return new MalformedInputError(name, 'nothing given', hint)
}

/** An address with the login that may be in it struck out, for errors. */
export function withoutLogin(address: string): string {
  return address.replace(/\/\/.*@/, '//***@')
}
