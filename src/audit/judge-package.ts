import { posix } from 'node:path'
import { extensionSuffix, initFunctionOf } from '../catalog/python.js'
import { BuildError } from '../report/errors.js'
import { type AuditReport, auditSharedObject } from './audit.js'
import type { AuditTarget } from './audit-target.js'
import { findPsycopg2, type Places, placesOf, type Whereabouts } from './import-path.js'
import type { JudgedFile, PackageFinding, PackageReport, PackageTarget, Unopened } from './judgement.js'
import { Libraries, LOADED_ANYWAY } from './libraries.js'
import { loaderWords, userHint } from './loader-words.js'
import { isSharedObject, type NamedObject } from './module-names.js'
import { type Opened, sortObjects } from './sort-objects.js'

/** Lambda's limit for a function and its layers, unpacked: 250 MB, as its own error counts them. */
const MOST_UNZIPPED = 262_144_000

/** The order of what must be mended first; the others follow. */
const FIRST = ['unzipped-size', 'psycopg2', 'module-name', 'elf', 'machine']

/**
 * Judges what an import on Lambda would find, and whether it loads. Does not throw, whatever the files.
 *
 * @param whole whether these are a package; otherwise a module taken out of one, which says nothing of places
 */
export function judgePackage(
  files: ReadonlyMap<string, JudgedFile>,
  target: PackageTarget,
  whole = true,
): PackageReport {
  const paths = [...files.keys()]
  const places = placesOf(paths, target)
  const psycopg2 = findPsycopg2(whole ? paths : [], places, target)
  const objects = paths.filter(isSharedObject)
  const { opened, unopened, broken } = sortObjects(objects, files, { target, places, psycopg2 })
  const findings: Finding[] = [
    ...sizeFindings(files),
    ...psycopg2Findings(
      psycopg2,
      [...opened.map(({ path }) => path), ...broken.map(({ file }) => file)],
      target,
    ),
  ]
  findings.push(...strangePackages(opened, unopened, broken, places))
  findings.push(...broken.map((one) => ({ rule: 'elf', class: 'loads' as const, ...one })))
  const { judged, notes, found } = judgeOpened(opened, files, { target, places })
  findings.push(...found)
  const ranked = findings
    .map((finding) => ({ ...finding, hint: userHint(finding, target), ...worded(finding) }))
    .sort((a, b) => rankOf(a) - rankOf(b))
  return {
    psycopg2: psycopg2.found,
    ...{ objects: judged, findings: ranked, unopened, notes },
  }
}

type Finding = Omit<PackageFinding, 'error'>

function worded(finding: Finding): Pick<PackageFinding, 'error'> {
  const error = finding.class === 'loads' ? loaderWords(finding) : undefined
  return error === undefined ? {} : { error }
}

function rankOf(finding: Finding): number {
  if (finding.class === 'ours') return 100
  const rank = FIRST.indexOf(finding.rule)
  return rank < 0 ? FIRST.length : rank
}

function sizeFindings(files: ReadonlyMap<string, JudgedFile>): Finding[] {
  const total = [...files.values()].reduce((sum, { size }) => sum + size, 0)
  if (total <= MOST_UNZIPPED) return []
  return [
    {
      ...{ rule: 'unzipped-size', class: 'loads', file: '', limit: String(MOST_UNZIPPED) },
      message: `it has ${total} bytes unpacked, and Lambda takes ${MOST_UNZIPPED} (250 MB), layers included`,
      hint: 'Leave out what the function does not need, or make it a container image, which may have 10 GB.',
    },
  ]
}

function psycopg2Findings(
  { found, problem }: Whereabouts,
  opened: readonly string[],
  { python, architecture }: PackageTarget,
): Finding[] {
  if (problem !== undefined) return [{ rule: 'psycopg2', class: 'loads', file: '', ...problem }]
  if (
    found === undefined ||
    opened.some((path) => path.startsWith(found) && /^_psycopg\./.test(path.slice(found.length)))
  )
    return []
  const wanted = `_psycopg${extensionSuffix(python, architecture)}`
  return [
    {
      ...{ rule: 'module-name', class: 'loads', file: `${found}_psycopg` },
      message: `${found} has no module that Python ${python} on ${architecture} opens, such as ${wanted}`,
      hint: `Use the psycopg2 for Python ${python} on ${architecture}; renaming the module does not make it one`,
    },
  ]
}

/** Packages all of whose modules are for another Python or system. */
function strangePackages(
  opened: readonly Opened[],
  unopened: readonly Unopened[],
  broken: readonly { file: string }[],
  places: Places,
): Finding[] {
  const top = (path: string) => {
    const root = places.roots.find((one) => one !== '' && path.startsWith(one)) ?? ''
    return `${root}${path.slice(root.length).split('/')[0]?.replace(/\..*/, '')}`
  }
  const alive = [...opened.filter(({ module }) => module), ...broken.map(({ file: path }) => ({ path }))]
  // Of psycopg2 more is said than this.
  const known = new Set([
    ...alive.map(({ path }) => top(path)),
    ...places.roots.map((root) => `${root}psycopg2`),
  ])
  const strange = new Map<string, Unopened>()
  for (const one of unopened) {
    const name = top(one.path)
    if (one.foreign && !known.has(name) && !strange.has(name)) strange.set(name, one)
  }
  return Array.from(strange.values(), ({ path, why }) => ({
    ...{ rule: 'module-name', class: 'loads' as const, file: path },
    message: `it is ${why}, and nothing beside it is for this Python`,
    hint: 'Use a build for this Python: a module is for the one Python and machine that its name says.',
  }))
}

interface Context {
  target: PackageTarget
  places: Places
}

function judgeOpened(
  opened: readonly Opened[],
  files: ReadonlyMap<string, JudgedFile>,
  { target, places }: Context,
): { judged: PackageReport['objects']; notes: string[]; found: Finding[] } {
  const runtime = `Python ${target.python} (${target.base.title})`
  const objects = new Map(opened.map(({ object }) => [object.path, object]))
  const libraries = new Libraries(objects, places, target.baseName, runtime)
  const companies = opened.map(({ object }) => libraries.companyOf(object))
  const found: Finding[] = []
  const unsure = new Map<string, string>()
  const judged = opened.map(({ path, named, module, object }) => {
    // A library sees what everything that is loaded with it has.
    const around = companies.filter(({ objects: together }) => together.includes(object))
    const elsewhere = (symbol: string) =>
      LOADED_ANYWAY.test(symbol) ||
      around.some(
        ({ strangers, objects: together }) => strangers || together.some((one) => one.exports.has(symbol)),
      )
    const [company] = around
    for (const name of company?.perhaps ?? []) unsure.set(name, path)
    const loader = around.find(({ objects: [first] }) => first !== object)?.objects.slice(0, 1)
    const problems = [...libraries.findings(object, loader)]
    found.push(...problems.map((one) => ({ rule: 'libraries', class: 'loads' as const, file: path, ...one })))
    const report = audited(files.get(path), {
      architecture: target.architecture,
      runtime,
      glibc: target.base.glibc,
      initFunction: module ? initFunctionOf(target.python, named.module) : undefined,
      fileName: isOurs(named)
        ? {
            actual: posix.basename(path),
            expected: `${named.module}${extensionSuffix(target.python, target.architecture)}`,
          }
        : undefined,
      elsewhere,
    })
    const violations = report.violations.filter((one) => one.class === 'loads' || (module && isOurs(named)))
    found.push(...violations.map((one) => ({ ...one, file: path })))
    return { path, module, highestGlibc: report.highestGlibc }
  })
  const notes = Array.from(
    unsure,
    ([name, path]) => `nothing tells whether ${target.base.title} has ${name}, which ${path} needs`,
  )
  return { judged, notes, found }
}

/** What is asked of ours is told of psycopg2's module only. */
function isOurs({ module }: NamedObject): boolean {
  return module === '_psycopg'
}

function audited(
  file: JudgedFile | undefined,
  target: AuditTarget,
): Pick<AuditReport, 'violations' | 'highestGlibc'> {
  try {
    return auditSharedObject(file?.read() ?? new Uint8Array(), target)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    const { message, hint } = error
    return { violations: [{ rule: 'elf', class: 'loads', message, hint }], highestGlibc: null }
  }
}
