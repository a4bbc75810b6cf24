import { type PublishInput, readPublishInputs, readWorkflow } from '../../inputs/release-inputs.js'
import { publish } from '../../jobs/publish-job.js'
import { getterOf, type Verb } from './verb.js'

const FLAGS: Record<PublishInput, string> = {
  'release-id': 'the draft to complete; this or release-tag is needed',
  'release-tag': "the draft's tag",
  files: 'paths, directories or patterns to upload first, one per line; ! excludes',
  expected: "what must be there, and nothing else: the build's records as JSON arrays, or sha256sum lines",
  'make-latest': 'true, false or legacy (default: legacy)',
  overwrite: 'replace an asset whose bytes differ: true or false (default: false)',
  'create-tag': 'accept a tag that does not exist yet: true or false (default: false)',
  repository: "OWNER/NAME of the release's repository (default: GITHUB_REPOSITORY)",
  token: 'the token for the release (default: GITHUB_TOKEN, which keeps it out of the process list)',
}

/** `publish`: completes a draft release. */
export const publishVerb: Verb = {
  title: 'Checks a draft release, completes it and publishes it.',
  flags: FLAGS,
  switches: { json: 'print the release and its assets as JSON' },
  async run({ values, out, log }) {
    const inputs = readPublishInputs(getterOf(values), readWorkflow(process.env))
    const published = await log.group('Publish', () => publish(inputs, log))
    if (values.json === true) out(`${JSON.stringify(published, null, 2)}\n`)
    else out(`${published.url}: ${published.assets.length} assets\n`)
    return 0
  },
}
