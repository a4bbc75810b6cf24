import { posix } from 'node:path'
import { compareVersions } from '../catalog/versions.js'
import { isSince } from './glibc.js'
import imageLibraries from './image-libraries.json' with { type: 'json' }
import type { Places } from './import-path.js'
import type { PackageFinding, PackageTarget, Unopened } from './judgement.js'
import { installWith, versionNotFound } from './loader-words.js'
import type { SharedObject } from './shared-object.js'

/** Which libraries an image of Lambda's has, and their newest symbol versions: `image-libraries.json`. */
interface ImageLibraries {
  libraries: string[]
  /** Those that the image may have; no source says. */
  perhaps: string[]
  /** The newest version of each of these names, as `x.y.z`. */
  versions: Record<string, string>
}

/** `LD_LIBRARY_PATH` of Lambda's Python images but for the image's own directories, which come before these. */
const LIBRARY_PATH = ['/var/task', '/var/task/lib', '/opt/lib']

/** Stands for the image's own directories in a search path. */
const IMAGE = ''

/** Which of the image's libraries have versions that `image-libraries.json` has the newest of. */
const VERSIONED = ['libgcc_s.so.1', 'libstdc++.so.6']

/** Where the loader finds a library, or what it finds in its place. */
type Found = { object: SharedObject } | { left: Unopened } | 'image' | 'perhaps' | 'nowhere'

type LibraryFinding = Omit<PackageFinding, 'rule' | 'class' | 'file'>

/** What is loaded when a shared object is opened. */
export interface Company {
  /** It, and every library of the package that it needs, and that those need, in the loader's order. */
  objects: SharedObject[]
  /** Whether a library that cannot be looked into is among them, whose symbols nothing here tells. */
  strangers: boolean
  /** What each of them needs, and where that is. */
  needs: { of: SharedObject; name: string; found: Found }[]
}

/** Finds libraries as glibc's loader does on Lambda: `_dl_map_object` of its `elf/dl-load.c`. */
export class Libraries {
  readonly #image: ImageLibraries

  /**
   * @param objects what the package has, by path
   * @param unopened what it has beside these
   * @param target the runtime, and `runtime` its name for messages
   */
  constructor(
    readonly objects: ReadonlyMap<string, SharedObject>,
    readonly unopened: readonly Unopened[],
    readonly places: Places,
    readonly target: PackageTarget & { runtime: string },
  ) {
    const images: Record<string, ImageLibraries> = imageLibraries.images
    this.#image = images[target.baseName] ?? { libraries: [], perhaps: [], versions: {} }
  }

  /** What is loaded when it is opened: its libraries first, then theirs; what is loaded already is not looked for again. */
  companyOf(object: SharedObject): Company {
    const company: Company = { objects: [object], strangers: false, needs: [] }
    const loaders = new Map<SharedObject, SharedObject[]>([[object, []]])
    const loaded = new Map<string, SharedObject>()
    for (const of of company.objects) {
      const above = loaders.get(of) ?? []
      for (const name of new Set(of.needed)) {
        const already = loaded.get(name)
        const found = already === undefined ? this.#find(name, of, above) : { object: already }
        company.needs.push({ of, name, found })
        if (isObject(found)) {
          for (const known of [name, found.object.soname ?? name]) loaded.set(known, found.object)
          if (!loaders.has(found.object)) {
            loaders.set(found.object, [of, ...above])
            company.objects.push(found.object)
          }
        }
        company.strangers ||= !isObject(found) && !(found === 'image' && isOfGlibc(name))
      }
    }
    return company
  }

  /** What is wrong with a library that is needed. */
  *findings({ of, name, found }: Company['needs'][number]): Generator<LibraryFinding> {
    if (found === 'nowhere') yield this.#missing(name, of)
    if (typeof found === 'object' && 'left' in found) yield this.#unfit(name, found.left)
    const { glibc } = this.target.base
    for (const { library, version, weak } of of.versionNeeds) {
      // Up to 2.19, what is weak must be there, too, if anything of it is looked for.
      if (library !== name || (weak && isSince(glibc, '2.20'))) continue
      const limit = isObject(found) ? lacking(found.object, version) : this.#newer(name, version)
      if (limit === undefined) continue
      const has = isObject(found) ? found.object.path : `${name} of ${this.target.runtime}`
      yield {
        message: `it needs ${version} of ${name}, and ${has} has ${limit}`,
        hint: `Use a build for an older system (a wheel for manylinux2014, say), or put the newer ${name} into the package.`,
        ...{ library: name, version, limit },
        error: versionNotFound(
          isObject(found) ? `${this.places.mount}/${found.object.path}` : `/lib64/${name}`,
          version,
        ),
      }
    }
  }

  /** Where the loader finds a library. @param above what the object is loaded by, the nearest first */
  #find(name: string, object: SharedObject, above: readonly SharedObject[]): Found {
    if (name.includes('/')) return this.#at(this.#expand(name, object), object) ?? 'nowhere'
    // RPATH counts for what is loaded on behalf of its owner, too, and only where there is no RUNPATH.
    const rpaths = object.runpath === null ? [object, ...above].filter(({ runpath }) => runpath === null) : []
    const first = rpaths.flatMap((one) => this.#path(one.rpath, one))
    let passedOver: Found = 'nowhere'
    for (const directory of [...first, IMAGE, ...LIBRARY_PATH, ...this.#path(object.runpath, object)]) {
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
  #at(path: string, { machine }: SharedObject): Extract<Found, object> | undefined {
    const mount = `${this.places.mount}/`
    if (!path.startsWith(mount)) return undefined
    const own = path.slice(mount.length)
    const object = this.objects.get(own)
    if (object?.machine === machine) return { object }
    const left = this.unopened.find((one) => one.path === own)
    return left && { left }
  }

  #newer(name: string, needed: string): string | undefined {
    const [, kind = '', number = ''] = /^([A-Z]+)_(\d+(?:\.\d+)+)$/.exec(needed) ?? []
    const newest = VERSIONED.includes(name) ? this.#image.versions[kind] : undefined
    if (newest === undefined || compareVersions(number, newest) <= 0) return undefined
    return `${kind}_${newest} at most`
  }

  /** What lies where the library is looked for, and is none that can be loaded. */
  #unfit(name: string, { path, why, error }: Unopened): LibraryFinding {
    return {
      message: `it needs ${name}, and ${path} is ${why}`,
      hint: `Put the ${name} that is for ${this.target.architecture} there, whole and unchanged, or use a wheel that brings its libraries.`,
      library: name,
      ...(error && { error: `${endsSearch(error) ? `${this.places.mount}/${path}` : name}: ${error}` }),
    }
  }

  #missing(name: string, { path }: SharedObject): LibraryFinding {
    const paths = [...this.objects.keys(), ...this.unopened.map((one) => one.path)]
    const first = paths.find((one) => posix.basename(one) === name)
    const message =
      first === undefined
        ? `it needs ${name}, which is neither in the package nor in ${this.target.runtime}`
        : `it needs ${name}, which lies in ${first}, where the loader does not look for it`
    const at = this.places.kind === 'layer' ? 'lib/ of the layer' : "the package's own top or lib/"
    const hint = /^libpq\.|^libssl\.|^libcrypto\./.test(name)
      ? `Use a psycopg2 that has it inside: a zip made here, or psycopg2-binary installed for Lambda (${installWith(this.target, 'psycopg2')}).`
      : `Put ${name} into ${at}, or use a wheel that brings its libraries; ${path} must not be taken out of one alone.`
    return { message, hint, library: name }
  }
}

function isObject(found: Found): found is { object: SharedObject } {
  return typeof found === 'object' && 'object' in found
}

/** Whether the loader goes no further: what is for another machine or width it passes over. */
function endsSearch(error: string | undefined): boolean {
  return error !== undefined && !error.startsWith('wrong ELF class')
}

/** What a library has instead of a version that it lacks; undefined where it does not lack it. */
function lacking({ versions }: SharedObject, needed: string): string | undefined {
  if (versions.size === 0 || versions.has(needed)) return undefined
  return [...versions].slice(-3).join(', ')
}

/** Names of C99's `math.h` and its neighbours in glibc's libm; each also ends in `f` and `l`. */
const OF_LIBM =
  'c?(a?(cos|sin|tan)h?|exp|log|pow|sqrt|abs)|atan2|cbrt|ceil|carg|cimag|conj|cproj|creal|copysign|drem|erfc?|exp(2|10|m1)|' +
  'fabs|fdim|finite|floor|fma|fmax|fmin|fmod|frexp|hypot|ilogb|isinf|isnan|[jy][01n]|ldexp|[lt]?gamma(_r)?|' +
  'log(10|1p|2|b)|l?l?(rint|round)|modf|nan|nearbyint|nextafter|nexttoward|pow10|remainder|remquo|scalbl?n?|' +
  'significand|sincos|trunc'

/**
 * Functions that some modules leave undefined without saying which library they want them of, because Python has it
 * loaded: those of glibc's libdl, libpthread and libm.
 */
export const LOADED_ANYWAY = new RegExp(
  `^(dl(open|close|sym|error|addr|vsym)|(pthread|sem)_\\w+|fe\\w+except|fe[gs]et\\w+|__\\w+_finite|__(finite|fpclassify|signbit)[fl]?|(${OF_LIBM})[fl]?)$`,
)

function isOfGlibc(name: string): boolean {
  return /^(ld-linux-|lib(c|m|dl|pthread|rt|util|resolv|anl|mvec|nsl|thread_db)\.so\.)/.test(name)
}
