import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A CPython of this machine, and where it has what the stand-ins need of it. */
export interface Interpreter {
  /** `3.13` */
  python: string
  /** With the patch level and whatever else it says of itself. */
  version: string
  executable: string
  stdlib: string
  include: string
  /** The header that says how it was compiled, where Debian has it apart from the others. */
  config: string | undefined
  /** Every library that the interpreter or a module of its own loads. */
  libraries: string[]
}

const FACTS = `import sys, sysconfig
print(sys.version.replace("\\n", " "))
print(sys.executable)
print(sysconfig.get_path("stdlib"))
print(sysconfig.get_path("include"))
print(sysconfig.get_config_var("MULTIARCH") or "none")`

/** Asks an interpreter. */
export function inspect(python: string, path: string): Interpreter {
  const facts = execFileSync(path, ['-c', FACTS], { encoding: 'utf8' })
  const [version = '', executable = '', stdlib = '', include = '', multiarch = ''] = facts.split('\n')
  const config = join(dirname(include), multiarch, basename(include), 'pyconfig.h')
  const modules = join(stdlib, 'lib-dynload')
  const objects = readdirSync(modules).filter((name) => name.endsWith('.so') && !DULL.test(`/${name}`))
  const { stdout } = spawnSync('ldd', [executable, ...objects.map((name) => join(modules, name))], {
    encoding: 'utf8',
  })
  const libraries = [...stdout.matchAll(/ => (\/\S+)/g)].map(([, library = '']) => library)
  return {
    ...{ python, version, executable, stdlib, include },
    config: existsSync(config) ? config : undefined,
    libraries: [...new Set(libraries)].sort(),
  }
}

/** What no test needs: most of a Python's size, and what would bring a desktop along. */
const DULL =
  /\/(test|tests|idlelib|lib2to3|ensurepip|tkinter|turtledemo|_tkinter[^/]*|site-packages|dist-packages|__pycache__|config-[^/]+|libpython[^/]+\.a)(\/|$)/

/**
 * Puts an interpreter below a directory as AWS's images have it below /var/lang, wherever it is on this machine.
 *
 * @param unowned libraries that belong to no package, and so come with it
 */
export async function stage(interpreter: Interpreter, unowned: string[], to: string): Promise<void> {
  const { python, executable, stdlib, include, config, libraries } = interpreter
  const copy = (from: string, ...path: string[]) =>
    cp(from, join(to, ...path), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !DULL.test(file.slice(from.length)),
    })
  for (const directory of ['bin', 'lib']) mkdirSync(join(to, directory), { recursive: true })
  copyFileSync(executable, join(to, 'bin', `python${python}`))
  await copy(stdlib, 'lib', `python${python}`)
  await copy(include, 'include', basename(include))
  // Beside the others, Debian has one that includes this by a path that only holds below /usr/include.
  if (config !== undefined) copyFileSync(config, join(to, 'include', basename(include), 'pyconfig.h'))
  for (const library of libraries.filter((path) => unowned.includes(path))) {
    copyFileSync(library, join(to, 'lib', basename(library)))
  }
}

/** Debian's packages that libraries belong to, and the libraries that belong to none. */
export function packagesOf(libraries: readonly string[]): { packages: string[]; unowned: string[] } {
  // The loader names a path below /lib that dpkg may know below /usr/lib, and the other way round.
  const alias = (path: string) => (path.startsWith('/usr/') ? path.slice('/usr'.length) : `/usr${path}`)
  const { stdout } = spawnSync('dpkg-query', ['--search', ...libraries.flatMap((it) => [it, alias(it)])], {
    encoding: 'utf8',
  })
  const owners = new Map(
    [...stdout.matchAll(/^([^:\s]+)(?::\w+)?: (\/.*)$/gm)].map(([, name = '', path = '']) => [path, name]),
  )
  const owner = (path: string) => owners.get(path) ?? owners.get(alias(path))
  return {
    packages: [...new Set(libraries.flatMap((path) => owner(path) ?? []))].sort(),
    unowned: libraries.filter((path) => owner(path) === undefined),
  }
}
