import { PUBLISH_INPUTS } from '../../inputs/input-names.js'
import { readPublishJob } from '../../inputs/release-inputs.js'
import { publish } from '../../jobs/publish-job.js'
import type { Verb } from './verb.js'

/** `publish`: completes a draft release. */
export const publishVerb: Verb = {
  flags: PUBLISH_INPUTS,
  switches: { json: 'print the release and its assets as JSON' },
  async run({ get, print, log }) {
    const published = await publish(await readPublishJob({ get, env: process.env }), log)
    print({ json: published, text: `${published.url}: ${published.assets.length} assets\n` })
    return 0
  },
}
