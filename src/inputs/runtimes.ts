import { ARCHITECTURES, type Architecture } from '../catalog/architecture.js'
import { isWord } from '../catalog/targets.js'
import { malformed } from './shape.js'
import { type Getter, listOf, someOf } from './values.js'

/** Other people's words for Lambda's two machines, in small letters. */
const OTHERS: Readonly<Record<string, Architecture>> = {
  ...{ amd64: 'x86_64', x64: 'x86_64', 'x86-64': 'x86_64', x86_64: 'x86_64', intel: 'x86_64' },
  ...{ aarch64: 'arm64', arm64: 'arm64', armv8: 'arm64', graviton: 'arm64' },
}

/** The architectures that are asked for. @throws {MalformedInputError} for other words, with the right one where there is one */
export function architecturesOf(get: Getter, fallback: Architecture): Architecture[] {
  for (const word of listOf(get, 'architecture')) {
    const right = OTHERS[word.toLowerCase()]
    if (right === undefined || right === word) continue
    throw malformed('architecture', word, {
      problem: 'is not how Lambda calls it',
      hint: `Write ${right}.`,
    })
  }
  return someOf(get, 'architecture', fallback, ARCHITECTURES)
}

/** `python3.13`, `3.13.2`, `cp313` and the like. */
const LIKE_A_PYTHON =
  /^(?:(?:c?python|py|cp)[-_]?|v)?(\d)\.?(\d{1,2})(?:\.\d+)*(?:[-.]?(?:dev|rc\d*|[mt]))?$/i

/** The Pythons that are asked for, and words for several. @throws {MalformedInputError} for what is no version `major.minor` */
export function pythonVersionsOf(get: Getter): string[] {
  const pythons = listOf(get, 'python-version')
  for (const python of pythons) {
    if (isWord(python) || /^\d+\.\d+$/.test(python)) continue
    const [, major, minor] = LIKE_A_PYTHON.exec(python) ?? []
    throw malformed('python-version', python, {
      problem: 'is not a version of the form 3.13',
      hint:
        minor === undefined ? 'Write the two numbers with a dot between them.' : `Write ${major}.${minor}.`,
    })
  }
  return pythons
}
