import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { install } from '../debian.js'
import { docker, RECIPE_LABEL, recipeOfImage } from '../docker.js'
import { CACHE } from '../places.js'

/** The Python of these stand-ins: the one that Debian 12 has for arm64, too. */
export const PYTHON = '3.11'

/** The C library of that Debian. */
export const GLIBC = '2.36'

const SUITE = 'bookworm'
const DOCKERFILE = join(import.meta.dirname, 'Dockerfile')

/** What is unpacked into the images. Nothing is configured, so nothing of it runs while they are made. */
const PACKAGES = {
  arm64: `base-files,bash,ca-certificates,coreutils,dash,diffutils,findutils,grep,libc-bin,libc6-dev,libpython${PYTHON}-dev,mawk,python${PYTHON}-minimal,sed`,
  x86_64: 'bzip2,gcc-aarch64-linux-gnu,gzip,make,perl,tar',
}
const DEBIAN = { arm64: 'arm64', x86_64: 'amd64' }

/** Makes stand-ins for the images of arm64, or finds those of an earlier run, and gives them the catalog's names. */
export async function provideArm64Images(): Promise<void> {
  const recipe = createHash('sha256')
    .update(readFileSync(DOCKERFILE))
    .update(readFileSync(import.meta.filename))
    .digest('hex')
  const images = { runtime: 'psycopg2-lambda-test/arm64-runtime', build: 'psycopg2-lambda-test/arm64-build' }
  if (recipeOfImage(images.build) !== recipe) await makeImages(images, recipe)
  const row = runtimes.runtimes.find(({ python }) => python === PYTHON)
  if (row === undefined) throw new Error(`The catalog has no Python ${PYTHON}`)
  await docker('tag', images.build, row.buildImage.replace('{arch}', 'arm64'))
  await docker('tag', images.runtime, row.runtimeImage.replace('{arch}', 'arm64'))
}

async function makeImages(images: { runtime: string; build: string }, recipe: string): Promise<void> {
  install('mmdebstrap', 'arch-test')
  const context = join(CACHE, 'arm64')
  rmSync(context, { recursive: true, force: true })
  mkdirSync(context, { recursive: true })
  for (const name of ['arm64', 'x86_64'] as const) {
    const tar = join(context, `${name}.tar`)
    const what = [`--architectures=${DEBIAN[name]}`, `--include=${PACKAGES[name]}`]
    execFileSync('mmdebstrap', ['--quiet', '--variant=extract', ...what, SUITE, tar])
  }
  copyFileSync(DOCKERFILE, join(context, 'Dockerfile'))
  for (const target of ['runtime', 'build'] as const) {
    const as = ['--platform', 'linux/arm64', '--target', target, '--tag', images[target]]
    await docker('build', '--quiet', ...as, '--label', `${RECIPE_LABEL}=${recipe}`, context)
  }
  rmSync(context, { recursive: true, force: true })
}
