import { type Architecture, MACHINES } from '../catalog/architecture.js'
import { abiTag, digitsOf, moduleFileName } from '../catalog/python.js'

/** What a zip is for. */
export interface ZipTarget {
  /** `major.minor`. */
  python: string
  architecture: Architecture
  /** Highest `GLIBC_x.y` of the runtime's base. */
  glibc: string
}

/** The wheel tag of the shared object (PEP 425, PEP 600): `cp313-cp313-manylinux_2_34_x86_64`. */
export function wheelTag({ python, architecture, glibc }: ZipTarget): string {
  const platform = `manylinux_${glibc.replace('.', '_')}_${MACHINES[architecture]}`
  return `cp${digitsOf(python)}-${abiTag(python)}-${platform}`
}

/** Path in the zip of the extension module: `psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so`. */
export function sharedObjectPath({ python, architecture }: Omit<ZipTarget, 'glibc'>): string {
  return `psycopg2/${moduleFileName(python, architecture)}`
}

/** `psycopg2-2.9.13.dist-info`. */
export function distInfoName(psycopg2Version: string): string {
  return `psycopg2-${psycopg2Version}.dist-info`
}
