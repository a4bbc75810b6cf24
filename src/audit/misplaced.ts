import { posix } from 'node:path'
import { type Candidate, type Places, siteOf } from './import-path.js'

/** The package that something was found in. */
interface Package {
  paths: readonly string[]
  places: Places
  /** `major.minor`. */
  python: string
}

/** Why an import does not find psycopg2, and what to do. */
interface Problem {
  message: string
  hint: string
}

/** What pip installs as psycopg2, by its path in that directory; the names of all versions since 2.7. */
const OWN =
  /^((__init__|_ipaddress|_json|_lru_cache|_range|compat|errorcodes|errors|extensions|extras|pool|psycopg1|sql|tz)\.pyc?|_psycopg\..*|(__pycache__|tests)\/.*)$/

/**
 * Says of a psycopg2 that no import finds where it lies and where it belongs. Who does what is said has it found, whatever
 * else is in the package.
 */
export function misplaced({ directory, named }: Candidate, { paths, places, python }: Package): Problem {
  const parent = `${posix.dirname(directory)}/`
  const above = directoriesAboveLayer(parent, paths)
  const root = places.kind === 'layer' || above !== undefined ? 'python/' : ''
  if (!named) return unnamed(directory, { root, paths })
  const other = siteOf(parent)
  if (other !== undefined && parent === siteDirectory(other)) {
    return {
      message: `psycopg2 lies in ${directory}/, where only Python ${other} looks`,
      hint: `Use the psycopg2 for Python ${python}; in a layer it belongs into python/psycopg2/ or ${siteDirectory(python)}psycopg2/.`,
    }
  }
  const looks =
    root === ''
      ? "the package's own top (/var/task) only"
      : `python/ and ${siteDirectory(python)} of a layer (/opt/python…) only, in these letters`
  return {
    message: `psycopg2 lies in ${directory}/, and Python ${python} looks in ${looks}`,
    hint: wayThere(parent, { above, root, sites: ['python/', siteDirectory(python)], paths }),
  }
}

function siteDirectory(python: string): string {
  return `python/lib/python${python}/site-packages/`
}

/** How what lies in a directory, psycopg2 among it, comes to where it belongs. */
function wayThere(
  parent: string,
  {
    above,
    root,
    sites,
    paths,
  }: { above: string | undefined; root: string; sites: string[]; paths: Package['paths'] },
): string {
  const isAll = (directory: string) => paths.every((path) => path.startsWith(directory))
  if (
    above !== undefined &&
    above !== '' &&
    isAll(above) &&
    sites.some((site) => `${above}${site}` === parent)
  ) {
    return `Zip what is in ${above}, not the directory itself: a layer has python/ at its own top.`
  }
  const there = `so that ${root}psycopg2/__init__.py is in the package`
  return root === '' && isAll(parent)
    ? `Move it ${there}: zip what is in ${parent}, not the directory itself.`
    : `Move what is in ${parent} to ${root === '' ? "the package's top" : root}, ${there}.`
}

/** What is wrong with psycopg2's files where no directory of that name is. */
function unnamed(directory: string, { root, paths }: { root: string; paths: Package['paths'] }): Problem {
  const prefix = directory === '.' ? '' : `${directory}/`
  const where = prefix === '' ? "the package's top" : prefix
  const there = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))
  const target = `${root}psycopg2/`
  if (!there.some((path) => /^(__init__|extensions)\.pyc?$/.test(path))) {
    return {
      message: `psycopg2's module lies in ${where} alone, and "import psycopg2" looks for the directory psycopg2 with all its files`,
      hint: `Put all of psycopg2 into the package, not its module alone: ${target} with __init__.py, extensions.py and so on, as pip installs it.`,
    }
  }
  const whole = there.every((path) => OWN.test(path))
  if (prefix === '' || prefix === root || siteOf(prefix) !== undefined) {
    return {
      message: `what belongs in the directory psycopg2 lies in ${where} without it`,
      hint: `Put ${whole ? 'these files' : "psycopg2's own files (__init__.py, extensions.py, _psycopg… and so on)"} into a directory ${target}, which is what "import psycopg2" looks for.`,
    }
  }
  const parent = posix.dirname(directory) === '.' ? '' : `${posix.dirname(directory)}/`
  const libraries = paths.some((path) => path.startsWith(`${parent}psycopg2_binary.libs/`))
  const along = libraries && parent !== root ? `, and ${parent}psycopg2_binary.libs/ beside it` : ''
  const way = whole
    ? `${parent === root ? 'Rename' : 'Move'} that directory: it must be ${target}${along}.`
    : `Move psycopg2's own files (__init__.py, extensions.py, _psycopg… and so on) from ${where} to ${target}${along}.`
  return {
    message: `psycopg2's module lies in ${where}, and "import psycopg2" looks for a directory called psycopg2`,
    hint: way,
  }
}

/**
 * The directories above what was to be a layer's `python`, with a slash at their end; undefined where it was to be none:
 * no such name is above psycopg2, or Python source lies elsewhere, as in a function.
 */
function directoriesAboveLayer(parent: string, paths: readonly string[]): string | undefined {
  const match = /^((?:[^/]+\/)*?)python\//i.exec(parent)
  if (match === null) return undefined
  const [layer, above = ''] = match
  return paths.every((path) => path.startsWith(layer) || !/\.pyc?$/.test(path)) ? above : undefined
}
