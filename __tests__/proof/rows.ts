import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ARCHITECTURES } from '../../src/catalog/architecture.js'
import { loadCatalog } from '../../src/catalog/catalog.js'
import { PROJECT } from '../../stand-ins/places.js'

/** What is shown of each runtime, in the order in which it happens. */
export const COLUMNS = ['built', 'audited', 'loaded', 'imported', 'connected', 'suite'] as const
export type Column = (typeof COLUMNS)[number]

/** One run of one kind of proof, or why there is none. */
export interface Cell {
  result: 'passed' | 'failed' | 'not run'
  detail: string
}

/** Everything that was tried for one runtime on one architecture. */
export interface Row {
  python: string
  architecture: string
  /** When it was tried, `YYYY-MM-DD`; null for a row in which nothing was. */
  date: string | null
  versions: { psycopg2: string; postgresql: string; openssl: string } | null
  /** What stood in for AWS's image: interpreter, C library, compiler. */
  place: string | null
  cells: Record<Column, Cell>
}

const DATA = join(PROJECT, 'docs', 'proof.json')
const PAGE = join(PROJECT, 'docs', 'proof.md')

/** The rows of earlier runs. */
export function readRows(): Row[] {
  return existsSync(DATA) ? (JSON.parse(readFileSync(DATA, 'utf8')) as Row[]) : []
}

/** Keeps a row in place of an earlier one for the same runtime, and writes the page anew. */
export async function keepRow(row: Row): Promise<void> {
  const others = readRows().filter(
    ({ python, architecture }) => python !== row.python || architecture !== row.architecture,
  )
  const order = await runtimesInOrder()
  const place = ({ python, architecture }: Row) => order.indexOf(`${python} ${architecture}`)
  const rows = [...others, row].sort((a, b) => place(a) - place(b))
  writeFileSync(DATA, `${JSON.stringify(rows, null, 2)}\n`)
  writeFileSync(PAGE, render(rows))
}

/** `3.13 arm64` and so on: every runtime Lambda has or had, by architecture. */
export async function runtimesInOrder(): Promise<string[]> {
  const { runtimes } = await loadCatalog()
  return ARCHITECTURES.flatMap((architecture) =>
    runtimes
      .filter(({ architectures }) => architectures.includes(architecture))
      .map(({ python }) => `${python} ${architecture}`),
  )
}

const TITLES: Record<Column, string> = {
  built: 'built',
  audited: 'audited',
  loaded: 'loaded by glibc 2.17',
  imported: 'imported',
  connected: 'connected',
  suite: "psycopg2's own suite",
}

/** The page as Markdown: a table, and below it a note for every cell that needs words. */
export function render(rows: readonly Row[]): string {
  const notes: string[] = []
  const note = (text: string) => {
    if (!notes.includes(text)) notes.push(text)
    return `[${notes.indexOf(text) + 1}]`
  }
  const cell = ({ result, detail }: Cell, column: Column) =>
    result === 'passed'
      ? ['built', 'loaded', 'imported'].includes(column)
        ? 'yes'
        : detail
      : `${result} ${note(detail)}`
  const head = [
    'Python',
    'architecture',
    'psycopg2',
    ...COLUMNS.map((column) => TITLES[column]),
    'tried in',
    'on',
  ]
  const lines = rows.map((row) => [
    row.python,
    row.architecture,
    row.versions?.psycopg2 ?? '',
    ...COLUMNS.map((column) => cell(row.cells[column], column)),
    row.place === null ? '' : note(row.place),
    row.date ?? '',
  ])
  const table = [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`)
  const [first] = rows.flatMap(({ versions }) => versions ?? [])
  const contents = `libpq ${first?.postgresql}, OpenSSL ${first?.openssl}`
  return [
    '# What was tried, and where',
    '',
    'Written by `npm run proof`; do not edit. Every cell is a run that happened; one without a run says why.',
    `All zips here contain ${contents}.`,
    '',
    "The suite is the `tests` folder of psycopg2's own tarball, over TLS; the tests that fail by design are",
    '[listed with their reasons](../__tests__/suite/left-out.json).',
    '',
    "Loaded means: by glibc 2.17's own loader, every symbol at once, with stand-ins for Python's functions.",
    '',
    "The places are stand-ins: AWS's images cannot be had where these runs were made. AWS's own images are tried weekly by",
    'the workflow `canary.yml`; its files `….zip.verified.json` say the same of a released zip.',
    '',
    ...table,
    '',
    ...notes.map((text, index) => `${index + 1}. ${text}`),
    '',
  ].join('\n')
}
