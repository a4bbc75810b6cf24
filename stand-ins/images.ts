import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import runtimes from '../src/catalog/runtimes.json' with { type: 'json' }
import type { Source } from '../src/catalog/types.js'
import { SCRIPTS } from '../src/machine/scripts.js'
import { thisArchitecture } from '../src/machine/this-machine.js'
import { install, mayInstall } from './debian.js'
import { docker, NAME_LABEL, RECIPE_LABEL, recipeOfImage } from './docker.js'
import { CACHE } from './places.js'
import { interpretersHere } from './pythons.js'
import { type Interpreter, inspect, packagesOf, stage } from './staging.js'
import { pinnedHere, provideToolchainHere } from './toolchain.js'

/** What the stand-ins are called besides the catalog's names. */
export const IMAGES = {
  runtime: 'psycopg2-lambda-test/runtime',
  toolchain: 'psycopg2-lambda-test/toolchain',
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

/** Those that are made from `images/Dockerfile.*`, each after those it is made from. */
const MADE = [
  ...['runtime', 'toolchain', 'build', 'headless', 'pythonless', 'brokencc'],
  ...['yum', 'moduleless', 'microdnf', 'dnf'],
  ...['server', 'storeless', 'rhel', 'fips'],
] as (keyof typeof IMAGES)[]

const BASE = 'psycopg2-lambda-test/base'
const FILES = join(import.meta.dirname, 'images')

/** The scripts that make commands of the toolchain, there as in a build. */
const RECIPE = ['environment.sh', 'toolchain.sh', 'sysroot.sh']

/** Makes the images with this machine's Pythons, or finds those that an earlier run made by the same recipe. */
export async function provideStandIns(): Promise<void> {
  const architecture = thisArchitecture()
  const pythons = [...(await interpretersHere())].map(([python, path]) => inspect(python, path))
  const recipe = recipeOf(pythons, await pinnedHere())
  if (recipeOfImage(IMAGES.build) !== recipe) await makeImages(pythons, recipe)
  await docker('tag', IMAGES.server, runtimes.serverImage)
  for (const row of runtimes.runtimes.filter((one) => pythons.some(({ python }) => python === one.python))) {
    await docker('tag', IMAGES.build, row.buildImage.replace('{arch}', architecture))
    await docker('tag', IMAGES.runtime, row.runtimeImage.replace('{arch}', architecture))
  }
}

/** Why the images cannot be made here; undefined where they can. */
export function whyNoStandIns(): string | undefined {
  if (mayInstall() || spawnSync('mmdebstrap', ['--version']).error === undefined) return undefined
  return 'mmdebstrap, which makes stand-ins for its images, is not installed'
}

async function makeImages(pythons: Interpreter[], recipe: string): Promise<void> {
  if (mayInstall()) install('mmdebstrap')
  const { packages, unowned } = packagesOf([...new Set(pythons.flatMap(({ libraries }) => libraries))])
  const include = ['ca-certificates', ...packages].join(',')
  const base = join(CACHE, 'base.tar')
  const mmdebstrap = ['--quiet', '--variant=minbase', `--include=${include}`, codename(), base]
  await promisify(execFile)('mmdebstrap', mmdebstrap)
  await docker('import', base, BASE)
  await rm(base)
  const context = join(CACHE, 'context')
  await rm(context, { recursive: true, force: true })
  mkdirSync(join(context, 'lang'), { recursive: true })
  for (const python of pythons) await stage(python, unowned, join(context, 'lang'))
  for (const name of readdirSync(FILES)) await cp(join(FILES, name), join(context, name))
  for (const name of RECIPE) await cp(join(SCRIPTS, name), join(context, name))
  const { directory } = await provideToolchainHere()
  for (const name of MADE) {
    if (name === 'toolchain') await cp(directory, join(context, name), { recursive: true })
    const labels = [`${RECIPE_LABEL}=${recipe}`, `${NAME_LABEL}=${IMAGES[name]}`].flatMap((it) => [
      '--label',
      it,
    ])
    const file = join(context, `Dockerfile.${name}`)
    await docker('build', '--quiet', ...labels, '--tag', IMAGES[name], '--file', file, context)
    // Every build gets the whole context sent: what is large is in it for the one image that it goes into.
    for (const large of ['lang', 'toolchain'])
      await rm(join(context, large), { recursive: true, force: true })
  }
  const foreign = process.arch === 'arm64' ? 'linux/amd64' : 'linux/arm64'
  const file = join(context, 'Dockerfile.foreign')
  await docker('build', '--quiet', '--platform', foreign, '--tag', IMAGES.foreign, '--file', file, context)
  await rm(context, { recursive: true, force: true })
}

/** The Debian or Ubuntu that this machine runs: the stand-ins are made from the same one. */
function codename(): string {
  return /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable'
}

function recipeOf(pythons: Interpreter[], toolchain: Source): string {
  const hash = createHash('sha256').update(JSON.stringify([codename(), pythons, toolchain.files]))
  for (const name of readdirSync(FILES).sort()) hash.update(name).update(readFileSync(join(FILES, name)))
  for (const name of RECIPE) hash.update(readFileSync(join(SCRIPTS, name)))
  for (const name of ['images.ts', 'staging.ts']) hash.update(readFileSync(join(import.meta.dirname, name)))
  return hash.digest('hex')
}
