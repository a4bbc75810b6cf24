import { posix } from 'node:path'
import { compareVersions } from '../catalog/versions.js'
import { BuildError } from '../report/errors.js'
import type { AuditTarget } from './audit-target.js'
import type { Elf } from './elf.js'
import { globalScope, isOfGlibc } from './global-scope.js'
import imageLibraries from './image-libraries.json' with { type: 'json' }
import { isPsycopg2Module, type Places } from './import-path.js'
import type { PackageTarget, Unopened } from './judgement.js'
import { type Library, type LoadedBeside, libraryOf, unknownLibrary } from './library.js'
import { installWith } from './loader-words.js'
import type { Finding } from './violation.js'

/** Which libraries an image of Lambda's has, and their newest symbol versions: `image-libraries.json`. */
interface ImageLibraries {
  libraries: string[]
  /** Those that the image may have; no source says. */
  perhaps: string[]
  /** The newest version of each of these names, as `x.y.z`. */
  versions: Record<string, string>
}

/** A shared object of the package. */
interface SharedObject {
  /** From the package's root. */
  path: string
  elf: Elf
}

/** `LD_LIBRARY_PATH` of Lambda's Python images but for the image's own directories, which come before these. */
const LIBRARY_PATH = ['/var/task', '/var/task/lib', '/opt/lib']

/** Stands for the image's own directories in a search path. */
const IMAGE = ''

/** Which of the image's libraries have versions that `image-libraries.json` has the newest of. */
const VERSIONED = ['libgcc_s.so.1', 'libstdc++.so.6']

/** Where the loader finds a library, or what it finds in its place. */
type Found = { object: SharedObject } | { left: Unopened } | 'image' | 'perhaps' | 'nowhere'

/** What is loaded when a shared object is opened: what the package has of it, in the loader's order, and what else. */
export interface LoadedTogether {
  objects: Map<SharedObject, Loaded>
  others: Set<string>
}

interface Loaded {
  /** What those that need it call it. */
  names: Set<string>
  /** The libraries that it needs, and where they are. */
  needs: Map<string, Found>
}

/** Pairs of what is loaded together, over all of a package; a hundred modules of Qt's with its libraries have a tenth. */
const MOST_PAIRS = 10_000_000

/** Finds libraries as glibc's loader does on Lambda: `_dl_map_object` of its `elf/dl-load.c`. */
export class Libraries {
  readonly #image: ImageLibraries
  readonly #global: readonly Library[]
  readonly #known = new Map<SharedObject, Library>()
  readonly #left: ReadonlyMap<string, Unopened>
  /** A path to each file name. */
  readonly #called = new Map<string, string>()
  #pairs = 0

  /**
   * @param objects what the package has, by each path that leads to it
   * @param unopened what it has beside these
   * @param target the runtime, and `runtime` its name for messages
   */
  constructor(
    readonly objects: ReadonlyMap<string, SharedObject>,
    unopened: readonly Unopened[],
    readonly places: Places,
    readonly target: PackageTarget & Pick<AuditTarget, 'runtime'>,
  ) {
    const images: Record<string, ImageLibraries> = imageLibraries.images
    this.#image = images[target.baseName] ?? { libraries: [], perhaps: [], versions: {} }
    this.#global = globalScope(target.base.glibc)
    this.#left = new Map(unopened.map((one) => [one.path, one]))
    for (const path of [...objects.keys(), ...this.#left.keys()].reverse())
      this.#called.set(posix.basename(path), path)
  }

  /**
   * What is loaded when it is opened: its libraries first, then theirs; what is loaded already is not looked for again.
   *
   * @throws BuildError for more than anybody's libraries need one another
   */
  loadedWith(object: SharedObject): LoadedTogether {
    const objects = new Map<SharedObject, Loaded>([[object, { names: new Set(), needs: new Map() }]])
    const others = new Set<string>()
    const loaders = new Map<SharedObject, SharedObject[]>([[object, []]])
    const loaded = new Map<string, SharedObject>()
    for (const [of, { needs }] of objects) {
      const above = loaders.get(of) ?? []
      for (const name of new Set([...of.elf.needed, ...of.elf.filters])) {
        const already = loaded.get(name)
        const found = already === undefined ? this.#find(name, of, above) : { object: already }
        needs.set(name, found)
        if (isObject(found)) {
          for (const known of [name, found.object.elf.soname ?? name]) loaded.set(known, found.object)
          const { names } = objects.get(found.object) ?? { names: new Set() }
          if (names.size === 0 && found.object !== object) {
            objects.set(found.object, { names, needs: new Map() })
            loaders.set(found.object, [of, ...above])
          }
          names.add(name)
        } else if (!(found === 'image' && isOfGlibc(name))) others.add(name)
        if (this.#pairs + (objects.size + others.size) ** 2 > MOST_PAIRS) throw TOO_MANY
      }
    }
    this.#pairs += (objects.size + others.size) ** 2
    return { objects, others }
  }

  /** What is loaded beside a shared object, whichever of those it is loaded with. */
  beside(object: SharedObject, loads: readonly LoadedTogether[]): LoadedBeside {
    const libraries = new Map<SharedObject | string, Library>()
    const called = new Map<SharedObject, Set<string>>()
    const missing = new Map<string, Finding>()
    for (const { objects, others } of loads) {
      const own = objects.get(object)
      if (own === undefined) continue
      for (const [one, { names }] of objects) {
        // What it has itself is looked for in itself; it is a library to itself where it says that it needs itself.
        if (one === object && names.size === 0) continue
        const all = called.get(one) ?? new Set()
        for (const name of names) all.add(name)
        called.set(one, all)
        if (libraries.has(one)) continue
        const library = { ...this.#libraryOf(one), names: all }
        libraries.set(one, one === object ? { ...library, gives: () => false } : library)
      }
      for (const name of others) if (!libraries.has(name)) libraries.set(name, this.#imageLibrary(name))
      for (const [name, found] of own.needs) {
        const wrong = missing.has(name) ? undefined : this.#wrong(name, found, object)
        if (wrong !== undefined) missing.set(name, wrong)
      }
    }
    return { libraries: [...this.#global, ...libraries.values()], missing }
  }

  #libraryOf(object: SharedObject): Library {
    const known = this.#known.get(object)
    if (known !== undefined) return known
    const library = libraryOf(object.elf, { names: new Set(), path: `${this.places.mount}/${object.path}` })
    this.#known.set(object, library)
    return library
  }

  #imageLibrary(name: string): Library {
    return unknownLibrary(name, (version) => {
      const [, kind = '', number = ''] = /^([A-Z]+)_(\d+(?:\.\d+)+)$/.exec(version) ?? []
      const newest = VERSIONED.includes(name) ? this.#image.versions[kind] : undefined
      return newest === undefined || compareVersions(number, newest) <= 0
        ? undefined
        : `${kind}_${newest} at most`
    })
  }

  /** Where the loader finds a library. @param above what the object is loaded by, the nearest first */
  #find(name: string, object: SharedObject, above: readonly SharedObject[]): Found {
    if (name.includes('/')) return this.#at(this.#expand(name, object), object) ?? 'nowhere'
    const { runpath } = object.elf
    // RPATH counts for what is loaded on behalf of its owner, too, and only where there is no RUNPATH.
    const rpaths = runpath === null ? [object, ...above].filter(({ elf }) => elf.runpath === null) : []
    const first = rpaths.flatMap((one) => this.#path(one.elf.rpath, one))
    let passedOver: Found = 'nowhere'
    for (const directory of [...first, IMAGE, ...LIBRARY_PATH, ...this.#path(runpath, object)]) {
      if (directory === IMAGE && this.#image.libraries.includes(name)) return 'image'
      const found = this.#at(posix.join(directory, name), object)
      if (found === undefined) continue
      if (isObject(found) || endsSearch(found.left.error)) return found
      passedOver = found
    }
    const own = /^libpython(\d\.\d+)[a-z]*\.so/.exec(name)?.[1] === this.target.python
    return own || this.#image.perhaps.includes(name) ? 'perhaps' : passedOver
  }

  #path(path: string | null, owner: SharedObject): string[] {
    return (path ?? '').split(':').flatMap((one) => (one === '' ? [] : this.#expand(one, owner)))
  }

  #expand(path: string, owner: SharedObject): string {
    const origin = posix.dirname(posix.join(this.places.mount, owner.path))
    return posix.normalize(path.replace(/\$(ORIGIN|\{ORIGIN\})/g, origin))
  }

  /** What the package has at a path on Lambda. */
  #at(path: string, { elf }: SharedObject): Extract<Found, object> | undefined {
    const mount = `${this.places.mount}/`
    if (!path.startsWith(mount)) return undefined
    const own = path.slice(mount.length)
    const object = this.objects.get(own)
    if (object?.elf.machine === elf.machine) return { object }
    const left = this.#left.get(own)
    return left && { left }
  }

  /** What is wrong with a library that is needed; undefined where it is there. */
  #wrong(name: string, found: Found, of: SharedObject): Finding | undefined {
    if (found === 'nowhere') return this.#missing(name, of)
    return typeof found === 'object' && 'left' in found ? this.#unfit(name, found.left) : undefined
  }

  /** What lies where the library is looked for, and is none that can be loaded. */
  #unfit(name: string, { path, why, error }: Unopened): Finding {
    return {
      message: `it needs ${name}, and ${path} is ${why}`,
      hint: `Put the ${name} that is for ${this.target.architecture} there, whole and unchanged, or use a wheel that brings its libraries.`,
      library: name,
      ...(error && { error: `${endsSearch(error) ? `${this.places.mount}/${path}` : name}: ${error}` }),
    }
  }

  #missing(name: string, { path }: SharedObject): Finding {
    const first = this.#called.get(name)
    const message =
      first === undefined
        ? `it needs ${name}, which is neither in the package nor in ${this.target.runtime}`
        : `it needs ${name}, which lies in ${first}, where the loader does not look for it`
    const at = this.places.kind === 'layer' ? 'lib/ of the layer' : "the package's own top or lib/"
    const hint =
      isPsycopg2Module(path) && /^lib(pq|ssl|crypto)\./.test(name)
        ? `Use a psycopg2 that has it inside: a zip made here, or psycopg2-binary installed for Lambda (${installWith(this.target, 'psycopg2')}).`
        : `Put ${name} into ${at}, or use a wheel that brings its libraries; ${path} must not be taken out of one alone.`
    return { message, hint, library: name }
  }
}

const TOO_MANY = new BuildError(
  'the libraries in it need one another more often than can be followed',
  'Leave out the libraries that the function does not need.',
)

function isObject(found: Found): found is { object: SharedObject } {
  return typeof found === 'object' && 'object' in found
}

/** Whether the loader goes no further: what is for another machine or width it passes over. */
function endsSearch(error: string | undefined): boolean {
  return error !== undefined && !error.startsWith('wrong ELF class')
}
