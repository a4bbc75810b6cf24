import type { PackageFinding } from '../audit/judgement.js'
import type { Wanted } from '../install/choose.js'
import type { TreeFile } from '../package/file-tree.js'
import type { ZipEntry } from '../package/unzip.js'
import { BuildError } from '../report/errors.js'
import { auditSubject } from './audit-job.js'
import { type Subject, subjectOf } from './audit-subject.js'

/** A file of a release. */
export interface ReleasedFile {
  name: string
  bytes: Uint8Array
  /** What is in it, where it is to be unpacked: then that is judged, as it will lie there. */
  entries: readonly ZipEntry[] | undefined
}

/**
 * Judges a file as its runtime's loader would, whatever machine this is. What is only stricter for zips made here keeps
 * nobody from using one.
 *
 * @throws {BuildError} where that runtime would not load it
 */
export async function refuseUnloadable(
  { name, bytes, entries }: ReleasedFile,
  { python, architecture }: Wanted,
): Promise<void> {
  const subject = entries === undefined ? subjectOf(bytes, name) : unpacked(entries)
  const asked = { file: name, python, architecture, strict: false, ours: false }
  const { findings: faults } = await auditSubject(subject, asked)
  const [first] = faults
  if (first === undefined) return
  throw new BuildError(
    `${name}: Lambda's Python ${python} on ${architecture} would not load it: ${first.message}`,
    'The release is not fit for that runtime: choose another, and tell who made it. Nothing was changed.',
    faults.map((fault) => lineOf(fault)),
  )
}

function lineOf({ rule, file, message }: PackageFinding): string {
  return `${rule}: ${file === '' ? '' : `${file}: `}${message}`
}

function unpacked(entries: readonly ZipEntry[]): Subject {
  const files = entries.flatMap(({ path, directory, data }): [string, TreeFile][] =>
    directory ? [] : [[path, { size: data.length, read: () => data }]],
  )
  return { kind: 'package', tree: { files: new Map(files), lost: new Map(), notes: [] } }
}
