import { homedir } from 'node:os'
import { isAbsolute, join, resolve, sep } from 'node:path'
import { MalformedInputError } from '../report/errors.js'
import { malformed, type Shape, withoutLogin } from './shape.js'

/** What stands between the names of a path that a person has written. */
export const SEPARATOR = sep === '/' ? '/' : /[\\/]/

/**
 * The absolute path that a person means. No shell reads an input, so what a shell would do is done here, alike for
 * every path: `~` and `~/…` are the home directory; `.`, `..` and slashes too many are resolved against the working
 * directory. What only a shell could understand is refused rather than made a directory of that name: `~user`,
 * `$HOME/…`, quotes around the path. With `./` before it, anything is taken as it stands.
 *
 * @param name the input's name, for the error
 * @throws {MalformedInputError} for those, for `~` where no home directory is known, for an address, and for line
 *   breaks and other control characters
 */
export function absolutePath(name: string, text: string): string {
  const path = insistOnPath(name, text)
  if (!path.startsWith('~')) return resolve(path)
  const [user = '', ...rest] = path.split(SEPARATOR)
  if (user !== '~') {
    throw malformed(name, path, {
      problem: 'begins with the home directory of a user, which is not looked up',
      hint: `Give that directory's path; ~ alone is your own. If ${user} is a name, put ./ before it.`,
    })
  }
  const home = homePath()
  if (isAbsolute(home)) return resolve(join(home, ...rest))
  throw new MalformedInputError(
    name,
    `~ is the home directory, but HOME is ${home === '' ? 'not set' : JSON.stringify(home)}`,
    'Set the variable HOME to an absolute path, or give the path without ~.',
  )
}

/** What a path is not, where it is meant as it is written, and what to write instead. */
const MISREAD: readonly Shape[] = [
  {
    pattern: /[\r\n\u2028\u2029]/,
    problem: 'has more than one line',
    hint: 'Give one path. An output with several lines has to be taken apart first.',
  },
  { pattern: /\p{Cc}/u, problem: 'has a control character in it', hint: 'Give the path without it.' },
  {
    pattern: /^(["'`]).*\1$/,
    problem: 'has quotes around it',
    hint: 'Leave them out: a path needs no quotes here, even with spaces in it. If they belong to the name, put ./ before it.',
  },
  {
    pattern: /^(\$[A-Za-z_{(]|%\w+%)/,
    problem: 'begins with a variable, which no shell replaces here',
    hint:
      `In a workflow, write \${{ github.workspace }}, \${{ runner.temp }} or \${{ env.NAME }}; ~ is the home directory. ` +
      'If it is a name, put ./ before it.',
  },
  {
    pattern: /^[A-Za-z][A-Za-z0-9+.-]+:\/\//,
    problem: 'is an address, not a path',
    hint: 'Give the path of a file or directory on this machine.',
  },
]

/** The text itself. @throws {MalformedInputError} for what is certainly not meant as it is written */
export function insistOnPath(name: string, text: string): string {
  const mistake = MISREAD.find(({ pattern }) => pattern.test(text))
  if (mistake === undefined) return text
  throw malformed(name, withoutLogin(text), mistake)
}

/** The home directory as the user has set it; empty where neither HOME nor the system's list of users names one. */
export function homePath(): string {
  try {
    return homedir()
  } catch {
    return ''
  }
}
