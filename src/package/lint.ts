import { digitsOf } from '../catalog/python.js'
import { BuildError } from '../report/errors.js'
import { LICENSE_PATHS, recordFile, SBOM_PATH } from './dist-info.js'
import { distInfoName, sharedObjectPath, wheelTags, type ZipTarget } from './package-names.js'
import { readZip, type ZipEntry } from './unzip.js'
import { DATE, END, END_SIZE, modeOf, TIME } from './zip-format.js'
import { byBytes, parentsOf } from './zip-paths.js'

/** What a zip says it is: by its name, or by the request that it was built for. */
export interface ZipExpectations extends ZipTarget {
  /** psycopg2's version. */
  psycopg2: string
  /** The wheel's build tag. */
  buildNumber?: string | undefined
}

/** One thing that is wrong with a zip. */
export interface LintProblem {
  /** Name of the rule, for example `modes`. */
  rule: string
  message: string
}

interface Facts {
  bytes: Uint8Array
  entries: ZipEntry[]
  /** The entries that are not directories, by path. */
  files: Map<string, Uint8Array>
  distInfo: string
  expected: ZipExpectations
}

/** A rule gives a sentence for each thing that breaks it. */
type Rule = (facts: Facts) => string[]

/**
 * Everything that is wrong with a zip of ours: what is in it, under which names and modes, in which order,
 * and whether RECORD agrees. Empty when all is well. What is inside the shared object is the audit's matter.
 *
 * @param expected what the zip should be
 */
export function lintZip(bytes: Uint8Array, expected: ZipExpectations): LintProblem[] {
  let entries: ZipEntry[]
  try {
    entries = readZip(bytes)
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    return [{ rule: 'zip', message: error.message }]
  }
  const files = new Map(entries.filter((entry) => !entry.directory).map(({ path, data }) => [path, data]))
  const facts = { bytes, entries, files, distInfo: distInfoName(expected.psycopg2), expected }
  return Object.entries(RULES).flatMap(([rule, check]) => check(facts).map((message) => ({ rule, message })))
}

const RULES: Record<string, Rule> = {
  structure({ bytes, entries }) {
    const problems = entries
      .filter((entry) => entry.extra)
      .map(({ path }) => `${path} has an extra field or comment`)
    // readZip found an end record; without a comment it is the last thing in the file.
    const view = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - END_SIZE, END_SIZE)
    if (view.getUint32(0, true) !== END) return [...problems, 'the zip has a comment']
    let end = 0
    for (const entry of entries) {
      if (entry.offset !== end) problems.push(`there are bytes that belong to no entry before ${entry.path}`)
      end = entry.end
    }
    if (view.getUint32(16, true) !== end)
      problems.push('there are bytes that belong to no entry before the directory')
    return problems
  },

  order({ entries }) {
    return entries
      .slice(1)
      .filter((entry, index) => byBytes(entries[index]?.path ?? '', entry.path) > 0)
      .map(({ path }) => `${path} is not in byte order`)
  },

  directories({ entries, files }) {
    const given = new Set(entries.filter((entry) => entry.directory).map(({ path }) => path))
    const needed = parentsOf(files.keys())
    return [
      ...without(needed, given).map((path) => `${path} has no entry of its own`),
      ...without(given, needed).map((path) => `${path} is empty`),
    ]
  },

  modes({ entries }) {
    return entries
      .filter(({ path, mode }) => mode !== modeOf(path))
      .map(({ path, mode }) => `${path} has mode ${octal(mode)} instead of ${octal(modeOf(path))}`)
  },

  times({ entries }) {
    return entries
      .filter(({ date, time }) => date !== DATE || time !== TIME)
      .map(({ path }) => `${path} has a time other than 1980-01-01 00:00:00`)
  },

  names({ files, distInfo, expected }) {
    const { python } = expected
    const allowed = [/^psycopg2\/[A-Za-z_][A-Za-z0-9_]*\.py$/]
    // Python 2.7 writes byte code beside the source and its zips have none.
    if (!python.startsWith('2')) {
      allowed.push(new RegExp(`^psycopg2/__pycache__/[A-Za-z0-9_]+\\.cpython-${digitsOf(python)}\\.pyc$`))
    }
    return without(files.keys(), [sharedObjectPath(expected), ...distInfoPaths(distInfo)])
      .filter((path) => !allowed.some((pattern) => pattern.test(path)))
      .map((path) => `${path} does not belong in the zip`)
  },

  'shared object'({ files, expected }) {
    const path = sharedObjectPath(expected)
    const data = files.get(path)
    if (data === undefined) {
      const others = [...files.keys()].filter((file) => file.includes('.so'))
      return [`${path} is missing${others.length > 0 ? `; there is ${others.join(', ')}` : ''}`]
    }
    const magic = Buffer.from(data.subarray(0, 4)).toString('latin1')
    return magic === '\x7fELF' ? [] : [`${path} is not an ELF file`]
  },

  package({ files }) {
    if (!files.has('psycopg2/__init__.py')) return ['psycopg2/__init__.py is missing']
    const bare = (path: string) => path.replace(/^.*\//, '').replace(/\..*$/, '')
    const sources = [...files.keys()].filter((path) => /^psycopg2\/[^/]+\.py$/.test(path)).map(bare)
    const compiled = [...files.keys()].filter((path) => path.endsWith('.pyc')).map(bare)
    if (compiled.length === 0) return []
    return [
      ...without(sources, compiled).map((name) => `${name}.py has no byte code`),
      ...without(compiled, sources).map((name) => `${name}.pyc has no source`),
    ]
  },

  'dist-info'({ files, distInfo }) {
    return distInfoPaths(distInfo)
      .filter((path) => !path.endsWith(LICENSE_PATHS.lgpl))
      .filter((path) => (files.get(path)?.length ?? 0) === 0)
      .map((path) => `${path} is ${files.has(path) ? 'empty' : 'missing'}`)
  },

  metadata(facts) {
    return linesMissing(facts, 'METADATA', ['Name: psycopg2', `Version: ${facts.expected.psycopg2}`])
  },

  wheel(facts) {
    const { buildNumber } = facts.expected
    return linesMissing(facts, 'WHEEL', [
      'Root-Is-Purelib: false',
      ...(buildNumber === undefined ? [] : [`Build: ${buildNumber}`]),
      ...wheelTags(facts.expected).map((tag) => `Tag: ${tag}`),
    ])
  },

  RECORD({ files, distInfo }) {
    const text = files.get(`${distInfo}/RECORD`)
    if (text === undefined) return []
    const given = decode(text)
    const correct = recordFile(files, distInfo)
    if (given === correct) return []
    const [givenLines, correctLines] = [given.split('\n'), correct.split('\n')]
    const problems = [
      ...without(correctLines, givenLines).map((line) => `RECORD lacks the line ${line}`),
      ...without(givenLines, correctLines).map((line) => `RECORD has the wrong line ${line}`),
    ]
    return problems.length > 0 ? problems : ['RECORD is not in order, or has a line twice']
  },
}

function distInfoPaths(distInfo: string): string[] {
  const licenses = Object.values(LICENSE_PATHS).map((path) => `licenses/${path}`)
  return ['METADATA', 'RECORD', 'WHEEL', 'top_level.txt', SBOM_PATH, ...licenses].map(
    (path) => `${distInfo}/${path}`,
  )
}

function linesMissing({ files, distInfo }: Facts, name: string, lines: string[]): string[] {
  const data = files.get(`${distInfo}/${name}`)
  if (data === undefined) return []
  return without(lines, decode(data).split('\n')).map((line) => `${name} lacks the line ${line}`)
}

/** Those that are not among the others, each once. */
function without(texts: Iterable<string>, others: Iterable<string>): string[] {
  const left = new Set(texts)
  for (const other of others) left.delete(other)
  return [...left]
}

function decode(data: Uint8Array): string {
  return new TextDecoder().decode(data)
}

function octal(mode: number | undefined): string {
  return mode === undefined ? 'of another system' : mode.toString(8)
}
