import { type Architecture, MACHINES } from '../catalog/architecture.js'
import { abiTag, digitsOf, moduleFileName } from '../catalog/python.js'
import { compareVersions } from '../catalog/versions.js'

/** What a zip is for. */
export interface ZipTarget {
  /** `major.minor`. */
  python: string
  architecture: Architecture
  /** The `x.y` of the newest `GLIBC_x.y` that the shared object needs; see `taggedGlibc`. */
  glibc: string
}

/** manylinux2014 (PEP 599): below it there is no tag for arm64, and no Lambda ever. */
const OLDEST = '2.17'

/** The glibc that a wheel tag names for a shared object: what it needs, or 2.17 where it needs less. */
export function taggedGlibc(highest: string | null): string {
  return highest === null || compareVersions(highest, OLDEST) < 0 ? OLDEST : highest
}

/** The wheel tags of the shared object (PEP 425, PEP 600): `cp313-cp313-manylinux_2_17_x86_64`, and its older name. */
export function wheelTags({ python, architecture, glibc }: ZipTarget): string[] {
  return platformsOf(architecture, glibc).map(
    (platform) => `cp${digitsOf(python)}-${abiTag(python)}-${platform}`,
  )
}

/** All of them in one, as in the wheel's name: `cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64`. */
export function wheelTag({ python, architecture, glibc }: ZipTarget): string {
  return `cp${digitsOf(python)}-${abiTag(python)}-${platformsOf(architecture, glibc).join('.')}`
}

/** What a wheel's name says beside its tags. */
export interface NamedWheel extends ZipTarget {
  /** psycopg2's version. */
  psycopg2: string
  /** The build tag: of two wheels that are alike but for it, installers take the higher. */
  buildNumber?: string | undefined
}

/** `psycopg2-2.9.13-2-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl` (PEP 427). */
export function wheelName({ psycopg2, buildNumber, ...target }: NamedWheel): string {
  return `${['psycopg2', psycopg2, ...(buildNumber === undefined ? [] : [buildNumber]), wheelTag(target)].join('-')}.whl`
}

function platformsOf(architecture: Architecture, glibc: string): string[] {
  const machine = MACHINES[architecture]
  const platform = `manylinux_${glibc.replace('.', '_')}_${machine}`
  return glibc === OLDEST ? [platform, `manylinux2014_${machine}`] : [platform]
}

/** Path in the zip of the extension module: `psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so`. */
export function sharedObjectPath({ python, architecture }: Omit<ZipTarget, 'glibc'>): string {
  return `psycopg2/${moduleFileName(python, architecture)}`
}

/** `psycopg2-2.9.13.dist-info`. */
export function distInfoName(psycopg2Version: string): string {
  return `psycopg2-${psycopg2Version}.dist-info`
}
