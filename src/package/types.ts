import type { BuildPlan } from '../catalog/plan.js'
import type { ZipTarget } from './package-names.js'

/** How the shared object came to be; goes into the SBOM word for word, so it must be the same on every run. */
export interface BuildInfo {
  /** The compiler's own first line, for example `gcc (GCC) 11.5.0 20240719 (Red Hat 11.5.0-5)`. */
  compiler: string
  /** What shaped the machine code: the flags of compiler and linker. */
  flags: string[]
  /** What was changed in upstream's sources, a sentence each; empty when nothing was. */
  edits: string[]
}

/** The upstream licence texts that go into the zip. */
export interface Licenses {
  /** psycopg2's `LICENSE`. */
  psycopg2: Uint8Array
  /** psycopg2's `doc/COPYING.LESSER`: the text of the LGPL that its `LICENSE` refers to. */
  lgpl?: Uint8Array | undefined
  /** PostgreSQL's `COPYRIGHT`. */
  postgresql: Uint8Array
  /** OpenSSL's `LICENSE.txt`. */
  openssl: Uint8Array
}

/** What a zip is made of: the built package and the facts that its metadata states. */
export interface PackageContents
  extends ZipTarget,
    Pick<BuildPlan, 'psycopg2' | 'postgresql' | 'openssl' | 'toolchain'> {
  /** The wheel's build tag, the counter of a release `2.9.13-2`; undefined for none. */
  buildNumber?: string | undefined
  /** By path from the zip's root, all below `psycopg2/`: `*.py`, the shared object, `__pycache__/*.pyc`. */
  files: ReadonlyMap<string, Uint8Array>
  licenses: Licenses
  buildInfo: BuildInfo
}

/** A finished file on disk: a zip, or one of its other forms. Paths are joined to the output directory as it was given. */
export interface Artefact {
  name: string
  path: string
  /** In bytes. */
  size: number
  /** Lower-case hex. */
  sha256: string
  /** Lower-case hex. */
  md5: string
  /** The file itself and what was written beside it. */
  files: string[]
}
