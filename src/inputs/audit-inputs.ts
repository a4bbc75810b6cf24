import { existsSync } from 'node:fs'
import { ARCHITECTURES, type Architecture } from '../catalog/architecture.js'
import { isWord } from '../catalog/targets.js'
import { InputError } from '../report/errors.js'
import { findFiles } from './file-patterns.js'
import { absolutePath } from './paths.js'
import { malformed, nothingGiven } from './shape.js'
import { booleanOf, type Getter, listOf, someOf, textOf } from './values.js'

/** The runtime that packages are for, as far as it is named, and what they are held to. */
interface AuditRequest {
  python: string | undefined
  architecture: Architecture | undefined
  strict: boolean
}

/** Reads what an audit asks for besides the packages. @throws {MalformedInputError} for several Pythons or machines */
export function readAuditRequest(get: Getter): AuditRequest {
  const pythons = listOf(get, 'python-version')
  const architectures =
    textOf(get, 'architecture') === undefined ? [] : someOf(get, 'architecture', 'x86_64', ARCHITECTURES)
  if (pythons.length > 1 || pythons.some(isWord)) {
    throw malformed('python-version', pythons.join(' '), {
      problem: 'stands for several Pythons',
      hint: 'Name the one whose runtime the package is for.',
    })
  }
  if (architectures.length > 1) {
    throw malformed('architecture', architectures.join(' '), {
      problem: 'are several architectures',
      hint: 'Name the one that the package is for.',
    })
  }
  return { python: pythons[0], architecture: architectures[0], strict: booleanOf(get, 'strict', false) }
}

/**
 * The packages that the input `paths` stands for: a path a line, of a file or a directory, or a pattern of files.
 *
 * @returns absolute paths
 * @throws {InputError} for a line that matches nothing
 */
export async function packagesOf(get: Getter): Promise<string[]> {
  const lines = (get('paths') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) {
    throw nothingGiven('paths', 'Say which packages to judge, for example function.zip or dist/*.zip.')
  }
  const there = lines.filter((line) => !/^[!#]/.test(line) && existsSync(absolutePath('paths', line)))
  const patterns = lines.filter((line) => !there.includes(line))
  const paths = there.map((line) => absolutePath('paths', line))
  if (patterns.length === 0) return paths
  try {
    return [...new Set([...paths, ...(await findFiles(patterns))])]
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError('paths', error.message.replace(/^files: /, ''), error.hint)
  }
}
