import { posix } from 'node:path'
import { extensionSuffix, initFunctionOf } from '../catalog/python.js'
import { auditElf } from './audit.js'
import { lambdaSystem } from './audit-target.js'
import { extrasOf, withoutExtras } from './extras.js'
import { hiddenFindings, unseenNotes } from './hidden-psycopg2.js'
import { findPsycopg2, isPsycopg2Module, type Places, placesOf } from './import-path.js'
import type { JudgedFile, LostFile, PackageFinding, PackageReport, PackageTarget } from './judgement.js'
import { Libraries, type LoadedTogether } from './libraries.js'
import { loaderWords, userHint } from './loader-words.js'
import { isSharedObject } from './module-names.js'
import { libraryNotes, sizeFindings, strangePackages } from './package-findings.js'
import { psycopg2Findings } from './psycopg2-findings.js'
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
  const looked = { psycopg2, sorted, files, paths, lost, places, target }
  const { judged, unknown, found } = judgeOpened(sorted, { target, places })
  const findings = [
    ...hiddenFindings(looked),
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
    notes: [...unseenNotes(looked), ...libraryNotes(sorted)],
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
  const system = lambdaSystem(target)
  const byPath = new Map(opened.flatMap((one) => one.paths.map((path) => [path, one])))
  for (const one of opened) byPath.set(one.path, one)
  const libraries = new Libraries(byPath, unopened, places, { ...target, runtime: system.runtime })
  const loads = loadsOf(opened, libraries)
  const unsure = new Map<string, string>()
  for (const { objects } of loads)
    for (const [of, { needs }] of objects)
      for (const [name, found] of needs) if (found === 'perhaps') unsure.set(name, of.path)
  const found: PackageFinding[] = []
  const judged = opened.map((one) => {
    const { path, named, module, elf } = one
    const isOurs = module && isPsycopg2Module(path)
    const report = auditElf(elf, {
      ...system,
      beside: libraries.beside(one, loads),
      initFunction: module ? initFunctionOf(target.python, named.module) : undefined,
      fileName: isOurs
        ? {
            actual: posix.basename(path),
            expected: `${named.module}${extensionSuffix(target.python, target.architecture)}`,
          }
        : undefined,
    })
    // What is asked of ours is told of psycopg2's module only.
    const said = report.violations.filter((violation) => violation.class === 'loads' || isOurs)
    found.push(...said.map((violation) => ({ ...violation, file: path })))
    return { path, module, highestGlibc: report.highestGlibc }
  })
  const unknown = Array.from(unsure, ([library, file]) => ({ library, file }))
  return { judged, unknown, found }
}

/** What is loaded together: with each module, and with each library that none of them needs. */
function loadsOf(opened: readonly Opened[], libraries: Libraries): LoadedTogether[] {
  const loads = opened.flatMap((one) => (one.module ? [libraries.loadedWith(one)] : []))
  const needed = new Set(loads.flatMap(({ objects }) => [...objects.keys()]))
  const alone = opened.filter((one) => !needed.has(one))
  return [...loads, ...alone.map((one) => libraries.loadedWith(one))]
}
