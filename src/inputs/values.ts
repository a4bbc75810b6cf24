import { absolutePath } from './paths.js'
import { insistOn, malformed, nothingGiven, type Shape } from './shape.js'

/** What an input or flag was set to; empty or undefined where it was not. */
export type Getter = (name: string) => string | undefined

/** The text without surrounding blanks; undefined when there is none. */
export function textOf(get: Getter, name: string): string | undefined {
  return get(name)?.trim() || undefined
}

/** A path, made absolute. @throws {MalformedInputError} for what cannot be meant as one; see `absolutePath` */
export function pathOf(get: Getter, name: string): string | undefined {
  const text = textOf(get, name)
  return text === undefined ? undefined : absolutePath(name, text)
}

/** Values separated by spaces, commas or lines. */
export function listOf(get: Getter, name: string): string[] {
  return (textOf(get, name) ?? '').split(/[\s,]+/).filter((item) => item !== '')
}

const SHA256: Shape = {
  pattern: /^[0-9a-f]{64}$/,
  problem: 'is not a SHA-256',
  hint: 'Give sums of 64 lower-case hexadecimal digits, separated by spaces, commas or lines.',
}

/** SHA-256 sums, in the same ways. @throws {MalformedInputError} for anything else */
export function sha256sOf(get: Getter, name: string): string[] {
  return listOf(get, name).map((sum) => insistOn(SHA256, name, sum))
}

const ONE_SHA256: Shape = {
  pattern: SHA256.pattern,
  problem: 'is not one SHA-256',
  hint: "Give the file's 64 lower-case hexadecimal digits, as the release has them in SHA256SUMS.",
}

/** A file's SHA-256. @throws {MalformedInputError} for anything else */
export function sha256Of(get: Getter, name: string): string | undefined {
  const text = textOf(get, name)
  return text === undefined ? undefined : insistOn(ONE_SHA256, name, text)
}

const IMAGE: Shape = {
  // What the engines accept, and nothing that could be taken for an option.
  pattern: /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/,
  problem: 'is not the name of an image',
  hint: 'Give a name as the container engine takes it: registry/name:tag or registry/name@sha256:….',
}

/** An image's name. @throws {MalformedInputError} for anything else */
export function imageOf(get: Getter, name: string): string | undefined {
  const text = textOf(get, name)
  return text === undefined ? undefined : insistOn(IMAGE, name, text)
}

/** One of the allowed values. @throws {MalformedInputError} that lists them */
export function oneOf<T extends string>(get: Getter, name: string, fallback: T, allowed: readonly T[]): T {
  return among(allowed, name, textOf(get, name) ?? fallback)
}

/** Some of the allowed values, each once, in the order given. @throws {MalformedInputError} that lists them */
export function someOf<T extends string>(get: Getter, name: string, fallback: T, allowed: readonly T[]): T[] {
  const items = listOf(get, name)
  if (items.length === 0 && textOf(get, name) !== undefined) {
    throw nothingGiven(name, `Use one or more of ${allowed.join(', ')}.`)
  }
  return [...new Set((items.length === 0 ? [fallback] : items).map((item) => among(allowed, name, item)))]
}

function among<T extends string>(allowed: readonly T[], name: string, value: string): T {
  const found = allowed.find((one) => one === value)
  if (found !== undefined) return found
  throw malformed(name, value, { problem: 'is not supported', hint: `Use one of ${allowed.join(', ')}.` })
}

const BOOLEAN: Shape = {
  pattern: /^(true|True|TRUE|false|False|FALSE)$/,
  problem: 'is neither true nor false',
  hint: 'Use true or false.',
}

/** As in YAML 1.2's core schema, which the toolkit follows, too. @throws {MalformedInputError} for anything else */
export function booleanOf(get: Getter, name: string, fallback: boolean): boolean {
  const text = textOf(get, name)
  return text === undefined ? fallback : insistOn(BOOLEAN, name, text).toLowerCase() === 'true'
}
