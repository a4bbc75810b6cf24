import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from './part.js'
import { altOf, pictureOf } from './picture.js'
import { tableOf } from './table.js'

const TOP = join(import.meta.dirname, '..')

/** Where results are kept, and what is made from them. */
export const FILES = {
  results: join(TOP, 'bench', 'results.json'),
  tables: join(TOP, 'bench', 'README.md'),
  picture: join(TOP, 'docs', 'size-and-import.svg'),
  readme: join(TOP, 'README.md'),
}

/** The parts by name, each from its last run. */
export type Results = Partial<Record<string, Part>>

/** The results that are kept. */
export function readResults(): Results {
  return JSON.parse(readFileSync(FILES.results, 'utf8')) as Results
}

/** Keeps results and makes tables and picture from them; parts that were not run stay as they were. */
export function writeResults(fresh: Results): void {
  const results = { ...readResults(), ...fresh }
  const tables = withTables(readFileSync(FILES.tables, 'utf8'), results)
  writeFileSync(FILES.results, `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(FILES.tables, tables)
  if (results.artefact === undefined) return
  writeFileSync(FILES.picture, pictureOf(results.artefact))
  writeFileSync(FILES.readme, withAlt(readFileSync(FILES.readme, 'utf8'), results.artefact))
}

/** A text with each part's table between its marks. */
export function withTables(text: string, results: Results): string {
  return Object.entries(results).reduce((before, [name, part]) => {
    if (part === undefined) return before
    const block = new RegExp(`(<!-- ${name} -->\n)[^]*(<!-- /${name} -->)`)
    if (!block.test(before)) throw new Error(`There is no place for ${name}`)
    return before.replace(block, (_, start, end) => `${start}${tableOf(part)}\n${end}`)
  }, text)
}

/** A text whose picture says in words what it shows. */
export function withAlt(text: string, part: Part): string {
  return text.replace(/!\[[^\]]*\](\(docs\/size-and-import\.svg\))/, (_, link) => `![${altOf(part)}]${link}`)
}
