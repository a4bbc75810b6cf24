import { posix } from 'node:path'
import { extensionSuffix, initFunctionOf } from '../catalog/python.js'
import { auditElf } from './audit.js'
import { extrasOf, withoutExtras } from './extras.js'
import { findPsycopg2, type Places, placesOf } from './import-path.js'
import type { JudgedFile, LostFile, PackageFinding, PackageReport, PackageTarget } from './judgement.js'
import { type Company, Libraries, LOADED_ANYWAY } from './libraries.js'
import { loaderWords, userHint } from './loader-words.js'
import { isSharedObject, type NamedObject } from './module-names.js'
import { sizeFindings, strangePackages } from './package-findings.js'
import { layoutNotes, psycopg2Findings } from './psycopg2-findings.js'
import { type Opened, type SortedObjects, sortObjects } from './sort-objects.js'

/** The order of what must be mended first; the others follow. */
const FIRST = ['unzipped-size', 'unreadable', 'psycopg2', 'module-name', 'elf', 'machine']

/** What is known of files besides themselves. */
interface MadeAs {
  /** A module taken out of a package says nothing of places. */
  kind: 'package' | 'wheel' | 'module'
  /** What was meant to be in the package, by its path. */
  lost: ReadonlyMap<string, LostFile>
}

/**
 * Judges what an import on Lambda would find, and whether it loads. Does not throw, whatever the files. Of what is too
 * large for Lambda nothing but that is said.
 *
 * @param made how the files came to be here
 */
export function judgePackage(
  files: ReadonlyMap<string, JudgedFile>,
  target: PackageTarget,
  { kind, lost }: MadeAs = { kind: 'package', lost: new Map() },
): PackageReport {
  const tooLarge = sizeFindings(files)
  if (tooLarge.length > 0)
    return {
      psycopg2: undefined,
      objects: [],
      findings: tooLarge.map(finished),
      unopened: [],
      unknown: [],
      notes: [],
    }
  const whole = kind !== 'module'
  const paths = [...files.keys()]
  const places = placesOf(paths, target, kind === 'wheel')
  const psycopg2 = findPsycopg2(whole ? paths : [], places, target)
  const all = sortObjects(paths.filter(isSharedObject), files, { target, psycopg2, whole })
  const sorted = whole ? withoutExtras(all, extrasOf(files)) : all
  const looked = { psycopg2, sorted, paths, lost, places, target }
  const { judged, unknown, found } = judgeOpened(sorted, { target, places })
  const findings = [
    ...psycopg2Findings(looked),
    ...strangePackages(sorted, places, target),
    ...sorted.broken.map((one): PackageFinding => ({ class: 'loads', ...one })),
    ...found,
  ]
  const ranked = findings.map(finished).sort((a, b) => rankOf(a) - rankOf(b))
  const { unopened } = sorted
  return {
    psycopg2: psycopg2.found,
    objects: judged,
    findings: ranked,
    unopened,
    unknown,
    notes: layoutNotes(looked),
  }

  function finished(finding: PackageFinding): PackageFinding {
    const error =
      finding.error ?? (finding.class === 'loads' ? loaderWords(finding, target.python) : undefined)
    return { ...finding, hint: userHint(finding, target), ...(error === undefined ? {} : { error }) }
  }
}

function rankOf(finding: PackageFinding): number {
  if (finding.class === 'ours') return 100
  const rank = FIRST.indexOf(finding.rule)
  return rank < 0 ? FIRST.length : rank
}

interface Context {
  target: PackageTarget
  places: Places
}

function judgeOpened(
  { opened, unopened }: SortedObjects,
  { target, places }: Context,
): { judged: PackageReport['objects']; unknown: PackageReport['unknown']; found: PackageFinding[] } {
  const runtime = `Python ${target.python} (${target.base.title})`
  const objects = new Map(opened.map(({ object }) => [object.path, object]))
  const libraries = new Libraries(objects, unopened, places, { ...target, runtime })
  const companies = companiesOf(opened, libraries)
  const found = new Map<string, PackageFinding>()
  const unsure = new Map<string, string>()
  for (const need of companies.flatMap(({ needs }) => needs)) {
    const { path } = need.of
    if (need.found === 'perhaps') unsure.set(need.name, path)
    for (const one of libraries.findings(need)) {
      found.set(`${path} ${one.message}`, { rule: 'libraries', class: 'loads', file: path, ...one })
    }
  }
  const violations: PackageFinding[] = []
  const judged = opened.map(({ path, named, module, elf, object }) => {
    // A library sees what everything that is loaded with it has.
    const around = companies.filter(({ objects: together }) => together.includes(object))
    const elsewhere = (symbol: string) =>
      LOADED_ANYWAY.test(symbol) ||
      around.some(
        ({ strangers, objects: together }) => strangers || together.some((one) => one.exports.has(symbol)),
      )
    const report = auditElf(elf, {
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
    const said = report.violations.filter((one) => one.class === 'loads' || (module && isOurs(named)))
    violations.push(...said.map((one) => ({ ...one, file: path })))
    return { path, module, highestGlibc: report.highestGlibc }
  })
  const unknown = Array.from(unsure, ([library, file]) => ({ library, file }))
  return { judged, unknown, found: [...found.values(), ...violations] }
}

/** What is loaded together: with each module, and with each library that none of them needs. */
function companiesOf(opened: readonly Opened[], libraries: Libraries): Company[] {
  const companies = opened.flatMap(({ module, object }) => (module ? [libraries.companyOf(object)] : []))
  const needed = new Set(companies.flatMap(({ objects }) => objects))
  const alone = opened.filter(({ object }) => !needed.has(object))
  return [...companies, ...alone.map(({ object }) => libraries.companyOf(object))]
}

/** What is asked of ours is told of psycopg2's module only. */
function isOurs({ module }: NamedObject): boolean {
  return module === '_psycopg'
}
