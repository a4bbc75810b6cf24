import { abiTag, digitsOf, MACHINES, moduleFileName } from '../catalog/python.js'
import type { Architecture } from '../catalog/types.js'

/**
 * The zip's file name: `psycopg2.9.13-3.13.zip`, and `psycopg2.9.13-3.13-arm64.zip` for arm64.
 *
 * The name without an architecture has meant x86_64 since the releases of soulwing/psycopg2-aws-lambda;
 * deployment scripts rely on it.
 */
export function zipName(psycopg2Version: string, python: string, architecture: Architecture): string {
  const suffix = architecture === 'x86_64' ? '' : `-${architecture}`
  return `psycopg${psycopg2Version}-${python}${suffix}.zip`
}

/** The wheel tag of the shared object (PEP 425, PEP 600): `cp313-cp313-manylinux_2_34_x86_64`. */
export function wheelTag(python: string, architecture: Architecture, glibc: string): string {
  const platform = `manylinux_${glibc.replace('.', '_')}_${MACHINES[architecture]}`
  return `cp${digitsOf(python)}-${abiTag(python)}-${platform}`
}

/** Path in the zip of the extension module: `psycopg2/_psycopg.cpython-313-x86_64-linux-gnu.so`. */
export function sharedObjectPath(python: string, architecture: Architecture): string {
  return `psycopg2/${moduleFileName(python, architecture)}`
}

/** `psycopg2-2.9.13.dist-info`. */
export function distInfoName(psycopg2Version: string): string {
  return `psycopg2-${psycopg2Version}.dist-info`
}
