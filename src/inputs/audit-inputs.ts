import type { Architecture } from '../catalog/architecture.js'
import { isWord } from '../catalog/targets.js'
import { filesOf } from './file-patterns.js'
import { architecturesOf, pythonVersionsOf } from './runtimes.js'
import { malformed, nothingGiven } from './shape.js'
import { booleanOf, type Getter, textOf } from './values.js'

/** The runtime that packages are for, as far as it is named, and what they are held to. */
interface AuditRequest {
  python: string | undefined
  architecture: Architecture | undefined
  strict: boolean
}

/** Reads what an audit asks for besides the packages. @throws {MalformedInputError} for several Pythons or machines */
export function readAuditRequest(get: Getter): AuditRequest {
  const pythons = pythonVersionsOf(get)
  const architectures = textOf(get, 'architecture') === undefined ? [] : architecturesOf(get, 'x86_64')
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
 * @returns absolute paths, sorted
 * @throws {InputError} as `findFiles`, and where nothing is named
 */
export async function packagesOf(get: Getter): Promise<string[]> {
  const paths = await filesOf(get, { input: 'paths', directories: 'themselves' })
  if (paths.length > 0) return paths
  throw nothingGiven('paths', 'Say which packages to judge, for example function.zip or dist/*.zip.')
}
