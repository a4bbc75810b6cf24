import { InputError } from '../report/errors.js'
import type { Catalog } from './catalog.js'
import type { Target } from './targets.js'
import type { Base, Runtime } from './types.js'

/**
 * The row of a Python on an architecture, and the system that it runs on.
 *
 * @param words which stand for several Pythons where these may be asked for, for the hint
 * @throws {InputError} for a Python, or an architecture of it, that Lambda never had
 */
export function findRuntime(
  { python, architecture }: Target,
  catalog: Catalog,
  words?: string,
): { runtime: Runtime; base: Base } {
  const runtime = catalog.runtimes.find((row) => row.python === python)
  if (runtime === undefined) throw noSuchPython(python, catalog, words)
  if (!runtime.architectures.includes(architecture)) {
    throw new InputError(
      'architecture',
      `AWS Lambda has no ${architecture} runtime for Python ${python}`,
      `Python ${python} runs on ${runtime.architectures.join(', ')}; arm64 starts with Python 3.8.`,
    )
  }
  const base = catalog.bases[runtime.base]
  if (base === undefined) throw new Error(`no such base: ${runtime.base}`) // the schema does not let this happen
  return { runtime, base }
}

function noSuchPython(python: string, { runtimes }: Catalog, words: string | undefined): InputError {
  const known = runtimes.map((row) => row.python)
  const choice =
    words === undefined ? `one of ${known.join(', ')}` : `one or more of ${known.join(', ')}, or ${words}`
  // YAML reads an unquoted 3.10 as the number 3.1.
  const quote = known.includes(`${python}0`)
    ? ` If you meant ${python}0, put it in quotes: '${python}0'.`
    : ''
  return new InputError(
    'python-version',
    `${JSON.stringify(python)} is not a Python that AWS Lambda runs or ran`,
    `Use ${choice}.${quote}`,
  )
}
