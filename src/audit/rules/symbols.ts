import { compareVersions } from '../../catalog/versions.js'
import type { AuditTarget } from '../audit-target.js'
import type { Elf } from '../elf.js'
import { isExported } from '../elf-symbols.js'
import type { VersionNeed } from '../elf-versions.js'
import { glibcNumber, isSince } from '../glibc.js'
import { rule } from '../rule.js'
import type { Finding } from '../violation.js'

/** Rules about what the file takes from others and gives to others. */
export const SYMBOL_RULES = [
  rule('glibc', 'loads', "no symbol version above the runtime's glibc", (elf, target) =>
    elf.versionNeeds.flatMap((need) => versionFindings(elf, need, newerGlibc(need, target))),
  ),

  rule('versions', 'ours', 'no symbol version but those that every glibc keeps', (elf, target) =>
    elf.versionNeeds.flatMap((need) => versionFindings(elf, need, uncertainVersion(need.version, target))),
  ),

  rule(
    'exports',
    'ours',
    'the init function exported, and nothing else',
    (elf, { initFunction }) =>
      elf.symbols
        .filter((symbol) => isExported(symbol) && symbol.name !== initFunction)
        .map(({ name }) => ({
          message: `it exports ${name}, which could be taken for a symbol of the same name elsewhere`,
          hint: `Link with -Wl,--exclude-libs,ALL and a version script { global: ${initFunction}; local: *; }.`,
        })),
    isModule,
  ),
]

/** Whether the file is a module of Python's, and not a library that one needs. */
function isModule({ initFunction }: AuditTarget): boolean {
  return initFunction !== undefined
}

/** The first glibc that has a mark of what its loader can do. */
const MARKS: Record<string, string | undefined> = { GLIBC_ABI_DT_RELR: '2.36' }

function hasMark(version: string, glibc: string): boolean {
  const first = MARKS[version]
  return first !== undefined && isSince(glibc, first)
}

/** Why a version should not be needed: what the runtime has instead, and what to do. */
interface VersionProblem {
  because: string
  limit: string
  hint: string
}

function versionFindings(elf: Elf, need: VersionNeed, problem: VersionProblem | null): Finding[] {
  if (problem === null) return []
  const { limit, hint } = problem
  const { library, version } = need
  const message = `needs ${version} of ${library}, ${problem.because}`
  const symbols = elf.symbols.filter(
    ({ version, library }) => version === need.version && library === need.library,
  )
  // A version can stand without a symbol: a mark such as GLIBC_ABI_DT_RELR, or what a linker left over.
  return symbols.length === 0
    ? [{ message: `it ${message}`, hint, version, library, limit }]
    : symbols.map(({ name: symbol }) => ({
        message: `${symbol} ${message}`,
        hint,
        symbol,
        version,
        library,
        limit,
      }))
}

/** What is wrong with needing a version that only a newer glibc has, or null. */
function newerGlibc({ version, weak }: VersionNeed, { runtime, glibc }: AuditTarget): VersionProblem | null {
  // Up to 2.19, what is weak must be there, too, if anything of it is looked for.
  if (weak && isSince(glibc, '2.20')) return null
  const number = glibcNumber(version)
  const rebuild = `Build it for glibc ${glibc} or older: with toolchain: pinned, or in an image such as the runtime's build image.`
  if (number !== null) {
    return compareVersions(number, glibc) <= 0
      ? null
      : { because: `and ${runtime} has glibc ${glibc}`, limit: `GLIBC_${glibc}`, hint: rebuild }
  }
  // No symbol has such a version: it keeps a loader away that lacks a feature, GLIBC_ABI_DT_RELR for one.
  if (version.startsWith('GLIBC_ABI_') && !hasMark(version, glibc)) {
    return {
      because: `the mark of a loader newer than glibc ${glibc} of ${runtime}`,
      limit: `GLIBC_${glibc}`,
      hint: rebuild,
    }
  }
  return null
}

/** What is wrong with needing a version that a glibc may lack whatever its number, or null. */
function uncertainVersion(version: string, { runtime }: AuditTarget): VersionProblem | null {
  if (glibcNumber(version) !== null || version.startsWith('GLIBC_ABI_')) return null
  if (version.startsWith('GLIBC_')) {
    return {
      because: `which any build of glibc may change, including that of ${runtime}`,
      limit: 'GLIBC_x.y',
      hint: 'It is internal to glibc. Leave out the code that calls it.',
    }
  }
  return {
    because: `and only those of glibc are certain to be in ${runtime}`,
    limit: 'GLIBC_x.y',
    hint: 'Link that library as a static archive.',
  }
}
