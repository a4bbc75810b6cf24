import { homedir } from 'node:os'
import { isAbsolute, join, resolve, sep } from 'node:path'
import { MalformedInputError } from '../report/errors.js'

/**
 * The absolute path that a person means. No shell reads an input, so what a shell would do is done here, alike for
 * every path: `~` and `~/…` are the home directory; `.`, `..` and slashes too many are resolved against the working
 * directory. What only a shell could understand is refused rather than made a directory of that name: `~user`,
 * `$HOME/…`, quotes around the path. With `./` before it, anything is taken as it stands.
 *
 * @param name the input's name, for the error
 * @throws {MalformedInputError} for those, for an address, and for line breaks and other control characters
 */
export function absolutePath(name: string, text: string): string {
  return resolve(withHome(name, insistOnPath(name, text)))
}

/** What stands before a path that was not meant as it is written, and what to write instead. */
const MISREAD: [pattern: RegExp, problem: string, hint: string][] = [
  [
    /[\r\n\u2028\u2029]/,
    'has more than one line',
    'Give one path. An output with several lines has to be taken apart first.',
  ],
  [/\p{Cc}/u, 'has a control character in it', 'Give the path without it.'],
  [
    /^(["'`]).*\1$/,
    'has quotes around it',
    'Leave them out: a path needs no quotes here, even with spaces in it. If they belong to the name, put ./ before it.',
  ],
  [
    /^(\$[A-Za-z_{(]|%\w+%)/,
    'begins with a variable, which no shell replaces here',
    `In a workflow, write \${{ github.workspace }}, \${{ runner.temp }} or \${{ env.NAME }}; ~ is the home directory. ` +
      'If it is a name, put ./ before it.',
  ],
  [
    /^[A-Za-z][A-Za-z0-9+.-]+:\/\//,
    'is an address, not a path',
    'Give the path of a file or directory on this machine.',
  ],
]

/** The text itself. @throws {MalformedInputError} for what is certainly not meant as it is written */
export function insistOnPath(name: string, text: string): string {
  for (const [pattern, problem, hint] of MISREAD) {
    if (pattern.test(text)) {
      // An address may have a login in it.
      const safe = text.replace(/\/\/.*@/, '//***@')
      throw new MalformedInputError(name, `${JSON.stringify(safe)} ${problem}`, hint)
    }
  }
  return text
}

/** The path with a leading `~` replaced. @throws {MalformedInputError} for `~user`, and where no home directory is known */
function withHome(name: string, text: string): string {
  if (!text.startsWith('~')) return text
  const [user = '', ...rest] = text.split(sep === '/' ? '/' : /[\\/]/)
  if (user === '~') return join(home(name), ...rest)
  throw new MalformedInputError(
    name,
    `${JSON.stringify(text)} begins with the home directory of a user, which is not looked up`,
    `Give that directory's path; ~ alone is your own. If ${user} is a name, put ./ before it.`,
  )
}

function home(name: string): string {
  let path = ''
  try {
    path = homedir()
  } catch {
    // Neither HOME nor the system's list of users names one.
  }
  if (isAbsolute(path)) return path
  throw new MalformedInputError(
    name,
    `~ is the home directory, but HOME is ${path === '' ? 'not set' : JSON.stringify(path)}`,
    'Set the variable HOME to an absolute path, or give the path without ~.',
  )
}
