import type { Base } from '../catalog/types.js'
import type { Interpreter } from './module-names.js'
import type { Violation } from './violation.js'

/** A file of a package, read when it is asked for. */
export interface JudgedFile {
  /** In bytes. */
  size: number
  /** @throws BuildError for contents that cannot be read */
  read(): Uint8Array
}

/** A name in a package that holds nothing on Lambda: a link that leads to nothing, say. */
export interface LostFile {
  /** What it is, to be put behind "is". */
  why: string
  /** What to do. */
  hint: string
}

/** The runtime that a package is for. */
export interface PackageTarget extends Interpreter {
  /** The base's name in `runtimes.json`. */
  baseName: string
  base: Base
}

/** One thing that is wrong with a package. */
export interface PackageFinding extends Violation {
  /** The file, or the package itself by an empty name. */
  file: string
}

/** A module or library that was judged. */
interface JudgedObject {
  path: string
  /** Whether Python imports it; otherwise it is a library, which others load. */
  module: boolean
  /** The newest `x.y` of the `GLIBC_x.y` that it needs, or null. */
  highestGlibc: string | null
}

/** A shared object that neither Python nor the loader would open. */
export interface Unopened {
  path: string
  /** What it is, to be put behind "is": `for Python 3.12`. */
  why: string
  /** Whether it is a module of another Python or system. */
  foreign: boolean
  /** What the loader says of it, where that is more than that it is not there. */
  error?: string
}

/** What an import on Lambda would find in a package. */
export interface PackageReport {
  /** Where psycopg2 is found, with a slash at its end; undefined where it is not. */
  psycopg2: string | undefined
  objects: JudgedObject[]
  /** What keeps it from loading first, the most important of all at the head. */
  findings: PackageFinding[]
  /** What this Python never opens, and was not judged. */
  unopened: Unopened[]
  /** Libraries that are needed and that nothing tells whether the image has, and a file that needs each. */
  unknown: { library: string; file: string }[]
  notes: string[]
}
