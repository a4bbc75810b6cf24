import { isUtf8 } from 'node:buffer'
import { posix } from 'node:path'
import { BuildError } from '../report/errors.js'
import { type Elf, readElf } from './elf.js'
import { EM } from './elf-header.js'
import { isExported } from './elf-symbols.js'
import { isPsycopg2Module, siteOf, type Whereabouts } from './import-path.js'
import type { JudgedFile, Unopened } from './judgement.js'
import { headerWords, installWith, NOT_ELF } from './loader-words.js'
import { describeTag, type Interpreter, type NamedObject, nameOf } from './module-names.js'

/** A shared object that Python or the loader would open. */
export interface Opened {
  /** The path that an import finds it by; of a library, the first of those that lead to it. */
  path: string
  /** Every path that leads to it, as links do. */
  paths: readonly string[]
  named: NamedObject
  /** Whether Python imports it. */
  module: boolean
  elf: Elf
}

/** A module of this Python's that cannot even be read: it cannot be unpacked, or is no ELF file. */
export interface Broken {
  rule: 'unreadable' | 'elf'
  file: string
  message: string
  hint: string
  /** What the loader says of it. */
  error?: string
}

/** A package's shared objects by what becomes of them. */
export interface SortedObjects {
  opened: Opened[]
  unopened: Unopened[]
  broken: Broken[]
}

interface Context {
  target: Interpreter
  psycopg2: Whereabouts
  /** Whether these are a package; otherwise it is asked about the one file, whatever it is called. */
  whole: boolean
}

/** A path to a shared object, and what its name says. */
interface Named {
  path: string
  named: NamedObject
}

/** Tells the shared objects that this Python would open from those that it would not. */
export function sortObjects(
  paths: readonly string[],
  files: ReadonlyMap<string, JudgedFile>,
  { target, psycopg2, whole }: Context,
): SortedObjects {
  const sorted: SortedObjects = { opened: [], unopened: [], broken: [] }
  const first = firstNames(paths, target)
  const others = new Set(psycopg2.others)
  const opening = new Map<JudgedFile, Named[]>()
  const left: Unopened[] = []
  for (const path of paths) {
    const file = files.get(path)
    const named = nameOf(posix.basename(path), target)
    const leave = (why: string, foreign = false) => left.push({ path, why, foreign })
    const site = siteOf(path)
    if (site !== undefined && site !== target.python) leave(`where only Python ${site} looks`)
    else if (others.has(directoryOf(path))) leave('in a psycopg2 that no import finds')
    else if (named.kind === 'foreign') leave(`for ${describeTag(named.tag, target)}`, true)
    else if (named.kind !== 'library' && first.get(keyOf(path, named)) !== named.rank)
      leave('passed over, because Python takes the module beside it that has the same name')
    else if (file !== undefined) addTo(opening, file, { path, named })
  }
  // What is opened by one name is not left by another.
  const also = new Map<JudgedFile, string[]>()
  for (const one of left) {
    const file = files.get(one.path)
    if (file !== undefined && opening.has(file)) addTo(also, file, one.path)
    else sorted.unopened.push(one)
  }
  for (const [file, names] of opening) {
    const elf = read(file, names, target)
    if ('symbols' in elf) place(names, also.get(file) ?? [], elf)
    else if (names.some(hasModulesName) || !whole) sorted.broken.push(elf)
    // Whether anything imports it, or is to be loaded with it, its name does not tell.
    else
      for (const { path } of names)
        sorted.unopened.push({
          ...{ path, foreign: false },
          // A zip's words have the file's name, and would be another line for each.
          why: `nothing that can be loaded (${elf.rule === 'unreadable' ? 'it cannot be unpacked' : elf.message})`,
          ...(elf.error !== undefined && { error: elf.error }),
        })
  }
  return sorted

  function place(names: readonly Named[], more: readonly string[], elf: Elf): void {
    const paths = [...names.map(({ path }) => path), ...more]
    const imported = importedAs(names, elf, target)
    for (const one of imported) sorted.opened.push({ ...one, paths, module: true, elf })
    const [library] = names
    if (library === undefined || imported.length > 0) return
    // A library of another machine beside those of this one is for who picks by hand.
    if (elf.machine === (target.architecture === 'arm64' ? EM.AARCH64 : EM.X86_64))
      sorted.opened.push({ ...library, paths, module: false, elf })
    else
      sorted.unopened.push(
        ...paths.map((path) => ({ path, why: 'a library for another machine', foreign: false })),
      )
  }
}

/** Adds to the list at a key: links can give one file a million names. */
function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** Which of the names of a module in a directory Python takes, by its rank. */
function firstNames(paths: readonly string[], target: Interpreter): Map<string, number> {
  const first = new Map<string, number>()
  for (const path of paths) {
    const named = nameOf(posix.basename(path), target)
    const key = keyOf(path, named)
    if (named.rank >= 0 && named.rank < (first.get(key) ?? Number.POSITIVE_INFINITY))
      first.set(key, named.rank)
  }
  return first
}

function keyOf(path: string, { module }: NamedObject): string {
  return `${posix.dirname(path)}/${module}`
}

/**
 * The names by which Python imports a file, one for each module that it would be; none for a library, whatever it is
 * called: many packages give those that they open by ctypes or cffi the name of a module.
 */
function importedAs(names: readonly Named[], { symbols }: Elf, { python }: Interpreter): Named[] {
  const start = python === '2.7' ? 'init' : 'PyInit_'
  const inits = new Set(
    symbols.flatMap((one) => (isExported(one) && one.name.startsWith(start) ? [one.name] : [])),
  )
  const fits = ({ named }: Named) => inits.has(`${start}${named.module}`)
  const isModule = ({ path, named }: Named) =>
    isPsycopg2Module(path) ||
    (inits.size > 0 && (named.kind === 'module' || (named.kind === 'plain' && python !== '2.7')))
  const fitting = names.filter((one) => one.named.kind !== 'library' && fits(one))
  const modules = fitting.length > 0 ? fitting : names.filter(isModule)
  const firsts = new Map(modules.toReversed().map((one) => [one.named.module, one]))
  return modules.filter((one) => firsts.get(one.named.module) === one)
}

/** Whether a file is a module by its name alone. */
function hasModulesName({ path, named }: Named): boolean {
  return named.kind === 'module' || isPsycopg2Module(path)
}

function directoryOf(path: string): string {
  const directory = posix.dirname(path)
  return directory === '.' ? '' : `${directory}/`
}

/** @param names of the file; what is wrong is said of the first that is a module's */
function read(file: JudgedFile, names: readonly Named[], target: Interpreter): Elf | Broken {
  const { path = '' } = names.find(hasModulesName) ?? names[0] ?? {}
  let bytes: Uint8Array | undefined
  try {
    bytes = new Uint8Array(file.read())
    if (isPointer(bytes)) throw AS_POINTER
    if (isText(bytes)) throw AS_TEXT
    return readElf(bytes)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    const { message, hint } = error
    if (bytes === undefined) return { rule: 'unreadable', file: path, message, hint }
    const said = headerWords(bytes)
    return {
      rule: 'elf',
      file: path,
      message,
      hint: said === NOT_ELF && error !== AS_POINTER ? hintFor(path, target) : hint,
      ...(said && { error: said }),
    }
  }
}

/** Whether an ELF file was read and written as text: no machine's code is UTF-8. */
function isText(bytes: Uint8Array): boolean {
  return headerWords(bytes) !== NOT_ELF && bytes.some((byte) => byte > 0x7f) && isUtf8(bytes)
}

const AS_TEXT = new BuildError(
  'it was changed into text on its way: all of it is UTF-8, with EF BF BD in place of what cannot be, and the code in it is lost',
  'Get it anew from where it came from, and keep it as it is: in git by a line "*.so binary" in .gitattributes, and out of editors and scripts that read files as text.',
)

/** Whether a file is what Git LFS leaves in its place: `docs/spec.md` of its repository. */
export function isPointer(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 50))
    .toString('latin1')
    .startsWith('version https://git-lfs.github.com/spec/')
}

export const AS_POINTER = new BuildError(
  'it is a pointer of Git LFS, and not the file itself',
  'Get the file: git lfs pull, or in a workflow lfs: true for actions/checkout.',
)

function hintFor(path: string, target: Interpreter): string {
  return `It is made for macOS or Windows, or was changed on its way: install the package for Linux (${installWith(target, path)}), and copy files as they are, not as text.`
}
