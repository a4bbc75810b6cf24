import type { JudgedFile, PackageFinding, PackageReport } from '../audit/judgement.js'
import { notFound } from '../audit/loader-words.js'
import { zipTree } from '../package/file-tree.js'
import { BuildError } from '../report/errors.js'

/** What the plugin serverless-python-requirements puts beside `.requirements.zip`, and unpacks that with. */
const UNPACKED_THERE = 'unzip_requirements.py'

/** Zips and wheels in a package in which psycopg2 lies, where no import finds it anywhere else. */
export function archiveFindings(
  files: ReadonlyMap<string, JudgedFile>,
  { psycopg2, findings }: Pick<PackageReport, 'psycopg2' | 'findings'>,
  python: string,
): PackageFinding[] {
  const said = findings.some(({ rule }) => rule === 'psycopg2' || rule === 'unzipped-size')
  if (psycopg2 !== undefined || said || files.has(UNPACKED_THERE)) return []
  // Links can give one zip many names.
  const zips = new Map(
    [...files].flatMap(([path, file]) => (/\.(zip|whl)$/i.test(path) ? [[file, path]] : [])),
  )
  return [...zips]
    .filter(([file]) => holdsPsycopg2(file))
    .map(([, path]) => ({
      ...{ rule: 'psycopg2', class: 'loads', file: path, error: notFound('psycopg2', python) },
      message: 'psycopg2 lies in this zip, into which no import looks',
      hint: `Put what is in ${path} into the package in its place, so that psycopg2/__init__.py is there.`,
    }))
}

function holdsPsycopg2(file: JudgedFile): boolean {
  try {
    const inside = zipTree(file.read()).files
    return [...inside.keys()].some((path) => /(^|\/)psycopg2\/__init__\.pyc?$/.test(path))
  } catch (error) {
    if (error instanceof BuildError) return false
    throw error
  }
}
