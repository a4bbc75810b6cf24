import type { PackageFinding } from '../audit/judgement.js'
import type { Judgement } from './audit-job.js'

/** A naive link exports thousands of symbols; this many of a file and rule are enough to see which. */
const MOST_LINES = 20
const MOST_NAMED = 5

/** What an audit has come to in one sentence: that everything loads, or the one thing to do first. */
export function headline(judgement: Judgement): string {
  const { file, python, architecture, objects, findings, passed, strict, unknown } = judgement
  const who = `Lambda's Python ${python} on ${architecture}`
  const modules = objects.filter(({ module }) => module).length
  const libraries = objects.length - modules
  const [first] = findings
  if (first === undefined || passed) {
    const counted = [
      count(modules, 'module'),
      ...(libraries > 0 ? [count(libraries, 'library', 'libraries')] : []),
    ]
    const sure = unknown.length === 0 ? '' : ', as far as is known'
    return `${who} loads everything in ${file} (${counted.join(', ')})${sure}`
  }
  const where = first.file === '' || first.file === file ? '' : `${first.file}: `
  const said = `${where}${first.message}. ${first.hint}`
  if (first.class === 'ours' && strict) return `${file} is not as the zips made here are: ${said}`
  return `${who} does not load ${file}: ${said}`
}

/** The whole judgement for people, each line with its end; the first is the headline. */
export function judgementText(judgement: Judgement): string {
  const { file, guessed, taken, findings, notes, strict, passed, objects, glibc, base, unopened } = judgement
  const shown = findings.filter((finding) => strict || finding.class === 'loads')
  const remarks = findings.filter((finding) => !shown.includes(finding))
  const lines = [headline(judgement)]
  if (guessed.length > 0)
    lines.push(`(${guessed.join(' and ')}: guessed, because its modules are for nothing else)`)
  if (taken !== undefined) lines.push(`(${taken}: taken, because nothing in it tells)`)
  for (const path of new Set(shown.map((finding) => finding.file))) {
    lines.push(`${path === '' ? file : path}:`, ...linesOf(shown.filter((one) => one.file === path)))
  }
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
  return `${lines.join('\n')}\n`
}

/** What audits have come to as a table in Markdown, for the job summary. */
export function judgementsMarkdown(judgements: readonly Judgement[]): string {
  const rows = judgements.map(({ file, python, architecture, objects, findings, passed }) => {
    const [first] = findings
    const verdict =
      passed || first === undefined
        ? `loads (${count(objects.length, 'shared object')})`
        : `${first.message}. ${first.hint}`
    return [`\`${file}\``, python, architecture, passed ? '✅' : '❌', verdict.replaceAll('|', '\\|')]
  })
  const table = [
    ['Package', 'Python', 'Architecture', '', 'What Lambda would make of it'],
    Array.from('-----', () => '---'),
    ...rows,
  ]
  return ['### Does Lambda load it?', '', ...table.map((line) => `| ${line.join(' | ')} |`), ''].join('\n')
}

function linesOf(findings: readonly PackageFinding[]): string[] {
  const lines: string[] = []
  for (const rule of new Set(findings.map((finding) => finding.rule))) {
    const those = findings.filter((finding) => finding.rule === rule)
    lines.push(...those.slice(0, MOST_LINES).map(({ message }) => `  - ${message} (${rule})`))
    if (those.length > MOST_LINES) lines.push(`  - and ${those.length - MOST_LINES} more`)
    const errors = [...new Set(those.flatMap(({ error }) => error ?? []))]
    lines.push(...errors.slice(0, MOST_NAMED).map((error) => `    Lambda says: ${error}`))
    lines.push(...[...new Set(those.map(({ hint }) => hint))].map((hint) => `  → ${hint}`))
  }
  return lines
}

function unopenedLines(unopened: Judgement['unopened']): string[] {
  return Array.from(new Set(unopened.map(({ why }) => why)), (why) => {
    const paths = unopened.filter((one) => one.why === why).map(({ path }) => path)
    const more = paths.length - MOST_NAMED
    return `not judged, because it is ${why}: ${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  })
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
