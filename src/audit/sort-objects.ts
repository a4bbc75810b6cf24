import { posix } from 'node:path'
import { BuildError } from '../report/errors.js'
import { type Elf, readElf } from './elf.js'
import { EM } from './elf-header.js'
import { siteOf, type Whereabouts } from './import-path.js'
import type { JudgedFile, Unopened } from './judgement.js'
import { headerWords, installWith, NOT_ELF } from './loader-words.js'
import { describeTag, type Interpreter, type NamedObject, nameOf } from './module-names.js'
import { type SharedObject, sharedObject } from './shared-object.js'

/** A shared object that Python or the loader would open. */
export interface Opened {
  path: string
  named: NamedObject
  /** Whether Python imports it. */
  module: boolean
  elf: Elf
  object: SharedObject
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

/** Tells the shared objects that this Python would open from those that it would not. */
export function sortObjects(
  paths: readonly string[],
  files: ReadonlyMap<string, JudgedFile>,
  { target, psycopg2, whole }: Context,
): SortedObjects {
  const [opened, unopened, broken]: [Opened[], Unopened[], Broken[]] = [[], [], []]
  const first = new Map<string, NamedObject>()
  for (const path of paths) {
    const named = nameOf(posix.basename(path), target)
    const key = `${posix.dirname(path)}/${named.module}`
    if (named.rank >= 0 && named.rank < (first.get(key)?.rank ?? Number.POSITIVE_INFINITY))
      first.set(key, named)
  }
  for (const path of paths) {
    const named = nameOf(posix.basename(path), target)
    const site = siteOf(path)
    const leave = (why: string, more: Partial<Unopened> = {}) =>
      unopened.push({ path, why, foreign: false, ...more })
    if (site !== undefined && site !== target.python) leave(`where only Python ${site} looks`)
    else if (psycopg2.others.includes(directoryOf(path))) leave('in a psycopg2 that no import finds')
    else if (named.kind === 'foreign') leave(`for ${describeTag(named.tag, target)}`, { foreign: true })
    else if (
      named.kind !== 'library' &&
      first.get(`${posix.dirname(path)}/${named.module}`)?.rank !== named.rank
    ) {
      leave('passed over, because Python takes the module beside it that has the same name')
    } else {
      const elf = read(path, files.get(path), target)
      if ('symbols' in elf) place(path, named, elf)
      else if (named.kind === 'module' || named.module === '_psycopg' || !whole) broken.push(elf)
      // Whether anything imports it, or is to be loaded with it, its name does not tell.
      else
        leave(
          `nothing that can be loaded (${elf.message})`,
          elf.error === undefined ? {} : { error: elf.error },
        )
    }
  }
  return { opened: withoutStrangers(opened, unopened, target), unopened, broken }

  function place(path: string, named: NamedObject, elf: Elf): void {
    const module = named.kind === 'module' || (named.kind === 'plain' && isModule(named, elf, target))
    opened.push({ path, named, module, elf, object: sharedObject(path, elf) })
  }
}

/** Libraries of another machine that lie beside those of this one, for who picks them by hand. */
function withoutStrangers(opened: Opened[], unopened: Unopened[], { architecture }: Interpreter): Opened[] {
  const machine = architecture === 'arm64' ? EM.AARCH64 : EM.X86_64
  return opened.filter(({ path, module, object }) => {
    if (module || object.machine === machine) return true
    unopened.push({ path, why: 'a library for another machine', foreign: false })
    return false
  })
}

/** A name without a tag may be a library's: what Python looks up in it tells. */
function isModule({ module }: NamedObject, { symbols }: Elf, { python }: Interpreter): boolean {
  const wanted =
    python === '2.7'
      ? (name: string) => name === `init${module}`
      : (name: string) => name.startsWith('PyInit_')
  return module === '_psycopg' || symbols.some(({ name, defined }) => defined && wanted(name))
}

function directoryOf(path: string): string {
  const directory = posix.dirname(path)
  return directory === '.' ? '' : `${directory}/`
}

function read(path: string, file: JudgedFile | undefined, target: Interpreter): Elf | Broken {
  let bytes: Uint8Array | undefined
  try {
    bytes = new Uint8Array(file?.read() ?? [])
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
      hint: said === NOT_ELF ? hintFor(path, target) : hint,
      ...(said && { error: said }),
    }
  }
}

function hintFor(path: string, target: Interpreter): string {
  return `It is made for macOS or Windows, or was changed on its way: install the package for Linux (${installWith(target, path)}), and copy files as they are, not as text.`
}
