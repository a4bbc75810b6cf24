import type { PackageFinding } from '../audit/judgement.js'
import { bulletsOf, byRule } from '../audit/violation-lines.js'
import { visible } from '../report/visible.js'
import type { Judgement } from './audit-job.js'
import type { Unjudged } from './unjudged.js'

const MOST_NAMED = 5
/** In a cell of the job summary. */
const MOST_IN_A_CELL = 3

/** What an audit has come to in one sentence: that everything loads, or the one thing to do first. */
export function headline(judgement: Judgement): string {
  const { file, python, architecture, objects, findings, passed, strict, unknown, psycopg2 } = judgement
  const who = `Lambda's Python ${python} on ${architecture}`
  const [first] = findings
  if (passed && objects.length === 0) {
    const none = psycopg2 === undefined ? ', and finds no psycopg2 in it' : ''
    return `${who} has nothing compiled to load in ${file}${none}`
  }
  const modules = objects.filter(({ module }) => module).length
  const libraries = objects.length - modules
  if (first === undefined || passed) {
    const counted = [
      ...(modules > 0 || libraries === 0 ? [count(modules, 'module')] : []),
      ...(libraries > 0 ? [count(libraries, 'library', 'libraries')] : []),
    ]
    const sure = unknown.length === 0 ? '' : ', as far as is known'
    return `${who} loads everything in ${file} (${counted.join(', ')})${sure}`
  }
  const said = sentencesOf(first, file)
  if (first.class === 'ours' && strict) return `${file} is not as the zips made here are: ${said}`
  return `${who} does not load ${file}: ${said}`
}

/** The whole judgement for people, each line with its end; the first is the headline. */
export function judgementText(judgement: Judgement): string {
  const { file, guessed, taken, findings, notes, passed, objects, glibc, base, unopened } = judgement
  const shown = countingOf(judgement)
  const remarks = judgement.strict ? [] : findings.filter((finding) => finding.class === 'ours')
  const lines = [headline(judgement)]
  if (guessed.length > 0)
    lines.push(`(${guessed.join(' and ')}: guessed, because its modules are for nothing else)`)
  if (taken !== undefined) lines.push(`(${taken}: taken, because nothing in it tells)`)
  for (const [path, those] of groupedBy(shown, (finding) => finding.file))
    lines.push(`${path === '' ? file : path}:`, ...linesOf(those))
  if (passed) {
    const highest = objects.filter(({ module }) => module).map((one) => one.highestGlibc)
    if (highest.length === 1)
      lines.push(`highest GLIBC ${highest[0] ?? 'none'} of at most ${glibc} (${base})`)
  }
  const untold = judgement.unknown.map(
    ({ library, file: needing }) => `nothing tells whether ${base} has ${library}, which ${needing} needs`,
  )
  lines.push(...unopenedLines(unopened), ...[...untold, ...notes].map((note) => `note: ${note}`))
  if (remarks.length > 0) {
    const rules = [...new Set(remarks.map(({ rule }) => rule))]
    lines.push(
      `remark: psycopg2's module differs from those made here in ${count(rules.length, 'way')} (${rules.join(', ')}), ` +
        'none of which keeps it from loading; --strict lists them',
    )
  }
  return `${lines.map(visible).join('\n')}\n`
}

/**
 * What stands in the way as annotations, of each file and rule one: the headline first, each with what Lambda would say.
 * None for what passed.
 */
export function annotationsOf(judgement: Judgement): string[] {
  if (judgement.passed) return []
  return groupsOf(countingOf(judgement)).map((group, at) => {
    const [first] = group
    const more = group.length > 1 ? `\n…and ${group.length - 1} more (${first.rule})` : ''
    const said = first.error === undefined ? '' : `\nLambda says: ${visible(first.error)}`
    const head = at === 0 ? headline(judgement) : `${judgement.file}: ${sentencesOf(first, judgement.file)}`
    return `${visible(head)}${said}${more}`
  })
}

/** What audits have come to as a table in Markdown, for the job summary. */
export function judgementsMarkdown(results: readonly (Judgement | Unjudged)[]): string {
  const rows = results.map((result) => {
    const [python, architecture] = 'python' in result ? [result.python, result.architecture] : ['', '']
    return [
      `\`${visible(result.file)}\``,
      python,
      architecture,
      result.passed ? '✅' : '❌',
      verdictOf(result),
    ]
  })
  const table = [
    ['Package', 'Python', 'Architecture', '', 'What Lambda would make of it'],
    Array.from('-----', () => '---'),
    ...rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', '<br>'))),
  ]
  return ['### Does Lambda load it?', '', ...table.map((line) => `| ${line.join(' | ')} |`), ''].join('\n')
}

function verdictOf(result: Judgement | Unjudged): string {
  if (result.passed) {
    const { length } = result.objects
    return length === 0 ? 'nothing compiled in it' : `loads (${count(length, 'shared object')})`
  }
  const groups = groupsOf('python' in result ? countingOf(result) : result.findings)
  const lines = groups.slice(0, MOST_IN_A_CELL).map(([first]) => {
    // Two backticks, because the loader's words have one.
    const said = first.error === undefined ? '' : ` Lambda says: \`\` ${first.error} \`\``
    return visible(`${sentencesOf(first, result.file)}${said}`)
  })
  const more = groups.length - lines.length
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}

/** What counts against it: remarks do where they are asked for. */
function countingOf({ findings, strict }: Judgement): PackageFinding[] {
  return findings.filter((finding) => strict || finding.class === 'loads')
}

/** Findings by file and rule, each in the order of its first. */
function groupsOf(findings: readonly PackageFinding[]): [PackageFinding, ...PackageFinding[]][] {
  return [...groupedBy(findings, ({ file, rule }) => JSON.stringify([file, rule])).values()]
}

/** By what each has in common with others, in the order of the first of each; there may be hundreds of thousands. */
function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}

function sentencesOf({ file, message, hint }: PackageFinding, audited: string): string {
  return `${file === '' || file === audited ? '' : `${file}: `}${message}. ${hint}`
}

function linesOf(findings: readonly PackageFinding[]): string[] {
  return byRule(findings).flatMap(({ rule, violations, hints }) => {
    const errors = [...new Set(violations.flatMap(({ error }) => error ?? []))]
    return [
      ...bulletsOf(violations.map(({ message }) => `${message} (${rule})`)),
      ...errors.slice(0, MOST_NAMED).map((error) => `    Lambda says: ${error}`),
      ...hints,
    ]
  })
}

function unopenedLines(unopened: Judgement['unopened']): string[] {
  return Array.from(
    groupedBy(unopened, ({ why }) => why),
    ([why, those]) => {
      const paths = those.map(({ path }) => path)
      const more = paths.length - MOST_NAMED
      return `not judged, because it is ${why}: ${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
    },
  )
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
