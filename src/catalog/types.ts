/** The two machines Lambda runs, in AWS's own words. */
export const ARCHITECTURES = ['x86_64', 'arm64'] as const
export type Architecture = (typeof ARCHITECTURES)[number]

/** What can be chosen by version; the order is that of the build. */
export const PROJECTS = ['openssl', 'postgresql', 'psycopg2'] as const
export type Project = (typeof PROJECTS)[number]

/** Where the upstream bytes of a tarball are in a distribution's source archive. */
export interface DistributionSource {
  /** The source package's name, for example `postgresql-18`. */
  package: string
  /** Suites of which one has this upstream version, for example `trixie`. */
  suites: string[]
}

/** One row of `sources.lock.json`: a tarball that can be built from. */
export interface Source {
  project: Project
  version: string
  /** The upstream address. */
  url: string
  /** The directory inside the tarball that holds everything. */
  root: string
  /** In bytes. */
  size: number
  /** Lower-case hex. */
  sha256: string
  /** For psycopg2 only: the Pythons this version serves, as catalog versions (`3.13`). */
  pythons?: string[] | undefined
  /** For OpenSSL only: whether this series has long-term support; the default is the newest that has. */
  lts?: boolean | undefined
  debian?: DistributionSource | undefined
  /** How the sum was established, for reviewers of the lock. */
  checked: string
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
