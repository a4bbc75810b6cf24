import { posix } from 'node:path'
import { extensionSuffix, initFunctionOf } from '../catalog/python.js'
import { auditElf } from './audit.js'
import { lambdaSystem } from './audit-target.js'
import { extrasOf, withoutExtras } from './extras.js'
import { hiddenFindings, unseenNotes } from './hidden-psycopg2.js'
import { findPsycopg2, isPsycopg2Module, type Places, placesOf } from './import-path.js'
import type {
  JudgedFile,
  LostFile,
  PackageFinding,
  PackageReport,
  PackageTarget,
  Unopened,
} from './judgement.js'
import { Libraries } from './libraries.js'
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
  /** Whether psycopg2's module is held to what is asked of those made here, too; so it is where nothing is said. */
  ours?: boolean
}

/**
 * Judges what an import on Lambda would find, and whether it loads. Of what is too large for Lambda nothing but that
 * is said.
 *
 * @param made how the files came to be here
 * @throws BuildError for more libraries than can be followed, and for nothing else, whatever the files
 */
export function judgePackage(
  files: ReadonlyMap<string, JudgedFile>,
  target: PackageTarget,
  { kind, lost, ours = true }: MadeAs = { kind: 'package', lost: new Map() },
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
  const { judged, unknown, found, left } = judgeOpened(sorted, { target, places, whole, ours })
  const findings = [
    ...hiddenFindings(looked),
    ...psycopg2Findings(looked),
    ...strangePackages(sorted, places, target),
    ...sorted.broken.map((one): PackageFinding => ({ class: 'loads', ...one })),
    ...found,
  ]
  const ranked = findings.map(finished).sort((a, b) => rankOf(a) - rankOf(b))
  return {
    psycopg2: psycopg2.found,
    objects: judged,
    findings: ranked,
    unopened: [...sorted.unopened, ...left],
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
  whole: boolean
  ours: boolean
}

interface JudgedObjects {
  judged: PackageReport['objects']
  unknown: PackageReport['unknown']
  found: PackageFinding[]
  /** Libraries that were not judged. */
  left: Unopened[]
}

function judgeOpened(
  { opened, unopened }: SortedObjects,
  { target, places, whole, ours }: Context,
): JudgedObjects {
  const system = lambdaSystem(target)
  const byPath = new Map(opened.flatMap((one) => one.paths.map((path) => [path, one])))
  for (const one of opened) byPath.set(one.path, one)
  const libraries = new Libraries(byPath, unopened, places, { ...target, runtime: system.runtime })
  const imported = opened.flatMap((one) => (one.module ? [libraries.loadedWith(one)] : []))
  const needed = new Set(imported.flatMap(({ objects }) => [...objects.keys()]))
  const alone = opened.filter((one) => !needed.has(one))
  // Those for musl are there for its modules, which are named by their tags.
  const strange = new Set(whole ? alone.filter(isForMusl) : [])
  const loads = [
    ...imported,
    ...alone.filter((one) => !strange.has(one)).map((one) => libraries.loadedWith(one)),
  ]
  const unsure = new Map<string, string>()
  for (const { objects } of loads)
    for (const [of, { needs }] of objects)
      for (const [name, found] of needs) if (found === 'perhaps') unsure.set(name, of.path)
  const found: PackageFinding[] = []
  const judged = opened
    .filter((one) => !strange.has(one))
    .map((one) => {
      const { path, named, module, elf } = one
      const isOurs = module && isPsycopg2Module(path)
      const expected = `${named.module}${extensionSuffix(target.python, target.architecture)}`
      const asked = {
        ...system,
        beside: libraries.beside(one, loads),
        initFunction: module ? initFunctionOf(target.python, named.module) : undefined,
        fileName: isOurs ? { actual: posix.basename(path), expected } : undefined,
      }
      const { violations, highestGlibc } = auditElf(elf, asked, { ours: ours && isOurs })
      found.push(...violations.map((violation) => ({ ...violation, file: path })))
      return { path, module, highestGlibc }
    })
  const unknown = Array.from(unsure, ([library, file]) => ({ library, file }))
  const why = 'a library for musl, another C library than glibc'
  const left = [...strange].flatMap(({ paths }) => paths.map((path) => ({ path, why, foreign: false })))
  return { judged, unknown, found, left }
}

function isForMusl({ elf }: Opened): boolean {
  return elf.needed.some((name) => name.startsWith('libc.musl-'))
}
