import type { Architecture } from './architecture.js'

/** What can be chosen by version; the order is that of the build. */
export const PROJECTS = ['openssl', 'postgresql', 'psycopg2'] as const
export type Project = (typeof PROJECTS)[number]

/** One tarball, and where it can be had. At least one of `url`, `index` and `pool` is there. */
export interface SourceFile {
  /** The upstream address. */
  url?: string | undefined
  /** The project of the Python index that has it, under the file's name. */
  index?: string | undefined
  /** Its path below a mirror of Debian or Ubuntu, which keep upstream's bytes under names of their own. */
  pool?: string | undefined
  /** The file's name, where `root` and the ending of the address do not make it. */
  name?: string | undefined
  /** The directory inside the tarball that holds everything. */
  root: string
  /** In bytes. */
  size: number
  /** Lower-case hex. */
  sha256: string
  /** How the sum was confirmed, for reviewers of the lock. */
  checked: string
}

/** One row of `sources.lock.json`: a version that can be built from. */
export interface Source {
  project: Project
  version: string
  /** For psycopg2 only: the Pythons this version serves, as catalog versions (`3.13`). */
  pythons?: string[] | undefined
  /** For OpenSSL only: whether this series has long-term support; the default is the newest that has. */
  lts?: boolean | undefined
  /** Each will do: whatever differs between them is neither compiled nor packed. */
  files: [SourceFile, ...SourceFile[]]
}

/** The operating system a runtime stands on. */
export interface Base {
  /** For people, for example `Amazon Linux 2023`. */
  title: string
  /** Highest `GLIBC_x.y` symbol version its C library has. */
  glibc: string
  source: string
}

/** One row of `runtimes.json`: a Python that AWS Lambda runs or ran. */
export interface Runtime {
  /** `major.minor`. */
  python: string
  base: string
  architectures: Architecture[]
  /** Image to build in; `{arch}` stands for the architecture where the tag names one. */
  buildImage: string
  /** The bare image the zip is tried in. */
  runtimeImage: string
  /** Python's prefix in those images. */
  prefix: string
  /** When AWS released it, or null while it is a preview. */
  released: string | null
  /** From this day on AWS no longer patches it; null when not announced. */
  deprecated: string | null
  /** From this day on functions can no longer be updated; null when not announced. */
  updateBlocked: string | null
  /** AWS may still change it: built on request only, never in the default matrix. */
  preview: boolean
  source: string
}
