import { compareVersions } from '../catalog/versions.js'
import { BuildError } from '../report/errors.js'
import { hidingFile, isWhole, type Places, type Whereabouts } from './import-path.js'
import type { JudgedFile, PackageFinding } from './judgement.js'
import { notFound } from './loader-words.js'

/** A package's files, and where an import looks for psycopg2 in it. */
interface Searched {
  files: ReadonlyMap<string, JudgedFile>
  places: Places
  psycopg2: Whereabouts
  /** `major.minor`. */
  python: string
}

/** What an import finds in place of psycopg2: a file of that name, or a directory that is no package. */
export function hiddenFindings({ files, places, psycopg2: { found }, python }: Searched): PackageFinding[] {
  const paths = [...files.keys()]
  const file = hidingFile(paths, places)
  if (file !== undefined && (found !== undefined || importsPsycopg2(files.get(file)))) {
    return [
      {
        ...{ rule: 'psycopg2', class: 'loads', file },
        message: '"import psycopg2" finds this file, which hides the package of that name',
        hint: `Rename ${file}, also in the function's handler if that names it: nothing may be called as a package that it imports.`,
        error: withoutConnect(python, true),
      },
    ]
  }
  if (found === undefined || isWhole(paths, found)) return []
  return [
    {
      ...{ rule: 'psycopg2', class: 'loads', file: found },
      message: 'it has no __init__.py, without which "import psycopg2" finds an empty package',
      hint: 'Put all of psycopg2 into the package: __init__.py, extensions.py and so on, as pip installs it.',
      error: python === '2.7' ? notFound('psycopg2', python) : withoutConnect(python, false),
    },
  ]
}

/** Files of psycopg2's name that no import finds, because it finds the package. */
export function unseenNotes({ files, places, psycopg2: { found } }: Searched): string[] {
  const [root = ''] = places.roots.filter((one) => `${one}psycopg2/` === found)
  const file = `${root}psycopg2.py`
  if (found === undefined || !files.has(file) || hidingFile([...files.keys()], places) === file) return []
  return [
    `${file} is not imported, because the package ${found} is (a handler in it: Handler missing on module 'psycopg2')`,
  ]
}

/** What Python says of `psycopg2.connect` where psycopg2 has nothing. @param itself whether the file itself asks, while it is imported */
function withoutConnect(python: string, itself: boolean): string {
  if (python === '2.7') return "'module' object has no attribute 'connect'"
  return itself && compareVersions(python, '3.8') >= 0
    ? "partially initialized module 'psycopg2' has no attribute 'connect' (most likely due to a circular import)"
    : "module 'psycopg2' has no attribute 'connect'"
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
