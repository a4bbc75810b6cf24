import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { madeFor } from '../audit/guess.js'
import { judgePackage } from '../audit/judge-package.js'
import type { PackageFinding, PackageReport } from '../audit/judgement.js'
import type { Architecture } from '../catalog/architecture.js'
import { loadCatalog } from '../catalog/catalog.js'
import { parseZipName } from '../catalog/file-names.js'
import { planBuilds } from '../catalog/plan.js'
import { directoryTree } from '../package/directory-tree.js'
import { type FileTree, zipTree } from '../package/file-tree.js'
import { lintZip } from '../package/lint.js'
import { sharedObjectPath, taggedGlibc } from '../package/package-names.js'
import { BuildError, InputError, messageOf } from '../report/errors.js'

/** What is to be judged, and for which runtime. */
export interface AuditJob {
  /** A zip, a directory or a shared object, as it was named. */
  file: string
  /** The same, absolute. */
  path: string
  /** `major.minor`; what the package's modules are for, where it is undefined. */
  python: string | undefined
  architecture: Architecture | undefined
  /** Whether what is asked of zips made here is asked of it, too. */
  strict: boolean
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
/** More than this cannot be a package of Lambda's: it takes 250 MB unpacked. */
const MOST_READ = 300_000_000
const WHEEL = /^[^/]+\.dist-info\/WHEEL$/
const DIST_INFO = /^psycopg2-([\d.]+)\.dist-info\/METADATA$/

/**
 * Judges whether Lambda would load a package or a module, wherever it was made.
 *
 * @throws {InputError} where the runtime is not named and the modules do not tell it, or Lambda does not have it
 * @throws {BuildError} for what cannot be read, or is neither a package nor a shared object
 */
export async function audit(job: AuditJob): Promise<Judgement> {
  const { file, path } = job
  const opened = await open(file, path)
  const { files, notes } = opened.tree
  const told = madeFor(files)
  refuseWrapped(opened, file)
  const python = job.python ?? agreed('python-version', told.pythons, file)
  // Without a module for Linux it does not matter which; this is what Lambda itself takes.
  const taken = job.architecture === undefined && told.architectures.length === 0 ? 'x86_64' : undefined
  const architecture = job.architecture ?? taken ?? agreed('architecture', told.architectures, file)
  const request = { pythons: [python], architectures: [architecture], toolchain: 'pinned' as const }
  const versions = { psycopg2Version: 'default', postgresqlVersion: 'default', opensslVersion: 'default' }
  const [plan] = planBuilds({ ...request, ...versions }, await loadCatalog())
  if (plan === undefined) throw new Error('a Python without a plan was let through')
  const target = { python, architecture, base: plan.base, baseName: plan.runtime.base }
  const report = judgePackage(files, target, opened.kind)
  // Under the name of a zip of ours, it is to be one.
  const strict = job.strict || parseZipName(basename(file)) !== undefined
  const own = strict ? zipFindings(opened, report, { python, architecture }) : []
  const findings = [...report.findings, ...own]
  return {
    ...{ file, python, architecture, base: plan.base.title, glibc: plan.base.glibc, strict },
    guessed: [
      ...(job.python === undefined ? [`Python ${python}`] : []),
      ...(job.architecture === undefined && taken === undefined ? [architecture] : []),
    ],
    taken,
    passed: findings.every((finding) => !strict && finding.class === 'ours'),
    ...report,
    findings,
    notes: [...sizeNotes(opened.bytes), ...notes, ...report.notes],
  }
}

interface Subject {
  kind: 'package' | 'wheel' | 'module'
  tree: FileTree
  /** The zip's. */
  bytes?: Uint8Array
}

async function open(file: string, path: string): Promise<Subject> {
  const hint = 'Give the path of a zip, a directory or a shared object.'
  let bytes: Uint8Array
  try {
    const facts = await stat(path)
    if (facts.isDirectory())
      return { kind: 'package', tree: inItsDirectory(directoryTree(path), basename(path)) }
    // Some devices never end, and a pipe may never begin.
    if (!facts.isFile()) throw new Error('it is neither a file nor a directory')
    if (facts.size > MOST_READ)
      throw new Error(`it has ${facts.size} bytes, and no package of Lambda's comes near`)
    bytes = await readFile(path)
  } catch (error) {
    if (error instanceof BuildError) throw error
    throw new BuildError(`Cannot read ${file}: ${messageOf(error)}`, hint)
  }
  const name = basename(path)
  const isElf = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '\x7fELF'
  if (isElf || /\.(so|pyd)$/.test(name)) {
    // Whatever it is called, it is what is asked about.
    const asModule = /\.(so|pyd)$|\.so\./.test(name) ? name : `${name}.so`
    const files = new Map([[asModule, { size: bytes.length, read: () => bytes }]])
    return { kind: 'module', tree: { files, notes: [] } }
  }
  try {
    const tree = zipTree(bytes)
    // Both have to be so for pip, too.
    const isWheel = name.endsWith('.whl') && [...tree.files.keys()].some((one) => WHEEL.test(one))
    return { kind: isWheel ? 'wheel' : 'package', tree, bytes }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    throw new BuildError(`${file}: ${error.message}`, error.message === 'not a zip file' ? hint : error.hint)
  }
}

/** Whoever names psycopg2's own directory means that, not a package with its files at the top. */
function inItsDirectory({ files, notes }: FileTree, name: string): FileTree {
  if (![...files.keys()].some((path) => /^_psycopg\..*(so|pyd)$/.test(path))) return { files, notes }
  return { files: new Map(Array.from(files, ([path, file]) => [`${name}/${path}`, file])), notes }
}

/** The one value that all modules tell. @throws {InputError} where they do not agree, or tell nothing */
function agreed<T extends string>(input: string, told: readonly T[], file: string): T {
  const [first, ...more] = told
  if (first !== undefined && more.length === 0) return first
  const example = input === 'architecture' ? 'x86_64' : '3.13'
  throw new InputError(
    input,
    first === undefined
      ? `nothing given, and nothing in ${file} tells it`
      : `nothing given, and the modules in ${file} are for ${told.join(', ')}`,
    `Say which runtime the package is for, for example ${example}.`,
  )
}

/** GitHub hands out a workflow's artifact as a zip of its files. @throws {BuildError} for one: the package is in it */
function refuseWrapped({ tree, bytes }: Subject, file: string): void {
  const paths = [...tree.files.keys()]
  const zips = paths.filter((path) => path.toLowerCase().endsWith('.zip'))
  if (zips.length === 0 || paths.some((path) => /\.(pyc?|pyd|so)$/.test(path))) return
  const holds = `${file} is no package: it holds ${zips.join(', ')}`
  if (bytes === undefined) throw new BuildError(holds, 'Name the zips in it.')
  throw new BuildError(
    `${holds}, as an artifact that GitHub packed does`,
    'Unpack it, and audit and deploy what is in it.',
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
