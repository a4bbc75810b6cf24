import { z } from 'zod'
import { ARCHITECTURES } from './architecture.js'
import { PROJECTS, type Source } from './types.js'

// The catalog's values end up in shell environments, file names and command lines; the patterns are
// therefore as narrow as the real values are, so that a lock file of a user's cannot smuggle anything in.
const version = z.string().regex(/^\d+(\.\d+){1,3}$/, 'expected digits and dots, like 18.6')
const python = z.string().regex(/^[23]\.\d+$/, 'expected major.minor, like 3.13')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date, like 2027-03-03')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits')
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*$/, 'expected letters, digits, dots, dashes')
const image = z.string().regex(/^[a-z0-9][A-Za-z0-9._:/@{}-]*$/, 'expected an image reference')

const path = z.string().regex(/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._+~/-]*$/, 'expected a path below a mirror')

const fileSchema = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).optional(),
    index: name.optional(),
    pool: path.optional(),
    name: name.optional(),
    root: name,
    size: z.int().positive(),
    sha256,
    checked: z.string().default('by the owner of this lock file'),
  })
  .refine(({ url, index, pool }) => url !== undefined || index !== undefined || pool !== undefined, {
    message: 'expected url, index or pool: where the file can be had',
  })

const sourceSchema = z.preprocess(
  withFiles,
  z
    .strictObject({
      project: z.enum(PROJECTS),
      version,
      pythons: z.array(python).nonempty().optional(),
      lts: z.boolean().optional(),
      files: z.tuple([fileSchema], fileSchema),
    })
    .refine((source) => (source.project === 'psycopg2') === (source.pythons !== undefined), {
      message: 'expected for psycopg2, and only there: the Pythons this version serves',
      path: ['pythons'],
    }),
)

/** A row of one file may say in itself what is known of the file. */
function withFiles(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || 'files' in row) return row
  const { project, version, pythons, lts, ...file } = row as Record<string, unknown>
  const known = Object.entries({ project, version, pythons, lts }).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(known), files: [file] }
}

const baseSchema = z.strictObject({ title: z.string().min(1), glibc: version, source: z.string().min(1) })

const runtimeSchema = z.strictObject({
  python,
  base: name,
  architectures: z.array(z.enum(ARCHITECTURES)).nonempty(),
  buildImage: image,
  runtimeImage: image,
  prefix: z.string().regex(/^\/[A-Za-z0-9._/-]+$/, 'expected an absolute path'),
  released: date.nullable(),
  deprecated: date.nullable(),
  updateBlocked: date.nullable(),
  preview: z.boolean(),
  source: z.string().min(1),
})

const lockSchema = z.strictObject({ sources: z.array(sourceSchema) })
const runtimesSchema = z
  .strictObject({
    serverImage: image,
    bases: z.record(name, baseSchema),
    runtimes: z.array(runtimeSchema).nonempty(),
  })
  .superRefine((catalog, context) => {
    catalog.runtimes.forEach((runtime, index) => {
      if (!(runtime.base in catalog.bases)) {
        context.addIssue({
          code: 'custom',
          message: `no such base: ${runtime.base}`,
          path: ['runtimes', index, 'base'],
        })
      }
    })
  })

/** A catalog file that does not fit its schema; `problems` has one line per fault, each naming its row. */
export class SchemaError extends Error {
  override name = 'SchemaError'

  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '))
  }
}

/** Checks the text of a lock file. @throws {SchemaError} naming every row at fault */
export function parseLock(value: unknown): Source[] {
  const { sources } = check(lockSchema, value)
  const seen = new Map<string, number>()
  const problems = sources.flatMap((source, index) => {
    const key = `${source.project} ${source.version}`
    const first = seen.get(key)
    seen.set(key, first ?? index)
    return first === undefined
      ? []
      : [`sources[${index}] (${key}): the same version stands in sources[${first}] already`]
  })
  if (problems.length > 0) throw new SchemaError(problems)
  return sources
}

/** Checks the text of `runtimes.json`. @throws {SchemaError} naming every row at fault */
export function parseRuntimes(value: unknown): z.infer<typeof runtimesSchema> {
  return check(runtimesSchema, value)
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
