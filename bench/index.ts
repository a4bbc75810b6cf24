// Runs the benchmarks that are named, or all, and prints their tables; with --write, results, tables and picture in
// the repository become those of this run.

import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { makeScratch, removeScratch } from '../src/machine/scratch.js'
import { BuildError } from '../src/report/errors.js'
import type { Log } from '../src/report/log.js'
import { terminalLog } from '../src/report/terminal-log.js'
import { newestHere } from '../stand-ins/pythons.js'
import { benchArtefact } from './artefact.js'
import { benchBuild } from './build.js'
import { benchInstall } from './install.js'
import type { Part } from './part.js'
import { benchPeers } from './peers.js'
import { buildReference, complaints, keepReference, readKept } from './reference.js'
import { tableOf } from './table.js'
import { benchWarm } from './warm.js'
import { writeResults } from './write.js'

const USAGE =
  'npm run bench -- [build] [warm] [install] [artefact] [peers] [reference] [--runs=3] [--plain-runs=1] [--write]'

const log = terminalLog(process.stderr)

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      write: { type: 'boolean' },
      'plain-runs': { type: 'string', default: '1' },
      runs: { type: 'string', default: '3' },
    },
  })
  const parts: Record<string, () => Promise<void>> = {
    build: () =>
      tell('build', (theLog) =>
        benchBuild(theLog, { ours: Number(values.runs), plain: Number(values['plain-runs']) }),
      ),
    warm: () => tell('warm', benchWarm),
    install: () => tell('install', benchInstall),
    artefact: () => tell('artefact', benchArtefact),
    peers: () => tell('peers', benchPeers),
    reference,
  }
  const tell = async (name: string, bench: (log: Log) => Promise<Part>) => {
    const part = await bench(log)
    console.log(`## ${name}\n\n${tableOf(part)}\n`)
    if (values.write === true) writeResults({ [name]: part })
  }
  async function reference(): Promise<void> {
    const runId = randomUUID()
    try {
      const scratch = await makeScratch(runId, 'reference')
      const build = await buildReference(
        await newestHere(),
        process.env.RUNNER_TOOL_CACHE ?? `${scratch}/tools`,
        scratch,
      )
      console.log(
        `## reference\n\n${build.size} bytes, ${build.linked.length} archive members, ${build.architecture}`,
      )
      console.log(complaints(build, readKept()).join('\n'))
      if (values.write === true) keepReference(build)
    } finally {
      await removeScratch(runId)
    }
  }
  const names = positionals.length > 0 ? positionals : Object.keys(parts)
  const unknown = names.filter((name) => !(name in parts))
  if (unknown.length > 0 || ![values.runs, values['plain-runs']].every((runs) => /^[1-9]$/.test(runs)))
    throw new TypeError(unknown.join(', '))
  for (const name of names) await parts[name]?.()
}

try {
  await main()
} catch (error) {
  if (error instanceof BuildError) console.error([...error.details, error.message, error.hint].join('\n'))
  else if (error instanceof TypeError) console.error(`${error.message}\n${USAGE}`)
  else throw error
  process.exitCode = 1
}
