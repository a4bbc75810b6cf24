import { compareVersions } from '../catalog/versions.js'
import { BuildError } from '../report/errors.js'
import { hidingFile, isWhole, type Places, type Whereabouts } from './import-path.js'
import type { JudgedFile, PackageFinding, PackageTarget } from './judgement.js'
import { notFound } from './loader-words.js'

/** A package's files, and where an import looks for psycopg2 in it. */
interface Searched {
  files: ReadonlyMap<string, JudgedFile>
  paths: readonly string[]
  places: Places
  psycopg2: Whereabouts
  target: PackageTarget
}

/** What an import finds in place of psycopg2: a file of that name, or a directory that is no package. */
export function hiddenFindings({
  files,
  paths,
  places,
  psycopg2: { found },
  target: { python },
}: Searched): PackageFinding[] {
  const file = hidingFile(paths, places)
  if (file !== undefined && (found !== undefined || importsPsycopg2(files.get(file)))) {
    return [
      {
        ...{ rule: 'psycopg2', class: 'loads', file },
        message: '"import psycopg2" finds this file, which hides the package of that name',
        hint: `Rename ${file}, also in the function's handler if that names it: nothing may be called as a package that it imports.`,
        error: circularImport(python, `${places.mount}/${file}`),
      },
    ]
  }
  if (found === undefined || isWhole(paths, found)) return []
  return [
    {
      ...{ rule: 'psycopg2', class: 'loads', file: found },
      message: 'it has no __init__.py, without which "import psycopg2" finds an empty package',
      hint: 'Put all of psycopg2 into the package: __init__.py, extensions.py and so on, as pip installs it.',
      error: python === '2.7' ? notFound('psycopg2', python) : NO_CONNECT,
    },
  ]
}

/** Files of psycopg2's name that no import finds, because it finds the package. */
export function unseenNotes({ files, paths, places, psycopg2: { found } }: Searched): string[] {
  const [root = ''] = places.roots.filter((one) => `${one}psycopg2/` === found)
  const file = `${root}psycopg2.py`
  if (found === undefined || !files.has(file) || hidingFile(paths, places) === file) return []
  return [
    `${file} is not imported, because the package ${found} is (a handler in it: Handler missing on module 'psycopg2')`,
  ]
}

/** What Python says where psycopg2 has nothing in it. */
const NO_CONNECT = "module 'psycopg2' has no attribute 'connect'"

/** What it says of a module that asks itself, while it is imported. @param path on Lambda */
function circularImport(python: string, path: string): string {
  if (python === '2.7') return "'module' object has no attribute 'connect'"
  if (compareVersions(python, '3.8') < 0) return NO_CONNECT
  const from = compareVersions(python, '3.13') < 0 ? '' : ` from '${path}'`
  return `partially initialized module 'psycopg2'${from} has no attribute 'connect' (most likely due to a circular import)`
}

/** Whether a file means another psycopg2 than itself. */
function importsPsycopg2(file: JudgedFile | undefined): boolean {
  try {
    return /^[ \t]*(import|from)[ \t]+psycopg2\b/m.test(Buffer.from(file?.read() ?? []).toString())
  } catch (error) {
    if (error instanceof BuildError) return false
    throw error
  }
}
