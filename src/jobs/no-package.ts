import { BuildError } from '../report/errors.js'
import type { Subject } from './audit-subject.js'

/** What a package for another of Lambda's runtimes has, and whose it is; said where nothing of Python's is there. */
const RUNTIMES: readonly [pattern: RegExp, whose: string][] = [
  [/(^|\/)(package\.json|[^/]+\.[cm]?js)$/, 'Node.js'],
  [/\.(class|jar)$/, 'Java'],
  [/\.rb$/, 'Ruby'],
  [/\.(dll|deps\.json)$/, '.NET'],
  [/^bootstrap$/, 'a runtime of its own'],
]

/**
 * Refuses what no import of Lambda's Python could find anything in, where it says itself what it is instead.
 *
 * @throws {BuildError} that says so
 */
export function refuseNoPackage({ tree, bytes, kind }: Subject, file: string): void {
  if (kind === 'module') return
  const paths = [...tree.files.keys()]
  if (paths.length === 0) {
    const [lost] = tree.lost
    if (lost === undefined) {
      throw new BuildError(
        `${file} is empty: there is no file in it`,
        'Check what was zipped or copied, and from which directory.',
      )
    }
    const [path, { why, hint }] = lost
    throw new BuildError(`${file} is empty where it is unpacked: ${path} is ${why}`, hint)
  }
  if (isSource(paths)) {
    throw new BuildError(
      `${file} is a source distribution: what Python would load has to be compiled from it first`,
      'Use a wheel, which pip installs with --only-binary :all:, or for psycopg2 a zip made here.',
    )
  }
  if (paths.some((path) => /\.(pyc?|pyd)$|\.so(\.|$)/.test(path))) return
  refuseWrapped(paths, bytes, file)
  const whose = RUNTIMES.find(([pattern]) => paths.some((path) => pattern.test(path)))?.[1]
  if (whose === undefined) return
  throw new BuildError(
    `${file} is for ${whose}: nothing in it is Python's`,
    'Audit the package of a Python function, or a layer that has a directory python.',
  )
}

/**
 * Whether these are the files of a source distribution, which has all of them in a directory named for its version, or of
 * psycopg2's repository.
 */
function isSource(paths: readonly string[]): boolean {
  if (paths.some((path) => /\.(so|pyd)$/.test(path))) return false
  const [top = ''] = /^[^/]+-\d[^/]*\//.exec(paths[0] ?? '') ?? []
  const says = ['PKG-INFO', 'psycopg/psycopgmodule.c'].some((path) => paths.includes(`${top}${path}`))
  return says && (top === '' ? !paths.includes('PKG-INFO') : paths.every((path) => path.startsWith(top)))
}

/** GitHub hands out a workflow's artifact as a zip of its files. @throws {BuildError} for one: the package is in it */
function refuseWrapped(paths: readonly string[], bytes: Uint8Array | undefined, file: string): void {
  const archives = paths.filter((path) => /\.(zip|whl)$/i.test(path))
  if (archives.length === 0) return
  const holds = `${file} is no package: it holds ${archives.join(', ')}`
  if (bytes === undefined) throw new BuildError(holds, 'Name the zips in it.')
  throw new BuildError(
    `${holds}${archives.every((path) => /\.zip$/i.test(path)) ? ', as an artifact that GitHub packed does' : ', into which no import looks'}`,
    'Unpack it, and audit and deploy what is in it.',
  )
}
