import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type AuditReport, auditSharedObject, formatViolations } from '../audit/audit.js'
import { auditTarget } from '../audit/audit-target.js'
import { loadCatalog } from '../catalog/catalog.js'
import { parseZipName } from '../catalog/file-names.js'
import { type BuildPlan, type PlanRequest, planBuilds } from '../catalog/plan.js'
import { isWord } from '../catalog/targets.js'
import { lintZip } from '../package/lint.js'
import { sharedObjectPath, taggedGlibc } from '../package/package-names.js'
import { readZip, type ZipEntry } from '../package/unzip.js'
import { BuildError, InputError, messageOf } from '../report/errors.js'

const DIST_INFO = /^psycopg2-([\d.]+)\.dist-info\/METADATA$/

/** What is to be judged, and for which runtime. */
export interface AuditJob {
  /** A zip or a shared object, as it was named. */
  file: string
  /** The same, absolute. */
  path: string
  /** With one Python and one architecture. */
  request: PlanRequest
  /** Whether what is asked of zips made here is asked of it, too. */
  strict: boolean
}

/** What an audit has come to. */
export interface Judgement {
  passed: boolean
  findings: Finding[]
  /** The findings for people, each line with its end. */
  text: string
}

interface Finding {
  /** The file, or the path inside a zip. */
  path: string
  /** What is wrong with the zip itself. */
  problems: string[]
  /** For a shared object. */
  report?: AuditReport
}

/**
 * Judges whether Lambda would load a file, wherever it was made.
 *
 * @throws {InputError} for a word that stands for several Pythons
 * @throws {BuildError} for what cannot be read, or is neither a zip nor a shared object
 */
export async function audit({ file, path, request, strict }: AuditJob): Promise<Judgement> {
  const [python] = request.pythons.filter(isWord)
  if (python !== undefined) {
    const which = 'Name the one whose runtime the file is for.'
    throw new InputError('python-version', `${python} stands for several Pythons`, which)
  }
  const [plan] = planBuilds(request, await loadCatalog())
  if (plan === undefined) throw new Error('a request without a Python was let through')
  const findings = findingsIn(file, await read(path), plan)
  // Under the name of a zip of ours, it is to be one.
  const both = strict || parseZipName(basename(file)) !== undefined
  return {
    passed:
      findings.every(({ problems, report }) =>
        both ? problems.length === 0 && report?.passed !== false : report?.loads !== false,
      ) && findings.some(({ report }) => report !== undefined),
    findings,
    text: findings.map((finding) => describe(finding, plan)).join(''),
  }
}

async function read(file: string): Promise<Uint8Array> {
  try {
    // Some devices never end.
    if ((await stat(file)).isCharacterDevice()) throw new Error('it is a device')
    return await readFile(file)
  } catch (error) {
    throw new BuildError(
      `Cannot read ${file}: ${messageOf(error)}`,
      'Give the path of a zip or a shared object.',
    )
  }
}

function findingsIn(file: string, bytes: Uint8Array, plan: BuildPlan): Finding[] {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!zipped) return [auditModule(file, bytes, plan)]
  const entries = readZip(bytes, file)
  const modules = entries.filter(({ path }) => /(^|\/)psycopg2\/_psycopg[^/]*\.so$/.test(path))
  const findings = modules.map(({ path, data }) => auditModule(path, data, plan))
  const [{ report } = {}] = findings
  const problems =
    report === undefined ? [withoutModule(entries)] : zipProblems(bytes, entries, { plan, report })
  return [{ path: basename(file), problems }, ...findings]
}

function withoutModule(entries: ZipEntry[]): string {
  const zips = entries.map(({ path }) => path).filter((path) => path.toLowerCase().endsWith('.zip'))
  const hint = `; it holds ${zips.join(', ')}, as an artifact that GitHub packed does: unpack it and audit that`
  return `it has no psycopg2/_psycopg….so${zips.length === 0 ? '' : hint}`
}

/** What is wrong with the zip beyond its modules; of a zip for another runtime, what the modules tell says it all. */
function zipProblems(
  bytes: Uint8Array,
  entries: ZipEntry[],
  { plan, report }: { plan: BuildPlan; report: AuditReport },
): string[] {
  const { python, architecture } = plan
  if (!entries.some(({ path }) => path === sharedObjectPath(plan))) return []
  const psycopg2 = entries.map(({ path }) => DIST_INFO.exec(path)?.[1]).find((found) => found !== undefined)
  // Without our metadata it was not made here: whether Lambda would load it is then all there is to say.
  if (psycopg2 === undefined) return []
  const expected = { psycopg2, python, architecture, glibc: taggedGlibc(report.highestGlibc) }
  return lintZip(bytes, expected).map(({ message }) => message)
}

function auditModule(path: string, bytes: Uint8Array, plan: BuildPlan): Finding {
  try {
    return { path, problems: [], report: auditSharedObject(bytes, auditTarget(plan, path)) }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    throw new BuildError(`${path}: ${error.message}`, error.hint)
  }
}

function describe({ path, problems, report }: Finding, plan: BuildPlan): string {
  const lines = problems.map((problem) => `${path}: ${problem}`)
  if (report?.passed === false) lines.push(`${path}:`, ...formatViolations(report, path))
  else if (report !== undefined) {
    lines.push(
      `${path}: passed ${report.checked.length} rules for Python ${plan.python} on ${plan.architecture}; ` +
        `highest GLIBC ${report.highestGlibc ?? 'none'} of at most ${plan.base.glibc}`,
    )
  } else if (problems.length === 0) lines.push(`${path}: contents, modes and RECORD are as they should be`)
  return `${lines.join('\n')}\n`
}
