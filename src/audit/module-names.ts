import type { Architecture } from '../catalog/architecture.js'
import { extensionSuffix } from '../catalog/python.js'

/** A runtime's Python on one of Lambda's machines. */
export interface Interpreter {
  /** `major.minor`. */
  python: string
  architecture: Architecture
}

/** What a shared object's file name says that it is, to one Python. */
export interface NamedObject {
  /**
   * `module`: Python opens it under this name. `plain`: a module or a library, as what is in it tells. `library`: nothing
   * that Python looks for. `foreign`: a module that only another Python, or this one on another system, would open.
   */
  kind: 'module' | 'plain' | 'library' | 'foreign'
  /** The module's name, without its package's. */
  module: string
  /** Python's place for it in the order in which it looks: the lowest number is opened. */
  rank: number
  /** What a foreign one is for, for people: `cpython-312-x86_64-linux-gnu`. */
  tag: string
}

const NAME = /^(?<module>[^./\\]+)\.(?<tag>(?:cpython|cp\d|pypy|graalpy|abi3)[^/]*)\.(?:so|pyd)$/
const CPYTHON = /^(?:cpython-|cp)(\d)(\d+)[a-z]*(?:-(x86_64|aarch64)-linux)?/

/** Whether a file of this path is a shared object by its name, of this or another system. */
export function isSharedObject(path: string): boolean {
  return /\.(pyd|dylib)$|\.so(\.\d[\w-]*)*$/.test(path)
}

/** What a shared object's file name, without directories, tells this Python. */
export function nameOf(file: string, interpreter: Interpreter): NamedObject {
  const { module = '', tag = '' } = NAME.exec(file)?.groups ?? {}
  if (module !== '') {
    const suffix = file.slice(module.length)
    // `_PyImport_DynLoadFiletab` of CPython's `Python/dynload_shlib.c` has this order.
    const suffixes = [extensionSuffix(interpreter.python, interpreter.architecture), '.abi3.so']
    const rank = interpreter.python === '2.7' ? -1 : suffixes.indexOf(suffix)
    return { kind: rank < 0 ? 'foreign' : 'module', module, rank, tag }
  }
  if (file.endsWith('.pyd')) return { kind: 'foreign', module: file.slice(0, -4), rank: -1, tag: 'Windows' }
  const bare = file.replace(/\.so$/, '')
  const isModuleName = file.endsWith('.so') && /^[A-Za-z_]\w*$/.test(bare)
  return { kind: isModuleName ? 'plain' : 'library', module: bare, rank: 2, tag: '' }
}

/** The Python and the machine that a shared object's file name names, as far as it does. */
export function taggedFor(file: string): Partial<Interpreter> {
  const [, major, minor, machine] = CPYTHON.exec(NAME.exec(file)?.groups?.tag ?? '') ?? []
  if (major === undefined) return {}
  const python = `${major}.${minor}`
  return machine === undefined
    ? { python }
    : { python, architecture: machine === 'aarch64' ? 'arm64' : 'x86_64' }
}

/** What a tag says, for people: `Python 3.12`, `a free-threaded Python 3.13`, `a C library other than glibc`. */
export function describeTag(tag: string, { python, architecture }: Interpreter): string {
  const [, major, minor, flags = '', platform = ''] =
    /^(?:cpython-|cp)(\d)(\d+)([a-z]*)(?:-(.*))?$/.exec(tag) ?? []
  if (major === undefined) return tag === 'abi3' ? 'Python 3' : tag.replace(/-.*/, '')
  const version = `${flags.includes('t') ? 'a free-threaded ' : ''}Python ${major}.${minor}`
  const systems: [RegExp, string][] = [
    [/darwin/, ' on macOS'],
    [/win/, ' on Windows'],
    [/musl/, ' with musl, another C library than glibc'],
    [/aarch64/, architecture === 'arm64' ? '' : ' on arm64'],
    [/x86_64/, architecture === 'x86_64' ? '' : ' on x86_64'],
    [/^$/, ''],
  ]
  const system = systems.find(([pattern]) => pattern.test(platform))?.[1] ?? ` on ${platform}`
  const kind = flags.includes('d') ? ' (a debug build)' : ''
  return `${version}${kind}${system}${version === `Python ${python}` && system === '' ? ', differently named' : ''}`
}
