import { lstat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { create } from '@actions/glob'
import { InputError, messageOf } from '../report/errors.js'
import { absolutePath, insistOnPath, SEPARATOR } from './paths.js'
import type { Getter } from './values.js'

/** GitHub's limit for one release (its documentation, "About releases"); nobody means more elsewhere. */
const MOST_FILES = 1000
/** What stands before an exclusion; two take each other back. */
const MARKS = /^[!\s]*/

/** What is searched for. */
interface Search {
  /** The input's name, for errors. */
  input: string
  /** What a directory that is named without a wildcard stands for. */
  directories: 'their files' | 'themselves'
}

/** One line of the input. */
interface Pattern extends Search {
  /** As it was written. */
  line: string
  excludes: boolean
  /** Absolute: the part before the first wildcard. */
  base: string
  /** The segments from the first wildcard on; none for a plain path. */
  rest: string[]
}

const FILES: Search = { input: 'files', directories: 'their files' }

/** What an input stands for, a path or pattern a line; the input `files` unless another is named. @throws {InputError} as `findFiles` */
export function filesOf(get: Getter, search = FILES): Promise<string[]> {
  const lines = (get(search.input) ?? '').split('\n').map((line) => line.trim())
  return findFiles(
    lines.filter((line) => line !== ''),
    search,
  )
}

/**
 * The files that an input's lines stand for: paths and patterns of @actions/glob (`*`, `?`, `[…]`, `**`), as
 * actions/upload-artifact takes them. Each is resolved against the working directory and may begin with `~` or `..`. A
 * directory stands for the files in it and below, unless it is to stand for itself; links to directories are followed, and
 * files whose names begin with a dot are only found by patterns that have the dot. `!` excludes, and does so wherever it stands; `#` begins a comment.
 *
 * @returns absolute paths, sorted
 * @throws {InputError} for a line that matches nothing, that cannot be searched, or that this is no pattern of
 */
export async function findFiles(lines: readonly string[], search = FILES): Promise<string[]> {
  const { input } = search
  const meant = lines.filter((line) => !line.startsWith('#'))
  const patterns = await Promise.all(meant.map((line) => parse(line, search)))
  const included = patterns.filter(({ excludes }) => !excludes)
  const excluded = patterns.filter(({ excludes }) => excludes)
  for (const pattern of excluded) await refuseMisspelt(pattern)
  if (included.length === 0 && excluded.length > 0) {
    throw new InputError(
      input,
      'every line excludes something, and none says which files are meant',
      'Add what the exclusions are taken from, for example dist/*.',
    )
  }
  const found = new Set<string>()
  for (const pattern of included) {
    const paths = await matches(pattern, excluded)
    if (paths.length === 0) throw await nothingMatches(pattern, excluded)
    for (const path of paths) found.add(path)
  }
  return [...found].sort()
}

async function parse(line: string, search: Search): Promise<Pattern> {
  const { input } = search
  const text = line.replace(MARKS, '')
  const quoted = JSON.stringify(line)
  if (text === '')
    throw new InputError(input, `${quoted} excludes nothing`, 'Put a path or pattern behind the !.')
  const segments = insistOnPath(input, text).split(SEPARATOR)
  let literal = 0
  while (literal < segments.length && (await isLiteral(segments.slice(0, literal + 1), input))) literal += 1
  const rest = segments.slice(literal).filter((segment) => segment !== '' && segment !== '.')
  if (rest.includes('..')) {
    throw new InputError(
      input,
      `${quoted} has .. behind a wildcard`,
      'Write .. only before the first * or ?, as in ../dist/*.zip.',
    )
  }
  // A slash at the end asks for directories.
  if (rest.length > 0 && segments.at(-1) === '') rest.push('')
  const marks = line.slice(0, -text.length).replace(/\s/g, '')
  return {
    ...search,
    line,
    excludes: marks.length % 2 === 1,
    base: baseOf(segments.slice(0, literal), input),
    rest,
  }
}

/**
 * Whether the last of these segments is a name. What has brackets may be either; it is a name where there is such a
 * file or directory, so that what a build puts out works in a directory of any name.
 */
async function isLiteral(segments: string[], input: string): Promise<boolean> {
  const last = segments.at(-1) ?? ''
  if (/[*?]/.test(last)) return false
  return !/[[\\]/.test(last) || exists(baseOf(segments, input))
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

function baseOf(segments: string[], input: string): string {
  return absolutePath(input, segments.join(sep) || (segments.length > 0 ? sep : '.'))
}

async function matches(pattern: Pattern, excluded: readonly Pattern[]): Promise<string[]> {
  const lines = [globOf(pattern), ...excluded.map((other) => `!${globOf(other)}`)]
  // A link that leads nowhere is an error rather than a file that the release then lacks.
  const itself = pattern.directories === 'themselves' && pattern.rest.length === 0
  const options = { matchDirectories: itself, followSymbolicLinks: true, omitBrokenSymbolicLinks: false }
  const wantsDots = pattern.rest.some((segment) => segment.startsWith('.'))
  const found: string[] = []
  try {
    for await (const path of (await create(lines.join('\n'), options)).globGenerator()) {
      // A directory comes before what is in it.
      if (itself) return path === pattern.base ? [path] : []
      const names = relative(pattern.base, path).split(sep)
      if (wantsDots || !names.some((name) => name.startsWith('.'))) found.push(path)
      if (found.length > MOST_FILES)
        throw new Error(`it matches more than the ${MOST_FILES} files of a release`)
    }
    return found
  } catch (error) {
    throw new InputError(
      pattern.input,
      `${JSON.stringify(pattern.line)} cannot be searched: ${messageOf(error)}`,
      'Mend or remove what it says, or name the files so that this is not among them.',
    )
  }
}

/** The pattern as the library takes it. */
function globOf({ base, rest }: Pattern): string {
  const escaped = (sep === '/' ? base.replaceAll('\\', '\\\\') : base).replace(/[[?*]/g, '[$&]')
  return [escaped, ...rest].join('/')
}

// What other tools' patterns have and these do not.
const MISSPELT: [pattern: RegExp, hint: (text: string) => string][] = [
  [
    /\{[^{}]*,[^{}]*\}/,
    (text) => `Braces are not understood. Write one pattern a line:\n${alternatives(text).join('\n')}`,
  ],
  [/[@+?!*]\(.*\)/, () => 'Alternatives in parentheses are not understood. Write one pattern a line.'],
  [/[,;]/, () => 'Write one path or pattern a line, without commas between them.'],
  [/\s#/, () => 'A comment needs a line of its own.'],
  [/\s/, () => 'Write one path or pattern a line; spaces do not separate them.'],
  [/\\/, () => 'Write / between directories; a backslash takes the character behind it literally.'],
]

function alternatives(text: string): string[] {
  const match = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/.exec(text)
  if (match === null) return [text]
  const [, before = '', choices = '', after = ''] = match
  return choices.split(',').flatMap((choice) => alternatives(`${before}${choice}${after}`))
}

/** Of an exclusion, nobody would notice that it excludes nothing. @throws {InputError} */
async function refuseMisspelt({ input, line, base, rest }: Pattern): Promise<void> {
  const unknown = (await exists(base)) ? rest.join('/') : line.replace(MARKS, '')
  const mistake = MISSPELT.slice(0, 3).find(([pattern]) => pattern.test(unknown))
  if (mistake === undefined) return
  throw new InputError(input, `${JSON.stringify(line)} is not a pattern that is understood`, mistake[1](line))
}

async function nothingMatches(pattern: Pattern, excluded: readonly Pattern[]): Promise<InputError> {
  const { input, line, base, rest } = pattern
  const quoted = JSON.stringify(line)
  if (excluded.length > 0 && (await matches(pattern, [])).length > 0) {
    return new InputError(
      input,
      `everything that ${quoted} matches is excluded`,
      `Remove this line, or one of ${excluded.map((other) => JSON.stringify(other.line)).join(', ')}.`,
    )
  }
  const misspelt = MISSPELT.find(([mistake]) => mistake.test(line))?.[1](line)
  const advice = misspelt ?? 'Check the path: nothing is done while a file that was meant is not there.'
  return new InputError(
    input,
    `nothing matches ${quoted}`,
    `${advice}\nIt was looked for as ${join(base, ...rest)}.`,
  )
}
