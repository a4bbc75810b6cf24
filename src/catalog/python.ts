import { type Architecture, MACHINES } from './architecture.js'

/** The function that Python calls when it imports a module, by default `psycopg2._psycopg` (PEP 3121 for Python 3). */
export function initFunctionOf(python: string, module = '_psycopg'): string {
  return `${python === '2.7' ? 'init' : 'PyInit_'}${module}`
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
 * `EXT_SUFFIX` of a CPython on Linux with glibc, which its modules' file names end in (PEP 3149):
 * `.cpython-313-x86_64-linux-gnu.so`; 2.7 knows no tag.
 */
export function extensionSuffix(python: string, architecture: Architecture): string {
  if (python === '2.7') return '.so'
  return `.cpython-${abiTag(python).slice('cp'.length)}-${MACHINES[architecture]}-linux-gnu.so`
}

/** The file name of psycopg2's module that Python looks for first. */
export function moduleFileName(python: string, architecture: Architecture): string {
  return `_psycopg${extensionSuffix(python, architecture)}`
}
