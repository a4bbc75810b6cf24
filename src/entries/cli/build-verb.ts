import { randomUUID } from 'node:crypto'
import { dirname, relative } from 'node:path'
import { BUILD_INPUTS } from '../../inputs/input-names.js'
import { artifactOf, summaryRow } from '../../jobs/outputs.js'
import { summaryText } from '../../report/summary.js'
import { runBuild } from '../build-run.js'
import type { Verb } from './verb.js'

/** `build`: makes zips. */
export const buildVerb: Verb = {
  flags: BUILD_INPUTS,
  switches: { json: 'print the artifacts output as JSON' },
  async run({ get, print, log }) {
    await runBuild({
      ...{ get, log, runId: randomUUID(), fallBack: true, forRelease: false },
      say: log.notice,
      tell({ built, release }) {
        const directory = relative('', dirname(built[0].artefact.path)) || '.'
        const text = `In ${directory}:\n${summaryText(built.map(summaryRow))}`
        print({ json: built.map(artifactOf), text })
        if (release !== undefined) log.notice(`uploaded to ${release.url}`)
      },
    })
    return 0
  },
}
