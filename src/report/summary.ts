/** One row of the table at the end of a build. */
export interface SummaryRow {
  file: string
  /** In bytes. */
  size: number
  sha256: string
  psycopg2: string
  libpq: string
  openssl: string
  highestGlibc: string | null
  glibcCeiling: string
  /** How many checks passed, the audit's rules among them. */
  checks: number
  seconds: number
}

const COLUMNS = [
  'File',
  'Size',
  'SHA-256',
  'psycopg2',
  'libpq',
  'OpenSSL',
  'GLIBC (highest ≤ limit)',
  'Checks',
  'Seconds',
]

/** The table as Markdown, and the line that checks the files, for the job summary. */
export function summaryMarkdown(rows: readonly SummaryRow[]): string {
  const table = [COLUMNS, COLUMNS.map(() => '---'), ...rows.map(cells)].map(
    (line) => `| ${line.join(' | ')} |`,
  )
  const command = checkCommand(rows)
  return [`### psycopg2 for AWS Lambda`, '', ...table, '', '```sh', command, '```', ''].join('\n')
}

/** The table as aligned text, for a terminal. */
export function summaryText(rows: readonly SummaryRow[]): string {
  const lines = rows.map((row) =>
    [
      `${row.file}  ${kilobytes(row.size)}`,
      `  sha256    ${row.sha256}`,
      `  contains  psycopg2 ${row.psycopg2}, libpq ${row.libpq}, OpenSSL ${row.openssl}`,
      `  needs     GLIBC ${row.highestGlibc ?? 'none'} (the runtime has ${row.glibcCeiling})`,
      `  passed    ${row.checks} checks in ${row.seconds.toFixed(1)} s`,
    ].join('\n'),
  )
  return `${lines.join('\n')}\nCheck with: ${checkCommand(rows)}\n`
}

function cells(row: SummaryRow): string[] {
  return [
    `\`${row.file}\``,
    kilobytes(row.size),
    `\`${row.sha256}\``,
    row.psycopg2,
    row.libpq,
    row.openssl,
    `${row.highestGlibc ?? 'none'} ≤ ${row.glibcCeiling}`,
    String(row.checks),
    row.seconds.toFixed(1),
  ]
}

function checkCommand(rows: readonly SummaryRow[]): string {
  return `sha256sum -c ${rows.map((row) => `${row.file}.sha256`).join(' ')}`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`
}
