import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { thisArchitecture } from '../../src/container/machine.js'
import { SERVER_IMAGE } from '../../src/inputs/build.js'
import { install } from '../debian.js'
import { docker, RECIPE_LABEL, recipeOfImage } from './docker.js'
import { CACHE } from './places.js'

/** The Pythons of the stand-ins, from pyenv. */
export const PYTHONS = ['2.7', '3.6', '3.7', '3.8', '3.9', '3.10', '3.11', '3.12', '3.13'] as const

/** What the stand-ins are called besides the catalog's names. */
export const IMAGES = {
  runtime: 'psycopg2-lambda-test/runtime',
  build: 'psycopg2-lambda-test/build',
  headless: 'psycopg2-lambda-test/headless',
  pythonless: 'psycopg2-lambda-test/pythonless',
  brokencc: 'psycopg2-lambda-test/brokencc',
  yum: 'psycopg2-lambda-test/yum',
  moduleless: 'psycopg2-lambda-test/moduleless',
  microdnf: 'psycopg2-lambda-test/microdnf',
  dnf: 'psycopg2-lambda-test/dnf',
  foreign: 'psycopg2-lambda-test/foreign',
  server: 'psycopg2-lambda-test/server',
  storeless: 'psycopg2-lambda-test/storeless',
  rhel: 'psycopg2-lambda-test/rhel',
  fips: 'psycopg2-lambda-test/fips',
} as const

/** Those that are made from `stand-in/Dockerfile.*`, each after those it is made from. */
const MADE = [
  ...['runtime', 'build', 'headless', 'pythonless', 'brokencc'],
  ...['yum', 'moduleless', 'microdnf', 'dnf'],
  ...['server', 'storeless', 'rhel', 'fips'],
] as (keyof typeof IMAGES)[]

const BASE = 'psycopg2-lambda-test/base'
const FILES = join(import.meta.dirname, 'stand-in')

// What pyenv's CPythons load, and the certificate store.
const LIBRARIES =
  'ca-certificates,libssl3,libffi8,zlib1g,libbz2-1.0,liblzma5,libsqlite3-0,libreadline8,libncursesw6,libuuid1,libexpat1'

/** Makes the images, or finds those that an earlier run made by the same recipe. */
export function provideStandIns(): void {
  const architecture = thisArchitecture()
  const pythons = PYTHONS.map(findPython)
  const recipe = recipeOf(pythons)
  if (recipeOfImage(IMAGES.build) !== recipe) makeImages(pythons, recipe)
  docker('tag', IMAGES.server, SERVER_IMAGE)
  for (const row of runtimes.runtimes.filter(({ python }) => PYTHONS.some((known) => known === python))) {
    docker('tag', IMAGES.build, row.buildImage.replace('{arch}', architecture))
    docker('tag', IMAGES.runtime, row.runtimeImage.replace('{arch}', architecture))
  }
}

function makeImages(pythons: string[], recipe: string): void {
  install('mmdebstrap')
  const codename = /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable'
  const base = join(CACHE, 'base.tar')
  execFileSync('mmdebstrap', ['--quiet', '--variant=minbase', `--include=${LIBRARIES}`, codename, base])
  docker('import', base, BASE)
  rmSync(base)
  const context = join(CACHE, 'context')
  rmSync(context, { recursive: true, force: true })
  mkdirSync(join(context, 'lang'), { recursive: true })
  for (const python of pythons) stage(python, join(context, 'lang'))
  for (const name of readdirSync(FILES)) cpSync(join(FILES, name), join(context, name))
  for (const name of MADE) {
    docker(
      'build',
      '--quiet',
      '--label',
      `${RECIPE_LABEL}=${recipe}`,
      '--tag',
      IMAGES[name],
      '--file',
      join(context, `Dockerfile.${name}`),
      context,
    )
    // Every build gets the whole context sent: the Pythons, once they are in the first image, need not be in it.
    rmSync(join(context, 'lang'), { recursive: true, force: true })
  }
  const foreign = process.arch === 'arm64' ? 'linux/amd64' : 'linux/arm64'
  docker(
    'build',
    '--quiet',
    '--platform',
    foreign,
    '--tag',
    IMAGES.foreign,
    '--file',
    join(context, 'Dockerfile.foreign'),
    context,
  )
  rmSync(context, { recursive: true, force: true })
}

/** Copies a CPython without what no test needs: most of its size, and what is named alike in all versions. */
function stage(from: string, to: string): void {
  const dull =
    /^\/share|^\/bin\/(?!python\d\.\d+$)|\/(pkgconfig|test|tests|idlelib|lib2to3|ensurepip|site-packages|__pycache__|config-[^/]+|libpython[^/]+\.a)(\/|$)/
  const filter = (path: string) => !dull.test(path.slice(from.length))
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter })
}

function findPython(python: string): string {
  const root = execFileSync('pyenv', ['root'], { encoding: 'utf8' }).trim()
  const name = readdirSync(join(root, 'versions')).find((version) => version.startsWith(`${python}.`))
  if (name === undefined || !existsSync(join(root, 'versions', name, 'bin', `python${python}`))) {
    throw new Error(`The stand-ins need a CPython ${python} of pyenv's: pyenv install ${python}`)
  }
  return join(root, 'versions', name)
}

function recipeOf(pythons: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([LIBRARIES, pythons]))
  for (const name of readdirSync(FILES).sort()) hash.update(name).update(readFileSync(join(FILES, name)))
  return hash.update(readFileSync(import.meta.filename)).digest('hex')
}
