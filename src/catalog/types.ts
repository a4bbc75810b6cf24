import { z } from 'zod'
import { ARCHITECTURES } from './architecture.js'

// The catalog's values end up in shell environments, file names and command lines; the patterns are
// therefore as narrow as the real values are, so that a lock file of a user's cannot smuggle anything in.
const version = z.string().regex(/^\d+(\.\d+){1,3}$/, 'expected digits and dots, like 18.6')
const python = z.string().regex(/^[23]\.\d+$/, 'expected major.minor, like 3.13')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date, like 2027-03-03')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hex digits')
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]*$/, 'expected letters, digits, dots, dashes')
const image = z.string().regex(/^[a-z0-9][A-Za-z0-9._:/@{}-]*$/, 'expected an image reference')
const path = z.string().regex(/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._+~/-]*$/, 'expected a path below a mirror')
const text = z.string().min(1)

/** What can be chosen by version; the order is that of the build. */
export const PROJECTS = ['openssl', 'postgresql', 'psycopg2'] as const
export type Project = (typeof PROJECTS)[number]

/** The project of the pinned compiler. */
export const TOOLCHAIN = 'zig'

const sourceFile = z
  .strictObject({
    /** The upstream address. */
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** The project of the Python index that has it, under the file's name. */
    index: name.optional(),
    /** Its path below a mirror of Debian or Ubuntu, which keep upstream's bytes under names of their own. */
    pool: path.optional(),
    /** The file's name, where `root` and the ending of the address do not make it. */
    name: name.optional(),
    /** For the toolchain only: the machine that it runs on. */
    host: z.enum(ARCHITECTURES).optional(),
    /** For the toolchain only: content hash of what is unpacked of it. */
    unpacked: sha256.optional(),
    /** The directory inside the tarball that holds everything. */
    root: name,
    /** In bytes. */
    size: z.int().positive(),
    /** Lower-case hex. */
    sha256,
    /** How the sum was confirmed, for reviewers of the lock. */
    checked: z.string().default('by the owner of this lock file'),
  })
  .refine(({ url, index, pool }) => url !== undefined || index !== undefined || pool !== undefined, {
    message: 'expected url, index or pool: where the file can be had',
  })

/** One tarball, and where it can be had. At least one of `url`, `index` and `pool` is there. */
export type SourceFile = z.infer<typeof sourceFile>

const source = z.preprocess(
  withFiles,
  z
    .strictObject({
      project: z.enum([...PROJECTS, TOOLCHAIN]),
      version,
      /** For the toolchain only, of which nothing but what it compiles is passed on: an SPDX expression. */
      licence: text.optional(),
      /** For psycopg2 only: the Pythons this version serves, as catalog versions (`3.13`). */
      pythons: z.array(python).nonempty().optional(),
      /** For OpenSSL only: whether this series has long-term support; the default is the newest that has. */
      lts: z.boolean().optional(),
      /** Each will do: whatever differs between them is neither compiled nor packed. */
      files: z.tuple([sourceFile], sourceFile),
    })
    .refine((row) => (row.project === 'psycopg2') === (row.pythons !== undefined), {
      message: 'expected for psycopg2, and only there: the Pythons this version serves',
      path: ['pythons'],
    })
    .refine(
      ({ project, files }) =>
        files.every(({ host, unpacked }) => {
          const given = [host, unpacked].filter((value) => value !== undefined).length
          return given === (project === TOOLCHAIN ? 2 : 0)
        }),
      {
        message:
          'expected for the toolchain, and only there: the host that each file runs on, and what it unpacks to',
        path: ['files'],
      },
    ),
)

/** One row of `sources.lock.json`: a version that can be built from. */
export type Source = z.infer<typeof source>

/** A row of one file may say in itself what is known of the file. */
function withFiles(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || 'files' in row) return row
  const { project, version, licence, pythons, lts, ...file } = row as Record<string, unknown>
  const facts = { project, version, licence, pythons, lts }
  const known = Object.entries(facts).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(known), files: [file] }
}

const base = z.strictObject({
  /** For people, for example `Amazon Linux 2023`. */
  title: text,
  /** Highest `GLIBC_x.y` symbol version its C library has. */
  glibc: version,
  source: text,
})

/** The operating system a runtime stands on. */
export type Base = z.infer<typeof base>

const runtime = z.strictObject({
  /** `major.minor`. */
  python,
  base: name,
  architectures: z.array(z.enum(ARCHITECTURES)).nonempty(),
  /** Image to build in; `{arch}` stands for the architecture where the tag names one. */
  buildImage: image,
  /** The bare image the zip is tried in. */
  runtimeImage: image,
  /** Python's prefix in those images. */
  prefix: z.string().regex(/^\/[A-Za-z0-9._/-]+$/, 'expected an absolute path'),
  /** When AWS released it, or null while it is a preview. */
  released: date.nullable(),
  /** From this day on AWS no longer patches it; null when not announced. */
  deprecated: date.nullable(),
  /** From this day on functions can no longer be updated; null when not announced. */
  updateBlocked: date.nullable(),
  /** AWS may still change it: built on request only, never in the default matrix. */
  preview: z.boolean(),
  source: text,
})

/** One row of `runtimes.json`: a Python that AWS Lambda runs or ran. */
export type Runtime = z.infer<typeof runtime>

/** `sources.lock.json`, and a lock file of a user's. */
export const LOCK = z.strictObject({ sources: z.array(source) })

/** `runtimes.json`. */
export const RUNTIMES = z
  .strictObject({
    /** The PostgreSQL that `verify: connect` connects to; from the registry of Lambda's own images: Docker Hub limits pulls. */
    serverImage: image,
    bases: z.record(name, base),
    /** In the order of their versions. */
    runtimes: z.array(runtime).nonempty(),
  })
  .superRefine(({ bases, runtimes }, context) => {
    for (const [index, { base }] of runtimes.entries()) {
      if (base in bases) continue
      context.addIssue({
        code: 'custom',
        message: `no such base: ${base}`,
        path: ['runtimes', index, 'base'],
      })
    }
  })
