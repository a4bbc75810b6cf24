import { extensionSuffix } from '../catalog/python.js'
import type { Places, Whereabouts } from './import-path.js'
import type { JudgedFile, PackageFinding, Unopened } from './judgement.js'
import { notFound } from './loader-words.js'
import type { Interpreter } from './module-names.js'
import type { SortedObjects } from './sort-objects.js'

/** Lambda's limit for a function and its layers, unpacked: 250 MB, as its own error counts them. */
const MOST_UNZIPPED = 262_144_000

/** Of a list in a sentence. */
const MOST_NAMED = 3

/** What is wrong with the size of a package. */
export function sizeFindings(files: ReadonlyMap<string, JudgedFile>): PackageFinding[] {
  const total = [...files.values()].reduce((sum, { size }) => sum + size, 0)
  if (total <= MOST_UNZIPPED) return []
  return [
    {
      ...{ rule: 'unzipped-size', class: 'loads', file: '', limit: String(MOST_UNZIPPED) },
      message: `it has ${total} bytes unpacked, and Lambda takes ${MOST_UNZIPPED} (250 MB), layers included`,
      hint: 'Leave out what the function does not need, or make it a container image, which may have 10 GB.',
    },
  ]
}

/** Why an import does not find psycopg2, or its module. */
export function psycopg2Findings(
  { found, problem }: Whereabouts,
  { opened, broken }: SortedObjects,
  { python, architecture }: Interpreter,
): PackageFinding[] {
  if (problem !== undefined) return [{ rule: 'psycopg2', class: 'loads', file: '', ...problem }]
  const there = [...opened.map(({ path }) => path), ...broken.map(({ file }) => file)]
  if (found === undefined || there.some((path) => path.startsWith(`${found}_psycopg.`))) return []
  const wanted = `_psycopg${extensionSuffix(python, architecture)}`
  return [
    {
      ...{ rule: 'module-name', class: 'loads', file: `${found}_psycopg` },
      message: `${found} has no module that Python ${python} on ${architecture} opens, such as ${wanted}`,
      hint: `Use the psycopg2 for Python ${python} on ${architecture}; renaming the module does not make it one.`,
    },
  ]
}

/** What is odd about psycopg2, and perhaps meant. */
export function layoutNotes(
  { found, problem }: Whereabouts,
  files: ReadonlyMap<string, JudgedFile>,
  python: string,
): string[] {
  const isFunction = [...files.keys()].some((path) => /^[^/]+\.py$/.test(path))
  if (found === undefined && problem === undefined && isFunction) {
    return [
      `psycopg2 is not in it: a function that imports it needs it here or in a layer (${notFound('psycopg2', python)})`,
    ]
  }
  return []
}

/** Packages all of whose modules are for another Python or system. */
export function strangePackages(
  { opened, unopened, broken }: SortedObjects,
  { roots }: Places,
): PackageFinding[] {
  const top = (path: string) => {
    const root = roots.find((one) => one !== '' && path.startsWith(one)) ?? ''
    return `${root}${path.slice(root.length).split('/')[0]?.replace(/\..*/, '')}`
  }
  const alive = [
    ...opened.filter(({ module, named }) => module || named.kind === 'module'),
    ...broken.map(({ file: path }) => ({ path })),
  ]
  // Of psycopg2 more is said than this.
  const known = new Set([...alive.map(({ path }) => top(path)), ...roots.map((root) => `${root}psycopg2`)])
  const strange = new Map<string, Unopened>()
  for (const one of unopened) {
    const name = top(one.path)
    if (one.foreign && !known.has(name) && !strange.has(name)) strange.set(name, one)
  }
  return Array.from(strange.values(), ({ path, why }) => ({
    ...{ rule: 'module-name', class: 'loads' as const, file: path },
    message: `it is ${why}, and nothing beside it is for this Python`,
    hint: 'Use a build for this Python: a module is for the one Python and machine that its name says.',
  }))
}

/** Files that are called as modules are, and are none. */
export function libraryNotes({ opened }: SortedObjects): string[] {
  const paths = opened.flatMap(({ module, named, path }) =>
    named.kind === 'module' && !module ? [path] : [],
  )
  if (paths.length === 0) return []
  const more = paths.length - MOST_NAMED
  return [
    `not imported; no init function; judged as a library: ${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ]
}
