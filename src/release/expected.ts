import { z } from 'zod'
import { InputError } from '../report/errors.js'
import { faultInName } from './files.js'
import { isWrittenHere } from './manifest.js'
import { factsSchema } from './manifest-schema.js'
import type { Expected } from './types.js'

const HINT =
  'Give the build jobs’ `artifacts` outputs as they are (JSON arrays, one after the other), or lines as ' +
  '`sha256sum FILE…` prints them.'

const hex = (digits: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`), `expected ${digits} lower-case hex digits`)

const file = {
  name: z.string(),
  sha256: hex(64),
  size: z.int().positive().optional(),
  md5: hex(32).optional(),
}
const fileSchema = z.object(file)

const entrySchema = z
  .looseObject({
    ...file,
    verified: z.string().nullish(),
    wheel: fileSchema.optional(),
    layer: fileSchema.optional(),
  })
  .transform(({ name, sha256, size, md5, verified, wheel, layer, ...more }): Expected[] => {
    const facts = factsSchema.safeParse(more).data
    const zip = { name, sha256, size, md5, facts, record: verified ?? undefined, layer: layer?.name }
    return [zip, wheel, layer].filter((one) => one !== undefined)
  })

/**
 * Reads the `expected` input: JSON arrays, possibly several in a row, each on one or many lines, or `sha256sum`
 * lines; never both. An artefact's wheel and layer are artefacts like itself. The same may be named twice, with the same sum.
 *
 * @returns the artefacts, sorted by name; none for a blank text
 * @throws {InputError} for anything else, naming the line or the entry at fault
 */
export function parseExpected(text: string): Expected[] {
  const trimmed = text.trim()
  if (trimmed === '') return []
  const entries = trimmed.startsWith('[') ? parseArrays(trimmed) : trimmed.split('\n').flatMap(parseLine)
  if (entries.length === 0) throw fault('names no artefact', HINT)
  const byName = new Map<string, Expected>()
  for (const entry of entries) {
    const wrong = faultInName(entry.name)
    if (wrong !== undefined) {
      throw fault(
        `${JSON.stringify(entry.name)} cannot be an asset: ${wrong}`,
        'Give bare file names, without directories.',
      )
    }
    if (isWrittenHere(entry.name)) {
      throw fault(`names ${entry.name}, which this action writes itself`, 'Leave it out of the list.')
    }
    const other = byName.get(entry.name)
    if (other !== undefined && other.sha256 !== entry.sha256) {
      throw fault(
        `${entry.name} is named twice, with SHA-256 ${other.sha256} and ${entry.sha256}`,
        'Two jobs have built the same file differently; take one of them out of the matrix.',
      )
    }
    // The fuller entry wins: an artefact's own JSON rather than the same file hashed again.
    if (other?.md5 === undefined) byName.set(entry.name, entry)
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function fault(message: string, hint: string): InputError {
  return new InputError('expected', message, hint)
}

function parseLine(line: string, index: number): Expected[] {
  // Lists that were put together from several files may have a byte order mark before any line.
  const text = line.replace(/^\uFEFF|\r$/g, '')
  if (text.trim() === '') return []
  const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) {
    throw fault(
      `line ${index + 1} is neither a JSON array nor a sha256sum line: ${JSON.stringify(text.slice(0, 120))}`,
      HINT,
    )
  }
  return [{ name: match[2], sha256: match[1] }]
}

function parseArrays(text: string): Expected[] {
  return splitArrays(text).flatMap((part, array) => {
    let value: unknown
    try {
      value = JSON.parse(part)
    } catch {
      throw fault(`array ${array + 1} is not JSON: ${part.slice(0, 120)}`, HINT)
    }
    if (!Array.isArray(value)) throw fault(`array ${array + 1} is not an array`, HINT)
    return value.flatMap((entry: unknown, row) => {
      const result = entrySchema.safeParse(entry)
      if (result.success) return result.data
      const issues = result.error.issues.map((issue) => [...issue.path, issue.message].join(': ')).join('; ')
      throw fault(`entry ${row + 1} of array ${array + 1}: ${issues}`, HINT)
    })
  })
}

/** Cuts after each top-level closing bracket; what is cut wrongly is not JSON, and is found there. */
function splitArrays(text: string): string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    const [mark] = token
    if (mark === '[' || mark === '{') depth += 1
    else if (mark === ']' || mark === '}') depth -= 1
    if (depth === 0 && mark === ']') {
      parts.push(text.slice(start, token.index + 1).trim())
      start = token.index + 1
    }
  }
  const rest = text.slice(start).trim()
  return rest === '' ? parts : [...parts, rest]
}
