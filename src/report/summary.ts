/** One row of the table at the end of a build. */
export interface SummaryRow {
  file: string
  /** In bytes. */
  size: number
  sha256: string
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

/** The columns of the table in Markdown: what each is called, and has of a row. */
const COLUMNS: Record<string, (row: SummaryRow) => string> = {
  File: ({ file }) => `\`${file}\``,
  Size: ({ size }) => kilobytes(size),
  'SHA-256': ({ sha256 }) => `\`${sha256}\``,
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
  const titles = Object.keys(COLUMNS)
  const cells = rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row)))
  const table = [titles, titles.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`)
  return [`### psycopg2 for AWS Lambda`, '', ...table, '', '```sh', checkCommand(rows), '```', ''].join('\n')
}

/** The table as aligned text, for a terminal. */
export function summaryText(rows: readonly SummaryRow[]): string {
  const lines = rows.map((row) =>
    [
      `${row.file}  ${kilobytes(row.size)}`,
      `  sha256    ${row.sha256}`,
      `  contains  psycopg2 ${row.psycopg2}, libpq ${row.libpq}, OpenSSL ${row.openssl}`,
      `  made by   ${row.toolchain}`,
      `  needs     GLIBC ${row.highestGlibc ?? 'none'} (the runtime has ${row.glibcCeiling})`,
      `  passed    ${row.checks} checks in ${row.seconds.toFixed(1)} s`,
    ].join('\n'),
  )
  return `${lines.join('\n')}\nCheck with: ${checkCommand(rows)}\n`
}

function checkCommand(rows: readonly SummaryRow[]): string {
  return `sha256sum -c ${rows.map((row) => `${row.file}.sha256`).join(' ')}`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
