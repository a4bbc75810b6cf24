import { basename } from 'node:path'
import { madeFor } from '../audit/guess.js'
import { judgePackage } from '../audit/judge-package.js'
import type { PackageFinding, PackageReport } from '../audit/judgement.js'
import { absenceNotes } from '../audit/psycopg2-findings.js'
import type { Architecture } from '../catalog/architecture.js'
import { loadCatalog } from '../catalog/catalog.js'
import { parseZipName } from '../catalog/file-names.js'
import { findRuntime } from '../catalog/find-runtime.js'
import { lintZip } from '../package/lint.js'
import { sharedObjectPath, taggedGlibc } from '../package/package-names.js'
import { MalformedInputError } from '../report/errors.js'
import { archiveFindings } from './archives.js'
import { openSubject, type Subject } from './audit-subject.js'
import { watched } from './damaged-files.js'
import { refuseNoPackage } from './no-package.js'

/** What is to be judged, and for which runtime. */
export interface AuditJob extends Asked {
  /** The zip, directory or shared object, absolute. */
  path: string
}

/** How something is to be judged. */
interface Asked {
  /** As it was named. */
  file: string
  /** `major.minor`; what the package's modules are for, where it is undefined. */
  python: string | undefined
  architecture: Architecture | undefined
  /** Whether what is asked of zips made here is asked of it, too. */
  strict: boolean
  /** Whether that is at least told; so it is where nothing is said. */
  ours?: boolean
}

/** What an audit has come to. */
export interface Judgement extends PackageReport {
  file: string
  python: string
  architecture: Architecture
  /** For messages: `Amazon Linux 2023`. */
  base: string
  /** The runtime's. */
  glibc: string
  /** Which of python and architecture the package's modules told. */
  guessed: string[]
  /** The architecture, where it was not given and nothing in the package tells it. */
  taken: Architecture | undefined
  /** Whether it was held to what is asked of zips made here. */
  strict: boolean
  /** Whether nothing stands in the way. */
  passed: boolean
}

/** Lambda's limit for a zip that is uploaded directly: 50 MB; from S3 there is none but the unpacked size. */
const MOST_ZIPPED = 52_428_800
const DIST_INFO = /^psycopg2-([\d.]+)\.dist-info\/METADATA$/

/**
 * Judges whether Lambda would load a package or a module, wherever it was made.
 *
 * @throws {MalformedInputError} where the runtime is not named and the modules do not tell it
 * @throws {InputError} where Lambda does not have it
 * @throws {BuildError} for what cannot be read, or is neither a package nor a shared object
 */
export async function audit({ path, ...job }: AuditJob): Promise<Judgement> {
  const { file } = job
  // Under the name of a zip of ours, it is to be one.
  const strict = job.strict || parseZipName(basename(file)) !== undefined
  return auditSubject(await openSubject(file, path), { ...job, strict })
}

/** The same of what is read already. @throws as {@link audit} */
export async function auditSubject(subject: Subject, job: Asked): Promise<Judgement> {
  const { file, strict, ours = true } = job
  refuseNoPackage(subject, file)
  const { kind, bytes, tree } = subject
  const { files, damaged } = bytes === undefined ? { ...tree, damaged: () => [] } : watched(tree.files)
  const told = madeFor(files)
  const python = job.python ?? agreed('python-version', told.pythons, file)
  // Without a module for Linux it does not matter which; this is what Lambda itself takes.
  const taken = job.architecture === undefined && told.architectures.length === 0 ? 'x86_64' : undefined
  const architecture = job.architecture ?? taken ?? agreed('architecture', told.architectures, file)
  const { base, runtime } = findRuntime({ python, architecture }, await loadCatalog())
  const target = { python, architecture, base, baseName: runtime.base }
  const report = judgePackage(files, target, { kind, lost: tree.lost, ours })
  const tooLarge = report.findings.some(({ rule }) => rule === 'unzipped-size')
  const unreadable = report.findings.filter(({ rule }) => rule === 'unreadable')
  const findings = [
    ...archiveFindings(files, report, python),
    ...report.findings,
    ...(strict ? zipFindings(subject, report, { python, architecture }) : []),
  ]
  return {
    ...{ file, python, architecture, base: base.title, glibc: base.glibc, strict },
    guessed: [
      ...(job.python === undefined ? [`Python ${python}`] : []),
      ...(job.architecture === undefined && taken === undefined ? [architecture] : []),
    ],
    taken,
    passed: findings.every((finding) => !strict && finding.class === 'ours'),
    ...report,
    findings,
    notes: [
      ...sizeNotes(bytes),
      ...tree.notes,
      ...(tooLarge ? [] : damaged(new Set(unreadable.map((one) => one.file)))),
      ...absenceNotes({ ...report, findings }, files, python),
      ...report.notes,
    ],
  }
}

/** The one value that all modules tell. @throws {MalformedInputError} where they do not agree, or tell nothing */
function agreed<T extends string>(input: string, told: readonly T[], file: string): T {
  const [first, ...more] = told
  if (first !== undefined && more.length === 0) return first
  const example = input === 'architecture' ? 'x86_64' : '3.13'
  throw new MalformedInputError(
    input,
    first === undefined
      ? `nothing given, and nothing in ${file} tells it`
      : `nothing given, and the modules in ${file} are for ${told.join(', ')}`,
    `Say which runtime the package is for, for example ${example}.`,
  )
}

function sizeNotes(zip: Uint8Array | undefined): string[] {
  if (zip === undefined || zip.length <= MOST_ZIPPED) return []
  return [
    `the zip has ${zip.length} bytes, and Lambda takes ${MOST_ZIPPED} (50 MB) by direct upload: upload it by S3`,
  ]
}

/** How a zip differs from those made here, besides its module. */
function zipFindings(
  { tree, bytes }: Subject,
  { objects }: PackageReport,
  target: { python: string; architecture: Architecture },
): PackageFinding[] {
  if (bytes === undefined) return []
  const path = sharedObjectPath(target)
  const module = objects.find((one) => one.path === path)
  const psycopg2 = [...tree.files.keys()].map((one) => DIST_INFO.exec(one)?.[1]).find((one) => one)
  const hint = 'Give the zip as it was built or downloaded.'
  const finding = (message: string): PackageFinding => ({
    rule: 'zip',
    class: 'ours',
    file: '',
    message,
    hint,
  })
  if (module === undefined || psycopg2 === undefined) {
    return [
      finding(
        `it has no ${module === undefined ? path : 'psycopg2-….dist-info/METADATA'}, as the zips made here do`,
      ),
    ]
  }
  const expected = { psycopg2, ...target, glibc: taggedGlibc(module.highestGlibc) }
  return lintZip(bytes, expected).map(({ message }) => finding(message))
}
