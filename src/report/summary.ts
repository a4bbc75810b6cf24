/** A file that was written, with sums beside it. */
export interface SummaryFile {
  name: string
  /** In bytes. */
  size: number
  sha256: string
}

/** A zip's row of the table at the end of a build. */
export interface SummaryRow extends SummaryFile {
  /** Its wheel and its layer, where they were asked for; a layer that zips share is each one's. */
  forms: readonly SummaryFile[]
  psycopg2: string
  libpq: string
  openssl: string
  /** The compiler that made it, for people. */
  toolchain: string
  highestGlibc: string | null
  glibcCeiling: string
  /** How many checks passed, the audit's rules among them. */
  checks: number
  seconds: number
}

/** The columns of the table in Markdown: what each is called, and has of a file. */
const OF_ANY: Record<string, (file: SummaryFile) => string> = {
  File: ({ name }) => `\`${name}\``,
  Size: ({ size }) => kilobytes(size),
  'SHA-256': ({ sha256 }) => `\`${sha256}\``,
}

/** What only a zip's row has. */
const OF_ZIP: Record<string, (row: SummaryRow) => string> = {
  psycopg2: ({ psycopg2 }) => psycopg2,
  libpq: ({ libpq }) => libpq,
  OpenSSL: ({ openssl }) => openssl,
  Toolchain: ({ toolchain }) => toolchain,
  'GLIBC (highest ≤ limit)': ({ highestGlibc, glibcCeiling }) =>
    `${highestGlibc ?? 'none'} ≤ ${glibcCeiling}`,
  Checks: ({ checks }) => String(checks),
  Seconds: ({ seconds }) => seconds.toFixed(1),
}

/** The table as Markdown, and the line that checks the files, for the job summary. */
export function summaryMarkdown(rows: readonly SummaryRow[]): string {
  const titles = [...Object.keys(OF_ANY), ...Object.keys(OF_ZIP)]
  const ofAny = (file: SummaryFile) => Object.values(OF_ANY).map((cell) => cell(file))
  const zips = rows.map((row) => [...ofAny(row), ...Object.values(OF_ZIP).map((cell) => cell(row))])
  const forms = formsOf(rows).map((file) => [...ofAny(file), ...Object.keys(OF_ZIP).map(() => '')])
  const table = [titles, titles.map(() => '---'), ...zips, ...forms].map((line) => `| ${line.join(' | ')} |`)
  return [`### psycopg2 for AWS Lambda`, '', ...table, '', '```sh', checkCommand(rows), '```', ''].join('\n')
}

/** The table as aligned text, for a terminal. */
export function summaryText(rows: readonly SummaryRow[]): string {
  const ofAny = ({ name, size, sha256 }: SummaryFile) => [
    `${name}  ${kilobytes(size)}`,
    `  sha256    ${sha256}`,
  ]
  const zips = rows.flatMap((row) => [
    ...ofAny(row),
    `  contains  psycopg2 ${row.psycopg2}, libpq ${row.libpq}, OpenSSL ${row.openssl}`,
    `  made by   ${row.toolchain}`,
    `  needs     GLIBC ${row.highestGlibc ?? 'none'} (the runtime has ${row.glibcCeiling})`,
    `  passed    ${row.checks} checks in ${row.seconds.toFixed(1)} s`,
  ])
  const lines = [...zips, ...formsOf(rows).flatMap(ofAny), `Check with: ${checkCommand(rows)}`]
  return `${lines.join('\n')}\n`
}

function checkCommand(rows: readonly SummaryRow[]): string {
  return `sha256sum -c ${[...rows, ...formsOf(rows)].map(({ name }) => `${name}.sha256`).join(' ')}`
}

/** The wheels and layers of all zips, each once. */
function formsOf(rows: readonly SummaryRow[]): SummaryFile[] {
  return [...new Set(rows.flatMap(({ forms }) => forms))]
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
