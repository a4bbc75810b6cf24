// Runs the benchmarks that are named, or all, and prints their tables; with --write, results, tables and picture in
// the repository become those of this run.

import { BuildError } from '../src/report/errors.js'
import type { Log } from '../src/report/log.js'
import { terminalLog } from '../src/report/terminal-log.js'
import { benchArtefact } from './artefact.js'
import { benchBuild } from './build.js'
import type { Part } from './part.js'
import { tableOf } from './table.js'
import { type Results, writeResults } from './write.js'

const PARTS: Record<string, (log: Log) => Promise<Part>> = { build: benchBuild, artefact: benchArtefact }

const argv = process.argv.slice(2)
const named = argv.filter((word) => word !== '--write')
const unknown = named.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(
    `There is no ${unknown.join(', ')}: npm run bench -- [${Object.keys(PARTS).join('|')}] [--write]`,
  )
  process.exit(2)
}

const log = terminalLog(process.stderr)
const results: Results = {}
try {
  for (const [name, bench] of Object.entries(PARTS)) {
    if (named.length > 0 && !named.includes(name)) continue
    const part = await bench(log)
    results[name] = part
    console.log(`## ${name}\n\n${tableOf(part)}\n`)
  }
  if (argv.includes('--write')) writeResults(results)
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  console.error([...error.details, error.message, error.hint].join('\n'))
  process.exitCode = 1
}
