import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Architecture, MACHINES } from '../src/catalog/architecture.js'
import { thisArchitecture } from '../src/machine/this-machine.js'
import { install, mayInstall, PORTS } from './debian.js'
import { docker, labelOf, RECIPE_LABEL, recipeOfImage } from './docker.js'
import { CACHE } from './places.js'

/** The Debians that mirrors have with a Python of Lambda's, the newest first. */
export const SUITES = ['sid', 'trixie', 'bookworm', 'bullseye'] as const
export type Suite = (typeof SUITES)[number]

/** Two images that stand for AWS's. */
export interface Images {
  build: string
  runtime: string
}

function imagesOf(suite: Suite, architecture: Architecture): Images {
  const name = (what: string) => `psycopg2-lambda-test/${suite}-${what}:${architecture}`
  return { build: name('build'), runtime: name('runtime') }
}

const DOCKERFILE = join(import.meta.dirname, 'suites', 'Dockerfile')

/** What the Pythons stand on. */
const GROUND =
  'base-files,bash,ca-certificates,coreutils,dash,diffutils,findutils,grep,libc-bin,libc6-dev,mawk,sed'

/** The label that says which Pythons are in an image. */
const PYTHONS_LABEL = 'psycopg2-lambda-test.pythons'

/**
 * Makes images with those Pythons that a Debian has, or finds those of an earlier run.
 *
 * @param wanted `3.14` and so on
 * @returns the images, and which of the Pythons are in them; undefined where that Debian has none
 */
export async function provideSuite(
  suite: Suite,
  architecture: Architecture,
  wanted: readonly string[],
): Promise<{ images: Images; pythons: string[] } | undefined> {
  const hash = createHash('sha256').update(JSON.stringify([suite, architecture, wanted]))
  for (const file of [DOCKERFILE, import.meta.filename]) hash.update(readFileSync(file))
  const recipe = hash.digest('hex')
  const images = imagesOf(suite, architecture)
  if (recipeOfImage(images.build) !== recipe) {
    const context = join(CACHE, `${suite}-${architecture}`)
    try {
      if (!(await makeImages({ suite, architecture, wanted, recipe, context }))) return undefined
    } finally {
      rmSync(context, { recursive: true, force: true })
    }
  }
  return { images, pythons: labelOf(images.build, PYTHONS_LABEL).split(' ') }
}

interface Making {
  suite: Suite
  architecture: Architecture
  wanted: readonly string[]
  recipe: string
  /** A directory of the making's own. */
  context: string
}

/** Whether there was a Python to make them with. */
async function makeImages(making: Making): Promise<boolean> {
  const { suite, architecture, wanted, recipe, context } = making
  if (mayInstall()) install('mmdebstrap', 'arch-test')
  rmSync(context, { recursive: true, force: true })
  mkdirSync(context, { recursive: true })
  const tar = join(context, 'python.tar')
  await extract(suite, architecture, [GROUND, thoseOf(wanted)], tar)
  const pythons = pythonsIn(tar).filter((python) => wanted.includes(python))
  if (pythons.length === 0) return false
  const tools = toolsFor(architecture)
  await extract(suite, thisArchitecture(), [tools], join(context, 'tools.tar'))
  copyFileSync(DOCKERFILE, join(context, 'Dockerfile'))
  const labels = [`${RECIPE_LABEL}=${recipe}`, `${PYTHONS_LABEL}=${pythons.join(' ')}`]
  for (const target of ['runtime', 'build'] as const) {
    const image = imagesOf(suite, architecture)[target]
    const as = ['--platform', `linux/${PORTS[architecture]}`, '--target', target, '--tag', image]
    await docker('build', '--quiet', ...as, ...labels.flatMap((it) => ['--label', it]), context)
  }
  return true
}

/** One of apt's patterns: each Python with its headers, where there is such a package. */
function thoseOf(pythons: readonly string[]): string {
  const names = pythons.flatMap((python) => [`python${python}-minimal`, `libpython${python}-dev`])
  // What other packages only mention has a name, too.
  return `?and(?not(?virtual),?or(${names.map((name) => `?exact-name(${name})`).join(',')}))`
}

function toolsFor(architecture: Architecture): string {
  const native = architecture === thisArchitecture()
  const compiler = native ? 'gcc,libc6-dev' : `gcc-${MACHINES[architecture]}-linux-gnu`
  return `base-files,bzip2,${compiler.replace('_', '-')},gzip,make,perl,tar`
}

/** Unpacks packages and what they need; nothing is configured, so nothing of it runs. */
async function extract(
  suite: Suite,
  architecture: Architecture,
  include: string[],
  tar: string,
): Promise<void> {
  const argv = [
    ...['--quiet', '--variant=extract', `--architectures=${PORTS[architecture]}`],
    ...include.map((packages) => `--include=${packages}`),
    // A mirror may hold a moment of the past, whose index has run out; its signature is checked all the same.
    '--aptopt=Acquire::Check-Valid-Until "false"',
    // When a Debian is no longer cared for, its index of security updates names files that are gone.
    '--setup-hook=sed -i /-security/d "$1"/etc/apt/sources.list',
    ...[suite, tar],
  ]
  await promisify(execFile)('mmdebstrap', argv)
}

function pythonsIn(tar: string): string[] {
  const list = execFileSync('tar', ['-tf', tar], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return [...list.matchAll(/^\.\/usr\/bin\/python(\d\.\d+)$/gm)].map(([, python = '']) => python)
}
