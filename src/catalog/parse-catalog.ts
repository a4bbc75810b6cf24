import type { z } from 'zod'
import { LOCK, RUNTIMES, type Source } from './types.js'

/** A catalog file that does not fit its schema; `problems` has one line per fault, each naming its row. */
export class SchemaError extends Error {
  override name = 'SchemaError'

  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '))
  }
}

/** Checks the text of a lock file. @throws {SchemaError} naming every row at fault */
export function parseLock(value: unknown): Source[] {
  const { sources } = check(LOCK, value)
  const keys = sources.map(({ project, version }) => `${project} ${version}`)
  const problems = keys.flatMap((key, index) => {
    const first = keys.indexOf(key)
    if (first === index) return []
    return [`sources[${index}] (${key}): the same version stands in sources[${first}] already`]
  })
  if (problems.length > 0) throw new SchemaError(problems)
  return sources
}

/** Checks the text of `runtimes.json`. @throws {SchemaError} naming every row at fault */
export function parseRuntimes(value: unknown): z.infer<typeof RUNTIMES> {
  return check(RUNTIMES, value)
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new SchemaError(
    result.error.issues.map((issue) => `${describePath(issue.path, value)}: ${issue.message}`),
  )
}

/** `sources[3] (openssl 3.5.7).sha256`: the row by index and, where it can be read, by name, as the file has it. */
function describePath(path: readonly PropertyKey[], value: unknown): string {
  let text = ''
  let here: unknown = value
  for (let at = 0; at < path.length; at++) {
    const key = path[at] ?? ''
    // A row that stands for its only file has no list of files.
    if (key === 'files' && typeof here === 'object' && here !== null && !('files' in here)) {
      at++
      continue
    }
    here = (here as Record<PropertyKey, unknown> | undefined)?.[key]
    text +=
      typeof key === 'number' ? `[${key}]${describeRow(here)}` : `${text === '' ? '' : '.'}${String(key)}`
  }
  return text === '' ? 'the file' : text
}

function describeRow(row: unknown): string {
  if (typeof row !== 'object' || row === null) return ''
  const { project, version: release, python: runtime } = row as Record<string, unknown>
  if (typeof project === 'string') return ` (${project} ${String(release)})`
  return typeof runtime === 'string' ? ` (Python ${runtime})` : ''
}
