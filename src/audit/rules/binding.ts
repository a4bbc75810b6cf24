import type { AuditTarget } from '../audit-target.js'
import { malformed } from '../byte-reader.js'
import type { Elf } from '../elf.js'
import { DT, hasTag } from '../elf-dynamic.js'
import { elfHash } from '../elf-hash.js'
import { isExecutable } from '../elf-image.js'
import { lookUp, versionsByIndex } from '../elf-lookup.js'
import { eachSoundRelocation } from '../elf-relocations.js'
import { type DynamicSymbol, isHidden, readSymbol, SHN, STB, STT } from '../elf-symbols.js'
import type { SymbolVersion } from '../elf-versions.js'
import { isSince } from '../glibc.js'
import { presumedBeside } from '../global-scope.js'
import type { Library, LoadedBeside } from '../library.js'
import { loaderRule } from '../loader-rule.js'
import { versionNotFound } from '../loader-words.js'

/** Rules about how the loader binds the file to others: versions, relocations, symbols, functions. */
export const BINDING_RULES = [
  loaderRule('libraries', 'the libraries that it needs, with the symbol versions', function* (elf, target) {
    const { libraries, missing } = besideOf(elf, target)
    const called = (name: string) => libraries.find(({ names }) => names.has(name))
    for (const name of new Set([...elf.needed, ...elf.filters])) {
      const absent = missing.get(name)
      if (absent !== undefined) yield absent
      else if (called(name) === undefined)
        yield {
          message: `it needs ${name}, which is not there`,
          hint: 'Link it as a static archive.',
          library: name,
        }
    }
    for (const { library: name, version, hash, weak } of elf.versionNeeds) {
      if (missing.has(name)) continue
      const library = called(name)
      const limit =
        library === undefined
          ? 'nothing: it is not loaded'
          : hash === elfHash(version)
            ? library.insteadOf(version)
            : 'none with the hash that the file says'
      // The loader aborts where the library itself is not loaded, even for a weak version.
      if (limit === undefined || (weak && library !== undefined)) continue
      yield {
        message: `it needs ${version} of ${name}, and ${library?.path ?? name} has ${limit}`,
        hint: `Use a build for an older system (a wheel for manylinux2014, say), or put the newer ${name} into the package.`,
        ...{ library: name, version, limit },
        error: versionNotFound(library?.path ?? name, version),
      }
    }
  }),

  loaderRule(
    'init-function',
    'the init function where the loader looks for it',
    function* (elf, { initFunction: name = '', runtime, glibc }) {
      const found = lookUp(elf, { name, newest: true }, glibc)
      if (found === undefined) {
        yield {
          message: `it does not export ${name}, the function that ${runtime} calls`,
          hint: "Build it for this Python; compile psycopg2's own files without -fvisibility=hidden.",
        }
      } else if (
        !isExecutable(elf, found.section === SHN.ABS && isSince(glibc, '2.28') ? -1 : found.value) ||
        found.type === STT.TLS
      ) {
        yield {
          message: `${name} is not a function (symbol type ${found.type})`,
          hint: 'The name is taken by a variable. Check what was linked.',
        }
      }
    },
    ({ initFunction }) => initFunction !== undefined,
  ),

  loaderRule(
    'undefined',
    'nothing left undefined that neither Python nor a library that is loaded with it has',
    function* (elf, target) {
      for (const { name, version } of undefinedSymbols(elf, target))
        yield {
          message: `${name}${version === undefined ? '' : `, version ${version.version},`} is in neither the file nor ${target.runtime}`,
          hint: 'Link the static archive that defines it, after the archives that use it.',
          symbol: name,
          ...(version && { version: version.version }),
        }
    },
  ),
]

/** A symbol that a relocation needs, and that nothing has. */
interface Undefined {
  name: string
  version: SymbolVersion | undefined
}

const WITH_SYMBOL: ReadonlySet<string> = new Set(['symbol', 'size', 'tls', 'static-tls', 'call'])

function* undefinedSymbols(elf: Elf, target: AuditTarget): Generator<Undefined> {
  const versions = versionsByIndex(elf)
  const beside = besideOf(elf, target)
  const seen = new Set<string>()
  const found: Undefined[] = []
  try {
    eachSoundRelocation(elf, target.glibc, ({ type, symbol: index }) => {
      // Of most nothing is asked: they are relative.
      if (!WITH_SYMBOL.has(type.kind)) return
      const defined = type.defined ?? false
      const key = `${index} ${defined}`
      if (seen.has(key)) return
      seen.add(key)
      const symbol = readSymbol(elf, index)
      if (symbol.binding === STB.LOCAL || (isHidden(symbol) && isSince(target.glibc, '2.24'))) return
      const version = versionOf(symbol, versions, elf)
      if (isFound(elf, target, beside, symbol, version, defined)) return
      // Without the symbol, its size is asked of nothing.
      if (symbol.binding === STB.WEAK && type.kind !== 'size' && !isStrict(version, target)) return
      found.push({ name: symbol.name, version })
    })
  } finally {
    yield* found
  }
}

/** The version that the loader looks for. */
function versionOf(
  symbol: DynamicSymbol,
  versions: Map<number, SymbolVersion>,
  elf: Elf,
): SymbolVersion | undefined {
  if (!hasTag(elf.dynamic, DT.VERSYM)) return undefined
  const index = symbol.versionIndex & 0x7fff
  const highest = Math.max(0, ...versions.keys())
  if (highest === 0 || index > highest)
    throw malformed(`${symbol.name} has version number ${index}, and there are ${highest}`)
  const version = versions.get(index)
  return version === undefined || version.hash === 0 ? undefined : version
}

/** What is loaded along with it, as far as that is known. */
function besideOf(elf: Elf, { beside, glibc }: AuditTarget): LoadedBeside {
  return beside ?? presumedBeside(elf, glibc)
}

function isFound(
  elf: Elf,
  target: AuditTarget,
  { libraries }: LoadedBeside,
  { name }: DynamicSymbol,
  version: SymbolVersion | undefined,
  defined: boolean,
): boolean {
  // What has another hash than its name has no library's version.
  const asked = version === undefined || version.hash === elfHash(version.version) ? version?.version : ''
  const last = isStrict(version, target) ? (version?.library ?? null) : null
  return (
    isGiven(libraries, name, asked ?? null, last) ||
    (last === null && lookUp(elf, { name, version, defined }, target.glibc) !== undefined)
  )
}

/** Whether nothing will do but the library of which the file says that it has the version: up to glibc 2.19. */
function isStrict(version: SymbolVersion | undefined, { glibc }: AuditTarget): boolean {
  return version !== undefined && version.library !== null && !isSince(glibc, '2.20')
}

/** Whether a library has a symbol. @param last the library behind which nobody looks, or null */
function isGiven(
  libraries: readonly Library[],
  symbol: string,
  version: string | null,
  last: string | null,
): boolean {
  for (const library of libraries) {
    if (library.gives(symbol, version)) return true
    if (last !== null && library.names.has(last)) return false
  }
  return false
}
