import { posix } from 'node:path'
import { type Interpreter, nameOf } from './module-names.js'

/** Where a package's files lie on Lambda, and which of its directories Python looks into for modules. */
export interface Places {
  /** A layer is unpacked into `/opt`, a function into `/var/task`. */
  kind: 'layer' | 'function'
  mount: '/opt' | '/var/task'
  /** Directories of the package, each with a slash at its end, or empty for the package's own. */
  roots: string[]
}

/** A directory that is psycopg2 or looks like what is left of it. */
export interface Candidate {
  /** Without a slash at its end; `.` is the package's own directory. */
  directory: string
  /** Whether it is called psycopg2. */
  named: boolean
}

/** What became of psycopg2. */
export interface Whereabouts {
  /** Where an import finds it, with a slash at its end; undefined for nowhere. */
  found: string | undefined
  /** Where it is instead, most likely; undefined where an import finds it, or where nothing of it is there. */
  elsewhere: Candidate | undefined
  /** Other directories with a psycopg2 that this Python does not look into, each with a slash at its end. */
  others: string[]
}

const SITE = /^python\/lib\/python(\d\.\d+)\/site-packages\//

/** What layers have at their top besides `python`: AWS's page "Packaging your layer content". */
const OF_LAYERS = /^(python|lib|bin|nodejs|java|ruby|extensions)\//

/**
 * How Lambda will see a package: a directory `python` and no source of Python's outside of it is a layer. The paths are
 * those of AWS's page.
 *
 * @param wheel whether pip is to unpack it, which moves what is in its `.data`
 */
export function placesOf(
  paths: readonly string[],
  { python }: Pick<Interpreter, 'python'>,
  wheel = false,
): Places {
  const isLayer =
    paths.some((path) => path.startsWith('python/')) &&
    !paths.some((path) => /\.pyc?$/.test(path) && !OF_LAYERS.test(path))
  if (isLayer) {
    return { kind: 'layer', mount: '/opt', roots: [`python/lib/python${python}/site-packages/`, 'python/'] }
  }
  const moved = wheel
    ? paths.flatMap((path) => /^[^/]+\.data\/(?:platlib|purelib)\//.exec(path)?.[0] ?? [])
    : []
  return { kind: 'function', mount: '/var/task', roots: ['', ...new Set(moved)] }
}

/** What psycopg 3 has compiled is in these, a `_psycopg` among it; that is no psycopg2's. */
const PSYCOPG_3 = ['psycopg_binary', 'psycopg_c']

/** Whether a file is psycopg2's module, by its name. */
export function isPsycopg2Module(path: string): boolean {
  return (
    /^_psycopg(\..+)?\.(so|pyd)$/.test(posix.basename(path)) &&
    !PSYCOPG_3.includes(posix.basename(posix.dirname(path)))
  )
}

/** The Python whose site-packages in a layer a file is in; undefined where it is in none's. */
export function siteOf(path: string): string | undefined {
  return SITE.exec(path)?.[1]
}

/** What Python runs for a module of this path, without an ending; undefined where there is nothing. */
function sourceOf(paths: readonly string[], stem: string): string | undefined {
  return paths.find((path) => path === `${stem}.py` || path === `${stem}.pyc`)
}

function hasSource(paths: readonly string[], stem: string): boolean {
  return sourceOf(paths, stem) !== undefined
}

/** The file `psycopg2.py` that an import finds before, or in place of, the package; undefined where it finds the package first. */
export function hidingFile(paths: readonly string[], { roots }: Places): string | undefined {
  for (const root of roots) {
    if (hasSource(paths, `${root}psycopg2/__init__`)) return undefined
    const file = sourceOf(paths, `${root}psycopg2`)
    if (file !== undefined) return file
  }
  return undefined
}

/** Whether a directory of a package is a package of Python's, with an `__init__.py`. @param directory with a slash at its end */
export function isWhole(paths: readonly string[], directory: string): boolean {
  return hasSource(paths, `${directory}__init__`)
}

/** Where psycopg2 is in a package, and whether an import finds it there. */
export function findPsycopg2(
  paths: readonly string[],
  places: Places,
  interpreter: Interpreter,
): Whereabouts {
  const candidates = candidatesIn(paths, interpreter)
  const onPath = places.roots.map((root) => `${root}psycopg2`)
  const isThere = (directory: string) => candidates.some((one) => one.directory === directory)
  // A directory without __init__.py is a package only where no directory of sys.path has one with it: PEP 420.
  const found = onPath.find((directory) => hasSource(paths, `${directory}/__init__`)) ?? onPath.find(isThere)
  const rest = candidates.filter(({ directory }) => directory !== found)
  const others = rest.map(({ directory }) => (directory === '.' ? '' : `${directory}/`))
  const [first] = rest
  if (found !== undefined) return { found: `${found}/`, elsewhere: undefined, others }
  return { found: undefined, elsewhere: first, others: [] }
}

function candidatesIn(paths: readonly string[], interpreter: Interpreter): Candidate[] {
  const directories = new Set<string>()
  const sources = new Map<string, string[]>()
  const fitting = new Set<string>()
  for (const path of paths) {
    const directory = posix.dirname(path)
    const file = posix.basename(path)
    if (isPsycopg2Module(path)) {
      directories.add(directory)
      if (nameOf(file, interpreter).rank >= 0) fitting.add(directory)
    }
    if (posix.basename(directory) === 'psycopg2' && /^__init__\.pyc?$/.test(file)) sources.set(directory, [])
  }
  for (const path of paths)
    if (/\.pyc?$/.test(path)) sources.get(posix.dirname(path))?.push(posix.basename(path))
  // Others have a package of that name in their own, as OpenTelemetry and Datadog do.
  for (const [directory, files] of sources)
    if (
      files.some((file) => /^ext(ensions|ras)\./.test(file)) ||
      files.every((file) => /^__init__\./.test(file))
    )
      directories.add(directory)
  const all = Array.from(directories, (directory) => ({
    directory,
    named: posix.basename(directory) === 'psycopg2',
  }))
  // More likely meant is what this Python could open, and then what is called psycopg2.
  const likelihood = ({ directory, named }: Candidate) => (fitting.has(directory) ? 2 : 0) + (named ? 1 : 0)
  return all.sort((a, b) => likelihood(b) - likelihood(a))
}
