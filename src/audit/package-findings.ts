import type { Places } from './import-path.js'
import type { JudgedFile, PackageFinding, PackageTarget, Unopened } from './judgement.js'
import { installWith } from './loader-words.js'
import type { SortedObjects } from './sort-objects.js'

/** Lambda's limit for a function and its layers, unpacked: 250 MB, as its own error counts them. */
const MOST_UNZIPPED = 262_144_000

/** Of a list in a sentence. */
const MOST_NAMED = 3

/** What is wrong with the size of a package; what links give several names is there once. */
export function sizeFindings(files: ReadonlyMap<string, JudgedFile>): PackageFinding[] {
  const total = [...new Set(files.values())].reduce((sum, { size }) => sum + size, 0)
  if (total <= MOST_UNZIPPED) return []
  return [
    {
      ...{ rule: 'unzipped-size', class: 'loads', file: '', limit: String(MOST_UNZIPPED) },
      message: `it has ${total} bytes unpacked, and Lambda takes ${MOST_UNZIPPED} (250 MB), layers included`,
      hint: 'Leave out what the function does not need, or make it a container image, which may have 10 GB.',
    },
  ]
}

/** Packages all of whose modules are for another Python or system. */
export function strangePackages(
  { opened, unopened, broken }: SortedObjects,
  { roots }: Places,
  target: PackageTarget,
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
  // What is for Windows or macOS is an extra beside libraries for Linux; one for another Python is not.
  const forLinux = new Set(opened.map(({ path }) => top(path)))
  const isExtra = (path: string) => /\.pyd$|-darwin\.so$/.test(path) && forLinux.has(top(path))
  const strange = new Map<string, Unopened>()
  for (const one of unopened) {
    const name = top(one.path)
    if (one.foreign && !known.has(name) && !strange.has(name) && !isExtra(one.path)) strange.set(name, one)
  }
  return Array.from(strange.values(), ({ path, why }) => ({
    ...{ rule: 'module-name', class: 'loads' as const, file: path },
    message: `it is ${why}, and nothing beside it is for this Python`,
    hint: `Use a build for this Python: a module is for the one Python and machine that its name says. Get that with: ${installWith(target, path)}.`,
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
