import { randomUUID } from 'node:crypto'
import { dirname, relative } from 'node:path'
import type { BuildInput } from '../../inputs/build-inputs.js'
import { readWorkflow } from '../../inputs/release-inputs.js'
import { readTestGlibc } from '../../inputs/test-glibc.js'
import { runJob } from '../../jobs/build-job.js'
import { recordOf, rowOf } from '../../jobs/outputs.js'
import { cleanUp } from '../../recipe/cleanup.js'
import { summaryText } from '../../report/summary.js'
import { cleanUpOnSignal, isCancelled } from '../cancel.js'
import { getterOf, type Verb } from './verb.js'

/** What each input means, in the usage. `action.yml` says it at more length. */
const FLAGS: Record<BuildInput, string> = {
  'python-version':
    'one or more, separated by commas: 3.13 (default: the newest that AWS supports; without images, the newest on this machine)',
  architecture: "x86_64 or arm64 (default: this machine's)",
  'psycopg2-version': 'default: the newest that serves the Python',
  'postgresql-version': 'version of libpq (default: the newest)',
  'openssl-version': 'default: the newest with long-term support',
  formats: 'zip',
  verify: 'none, import, or connect: to a real PostgreSQL, too (default: import)',
  'container-engine': 'auto, docker, podman or none (default: auto)',
  'build-image': 'image to compile in',
  'runtime-image': 'image to try the zip in',
  'server-image': 'image of the PostgreSQL that connect connects to',
  'source-dir': 'directory searched first for the tarballs',
  'source-mirror': 'URL prefix tried before the other places',
  'lock-file': 'a lock of your own, added to the built-in one',
  cache: 'keep and reuse the built OpenSSL and libpq: true or false (default: true)',
  'dependencies-sha256': 'content hashes of built OpenSSL and libpq that may be reused (default: any)',
  'output-dir': 'where the files go; ~ is the home directory (default: dist)',
  'release-tag': 'upload to the release of this tag; a draft is made when there is none',
  'release-id': 'upload to exactly this release',
  'create-tag': 'accept a tag that does not exist yet: true or false (default: false)',
  repository: "OWNER/NAME of the release's repository (default: GITHUB_REPOSITORY)",
  token: 'the token for the release (default: GITHUB_TOKEN, which keeps it out of the process list)',
  overwrite: 'replace an asset whose bytes differ: true or false (default: false)',
}

/** `build`: makes zips. */
export const buildVerb: Verb = {
  title: 'Builds psycopg2 zips for AWS Lambda; without flags, one for the newest Python that can be had.',
  flags: FLAGS,
  switches: { json: "print the artefacts' records as JSON" },
  async run({ values, out, log }) {
    const runId = randomUUID()
    cleanUpOnSignal(runId, log.notice)
    try {
      const { built, release } = await runJob({
        get: getterOf(values),
        workflow: readWorkflow(process.env),
        testGlibc: readTestGlibc(process.env, getterOf(values)),
        runId,
        fallBack: true,
        mask: () => {},
        log,
      })
      if (values.json === true) out(`${JSON.stringify(built.map(recordOf), null, 2)}\n`)
      else
        out(`In ${relative('', dirname(built[0].artefact.path)) || '.'}:\n${summaryText(built.map(rowOf))}`)
      if (release !== undefined) log.notice(`uploaded to ${release.url}`)
      return 0
    } finally {
      if (!isCancelled()) await cleanUp(runId)
    }
  },
}
