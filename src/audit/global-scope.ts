import type { Elf } from './elf.js'
import { isSince } from './glibc.js'
import symbols from './glibc-symbols.json' with { type: 'json' }
import { type Library, type LoadedBeside, unknownLibrary } from './library.js'

/** Libraries that glibc consists of. */
const PARTS = [
  ...['ld-linux-x86-64.so.2', 'ld-linux-aarch64.so.1'],
  ...['libc.so.6', 'libm.so.6', 'libpthread.so.0', 'libdl.so.2', 'librt.so.1', 'libutil.so.1'],
  ...['libresolv.so.2', 'libanl.so.1', 'libmvec.so.1', 'libnsl.so.1', 'libthread_db.so.1'],
]

/** Python itself. */
const PYTHON: Library = {
  names: new Set(),
  path: 'python',
  insteadOf: () => undefined,
  gives: (symbol, version) => version === null && /^_?Py/.test(symbol),
}

/**
 * What Python has loaded before any module, for everything that is loaded later to find symbols in, whether it says that
 * it needs that or not: itself, and libc, libm, libpthread and libdl.
 *
 * @param glibc the runtime's, as `x.y`
 */
export function globalScope(glibc: string): Library[] {
  return [PYTHON, ...PARTS.map((name) => glibcLibrary(name, glibc))]
}

/** Whether a library is part of glibc, by its name. */
export function isOfGlibc(name: string): boolean {
  return PARTS.includes(name)
}

/** A part of glibc, which has what any part has. Which of its versions it has is a matter of its own: the rule `glibc`. */
function glibcLibrary(name: string, glibc: string): Library {
  return {
    names: new Set([name]),
    path: `/lib64/${name}`,
    insteadOf: (version) => (isGlibcs(version) ? undefined : 'only versions of its own'),
    gives: (symbol, version) => (version === null ? isUnversioned(symbol, glibc) : isGlibcs(version)),
  }
}

function isGlibcs(version: string): boolean {
  return version.startsWith('GLIBC_')
}

/** By name, the first glibc that gives a symbol to who asks for no version, and the last one where a later one does not. */
const SYMBOLS = new Map<string, { since: string; until?: string }>()
for (const [since, names] of Object.entries(symbols.since))
  for (const name of names.split(' ')) SYMBOLS.set(name, { since })
for (const [until, names] of Object.entries(symbols.until))
  for (const name of names.split(' ')) SYMBOLS.set(name, { since: '0', ...SYMBOLS.get(name), until })

function isUnversioned(symbol: string, glibc: string): boolean {
  const { since, until } = SYMBOLS.get(symbol) ?? {}
  return since !== undefined && isSince(glibc, since) && (until === undefined || isSince(until, glibc))
}

/** What is taken to be loaded along with a file of which nobody knows: all that it needs, whatever that has. */
export function presumedBeside({ needed, filters, versionNeeds }: Elf, glibc: string): LoadedBeside {
  const names = [...needed, ...filters, ...versionNeeds.map(({ library }) => library)]
  const others = [...new Set(names)].filter((name) => !isOfGlibc(name))
  return {
    libraries: [...globalScope(glibc), ...others.map((name) => unknownLibrary(name))],
    missing: new Map(),
  }
}
