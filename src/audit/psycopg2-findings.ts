import { posix } from 'node:path'
import { extensionSuffix } from '../catalog/python.js'
import type { Places, Whereabouts } from './import-path.js'
import type { JudgedFile, LostFile, PackageFinding, PackageReport, PackageTarget } from './judgement.js'
import { installWith, notFound } from './loader-words.js'
import { misplaced } from './misplaced.js'
import { nameOf } from './module-names.js'
import type { SortedObjects } from './sort-objects.js'

/** What is known of a package when psycopg2 was looked for. */
interface Looked {
  psycopg2: Whereabouts
  sorted: SortedObjects
  paths: readonly string[]
  /** What was meant to be in it, by its path. */
  lost: ReadonlyMap<string, LostFile>
  places: Places
  target: PackageTarget
}

type Cause = Pick<PackageFinding, 'message' | 'hint'>

/** Why an import does not find psycopg2, or its module. */
export function psycopg2Findings(looked: Looked): PackageFinding[] {
  const { found } = looked.psycopg2
  if (found === undefined) {
    const cause = whyNotFound(looked)
    return cause === undefined ? [] : [{ rule: 'psycopg2', class: 'loads', file: '', ...cause }]
  }
  const { opened, broken } = looked.sorted
  const modules = opened.filter(({ module }) => module)
  const there = [...modules.map(({ path }) => path), ...broken.map(({ file }) => file)]
  if (there.some((path) => path.startsWith(`${found}_psycopg.`))) return []
  return [{ rule: 'module-name', class: 'loads', file: `${found}_psycopg`, ...whyNoModule(found, looked) }]
}

/** Why there is no psycopg2; undefined where nothing says that there was to be one. */
function whyNotFound({ psycopg2, paths, lost, places, target }: Looked): Cause | undefined {
  if (psycopg2.elsewhere !== undefined) {
    return misplaced(psycopg2.elsewhere, { paths, places, python: target.python })
  }
  if (paths.some((path) => /(^|\\)psycopg2\\/.test(path))) return BACKSLASHES
  for (const [path, { why, hint }] of lost) {
    if (/(^|\/)psycopg2(\/__init__\.pyc?|\/_psycopg\.[^/]*)?$/.test(path))
      return { message: `${path} is ${why}`, hint }
  }
  const source = paths.find((path) => path.endsWith('psycopg/psycopgmodule.c'))
  if (source !== undefined) {
    return {
      message: `psycopg2 is there as source only (${source}), which nobody has compiled`,
      hint: `Put psycopg2 itself in its place: a zip made here, or what this gets: ${installWith(target, 'psycopg2')}.`,
    }
  }
  const [left] = paths.flatMap(
    (path) => /^(?:.*\/)?(psycopg2(?:_binary)?(?:-[^/]+\.dist-info|\.libs))\//.exec(path)?.[1] ?? [],
  )
  if (left === undefined) return undefined
  return {
    message: `it has ${left}/, and no psycopg2/ beside it`,
    hint: 'Copy all that pip installs: psycopg2/, and for psycopg2-binary psycopg2_binary.libs/ beside it.',
  }
}

const BACKSLASHES: Cause = {
  message:
    'the names in the zip have backslashes, which on Linux are part of a name: there is no directory psycopg2',
  hint: 'Zip it with a tool that writes slashes: zip, Python, or a newer PowerShell or .NET.',
}

/** Why psycopg2 has no module that this Python opens, by what it has instead. */
function whyNoModule(found: string, { sorted, paths, lost, target }: Looked): Cause {
  const { python, architecture } = target
  const install = installWith(target, found)
  for (const [path, { why, hint }] of lost) {
    if (isModule(path, found)) return { message: `${path} is ${why}`, hint }
  }
  const meant = paths.filter((path) => isModule(path, found))
  for (const path of meant) {
    const file = posix.basename(path)
    const right = rightName(file)
    if (right === file || nameOf(right, target).rank < 0) continue
    return {
      message: `psycopg2's module is called ${JSON.stringify(file)}, which Python does not look for`,
      hint: `Call it ${right}.`,
    }
  }
  const foreign = sorted.unopened.filter((one) => one.foreign && isModule(one.path, found))
  if (foreign.length > 0) {
    const whose = [...new Set(foreign.map(({ why }) => why))].join(' and ')
    return {
      message: `psycopg2's module is ${whose}, and none is there that Python ${python} on ${architecture} opens`,
      hint: `Use the psycopg2 for Python ${python} on ${architecture}; renaming the module does not make it one. Get that with: ${install}.`,
    }
  }
  const [astray] = paths.filter((path) => {
    const file = posix.basename(path)
    return /^_psycopg\..*so$/.test(file) && nameOf(file, target).rank >= 0
  })
  if (astray !== undefined) {
    return {
      message: `psycopg2's module lies in ${astray}, and Python looks for it in ${found}`,
      hint: `Move it to ${found}${posix.basename(astray)}.`,
    }
  }
  const named = meant.map((path) => posix.basename(path)).join(', ')
  return {
    message: `${found} has no module that Python ${python} on ${architecture} opens, such as _psycopg${extensionSuffix(python, architecture)}${named === '' ? '' : `, only ${named}`}`,
    hint: `Put all of psycopg2 into the package: some tools leave *.so out (.gitignore, patterns of a packager). Get it with: ${install}.`,
  }
}

/** Whether a path was meant to be psycopg2's module, whatever became of its name. */
function isModule(path: string, found: string): boolean {
  return path.startsWith(found) && /^_psycopg.*\.(so|pyd|dylib)\b/i.test(path.slice(found.length))
}

/** The name that a file had before it was copied, downloaded or renamed: no `(1)`, no `- Copy`, no `.txt`, small letters. */
function rightName(file: string): string {
  return file
    .replace(/(\.so)\b.*$/i, '$1')
    .replace(/ ?\(\d+\)| - copy| copy( \d+)?/i, '')
    .toLowerCase()
}

/** That a function has no psycopg2, which it may have from a layer; said where no finding speaks of it. */
export function absenceNotes(
  { psycopg2, findings }: Pick<PackageReport, 'psycopg2' | 'findings'>,
  files: ReadonlyMap<string, JudgedFile>,
  python: string,
): string[] {
  const said = findings.some(({ rule }) => rule === 'psycopg2' || rule === 'unzipped-size')
  if (psycopg2 !== undefined || said || ![...files.keys()].some((path) => /^[^/]+\.py$/.test(path))) return []
  return [
    `psycopg2 is not in it: a function that imports it needs it here or in a layer (${notFound('psycopg2', python)})`,
  ]
}
