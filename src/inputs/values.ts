import { MalformedInputError } from '../report/errors.js'
import { absolutePath } from './paths.js'

/** What an input or flag was set to; empty or undefined where it was not. */
export type Getter = (name: string) => string | undefined

/** The text without surrounding blanks; undefined when there is none. */
export function textOf(get: Getter, name: string): string | undefined {
  const text = get(name)?.trim()
  return text === undefined || text === '' ? undefined : text
}

/** A path, made absolute. @throws {MalformedInputError} for what cannot be meant as one; see `absolutePath` */
export function pathOf(get: Getter, name: string): string | undefined
export function pathOf(get: Getter, name: string, fallback: string): string
export function pathOf(get: Getter, name: string, fallback?: string): string | undefined {
  const text = textOf(get, name) ?? fallback
  return text === undefined ? undefined : absolutePath(name, text)
}

/** Values separated by spaces, commas or lines. */
export function listOf(get: Getter, name: string, fallback: string): string[] {
  return (textOf(get, name) ?? fallback).split(/[\s,]+/).filter((item) => item !== '')
}

/** SHA-256 sums, in the same ways. @throws {MalformedInputError} for anything else */
export function sha256sOf(get: Getter, name: string): string[] {
  const sums = listOf(get, name, '')
  for (const sum of sums) {
    if (/^[0-9a-f]{64}$/.test(sum)) continue
    throw new MalformedInputError(
      name,
      `${JSON.stringify(sum)} is not a SHA-256`,
      'Give sums of 64 lower-case hexadecimal digits, separated by spaces, commas or lines.',
    )
  }
  return sums
}

/** An exact version or `default`. */
export function versionOf(get: Getter, name: string): string {
  return textOf(get, name) ?? 'default'
}

/** An image's name. @throws {MalformedInputError} for anything else */
export function imageOf(get: Getter, name: string): string | undefined {
  const text = textOf(get, name)
  // What the engines accept, and nothing that could be taken for an option.
  if (text === undefined || /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/.test(text)) return text
  throw new MalformedInputError(
    name,
    `${JSON.stringify(text)} is not the name of an image`,
    'Give a name as the container engine takes it: registry/name:tag or registry/name@sha256:….',
  )
}

/** One of the allowed values. @throws {MalformedInputError} that lists them */
export function oneOf<T extends string>(get: Getter, name: string, fallback: T, allowed: readonly T[]): T {
  const value = textOf(get, name) ?? fallback
  checkOneOf(name, [value], allowed)
  return value as T
}

/** Checks values against those allowed. @throws {MalformedInputError} that lists them */
export function checkOneOf(name: string, values: string[], allowed: readonly string[], why = ''): void {
  for (const value of values) {
    if (allowed.includes(value)) continue
    const hint = `Use ${allowed.length === 1 ? '' : 'one of '}${allowed.join(', ')}. ${why}`.trim()
    throw new MalformedInputError(name, `${JSON.stringify(value)} is not supported`, hint)
  }
}

/** As in YAML 1.2's core schema, which the toolkit follows, too. @throws {MalformedInputError} for anything else */
export function booleanOf(get: Getter, name: string, fallback: boolean): boolean {
  const value = textOf(get, name)
  if (value === undefined) return fallback
  if (['true', 'True', 'TRUE'].includes(value)) return true
  if (['false', 'False', 'FALSE'].includes(value)) return false
  throw new MalformedInputError(
    name,
    `${JSON.stringify(value)} is neither true nor false`,
    'Use true or false.',
  )
}
