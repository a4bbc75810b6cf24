import { type Architecture, MACHINES } from './architecture.js'

/** The function that Python calls when it imports `psycopg2._psycopg` (PEP 3121 for Python 3). */
export function initFunctionOf(python: string): string {
  return python === '2.7' ? 'init_psycopg' : 'PyInit__psycopg'
}

/** `313`, as in tags. */
export function digitsOf(python: string): string {
  return python.replace('.', '')
}

/** CPython's ABI tag: `cp313`, `cp37m` (PEP 3149's pymalloc flag, gone with 3.8), `cp27mu` (wide Unicode). */
export function abiTag(python: string): string {
  const flags = python === '2.7' ? 'mu' : python === '3.6' || python === '3.7' ? 'm' : ''
  return `cp${digitsOf(python)}${flags}`
}

/**
 * The file name that Python looks for first: `_psycopg` and the `EXT_SUFFIX` of a CPython on Linux with glibc
 * (PEP 3149); 2.7 knows no tag.
 */
export function moduleFileName(python: string, architecture: Architecture): string {
  if (python === '2.7') return '_psycopg.so'
  return `_psycopg.cpython-${abiTag(python).slice('cp'.length)}-${MACHINES[architecture]}-linux-gnu.so`
}
