import type { ReleaseTarget } from '../github/types.js'
import type { PublishJob } from '../jobs/publish-job.js'
import { parseExpected } from '../release/expected.js'
import { filesOf } from './file-patterns.js'
import { apiUrlOf, type Given, REPOSITORY, TAG } from './github-names.js'
import { insistOn, malformed, nothingGiven, type Shape } from './shape.js'
import { booleanOf, type Getter, oneOf, textOf } from './values.js'

const MAKE_LATEST = ['true', 'false', 'legacy'] as const

/** Whether the run is for a tag, from what the runner says: what is built then is meant to be released. */
export function isForTag(env: NodeJS.ProcessEnv): boolean {
  return (
    env.GITHUB_REF_TYPE === 'tag' ||
    env.GITHUB_REF?.startsWith('refs/tags/') === true ||
    env.GITHUB_EVENT_NAME === 'release'
  )
}

/**
 * The release that files go to; undefined when neither `release-tag` nor `release-id` is given.
 *
 * @throws {MalformedInputError} that names the input, its value and what is allowed
 */
export function readReleaseTarget({ get, env, mask }: Given): ReleaseTarget | undefined {
  const tag = tagOf(get)
  const id = textOf(get, 'release-id')
  const overwrite = booleanOf(get, 'overwrite', false)
  const createTag = booleanOf(get, 'create-tag', false)
  if (tag === undefined && id === undefined) return undefined
  const releaseId = id === undefined ? undefined : Number(insistOn(RELEASE_ID, 'release-id', id))
  const named = textOf(get, 'repository') ?? env.GITHUB_REPOSITORY ?? ''
  const repository = insistOn(REPOSITORY, 'repository', named)
  const [owner = '', repo = ''] = repository.split('/')
  const apiUrl = apiUrlOf(env)
  // On a command line from the environment, so that none needs to stand in an argument.
  const token = textOf(get, 'token') ?? env.GITHUB_TOKEN
  if (!token) {
    const hint = 'Leave the input out in a workflow; on a command line set the variable GITHUB_TOKEN.'
    throw nothingGiven('token', hint)
  }
  mask?.(token)
  // In another repository's release the workflow's own commit means nothing.
  const own = env.GITHUB_REPOSITORY?.toLowerCase() === repository.toLowerCase()
  const sha = (own && env.GITHUB_SHA) || undefined
  return { owner, repo, token, apiUrl, tag, releaseId, sha, overwrite, createTag }
}

/**
 * Reads the inputs of the publish action.
 *
 * @throws {InputError} that names the input, its value and what is allowed
 */
export async function readPublishJob(given: Given): Promise<PublishJob> {
  const target = readReleaseTarget(given)
  if (target === undefined) {
    throw nothingGiven('release-id', 'Say which draft to publish: give release-id or release-tag.')
  }
  const { get } = given
  const makeLatest = oneOf(get, 'make-latest', 'legacy', MAKE_LATEST)
  const expected = parseExpected(textOf(get, 'expected') ?? '')
  return { target, expected, files: await filesOf(get), makeLatest }
}

const RELEASE_ID: Shape = {
  pattern: /^[1-9]\d{0,15}$/,
  problem: 'is not the id of a release',
  hint: 'Give the number that the job which made the draft put out as `release-id`.',
}

/** The tag's name, also where its whole ref is given, as `github.ref` has it. */
function tagOf(get: Getter): string | undefined {
  const text = textOf(get, 'release-tag')
  if (text === undefined) return undefined
  const tag = text.replace(/^refs\/tags\//, '')
  if (tag.startsWith('refs/')) {
    throw malformed('release-tag', tag, {
      problem: `is the ref of ${tag.startsWith('refs/heads/') ? 'a branch' : 'something else'}, not of a tag`,
      hint: 'Run the workflow on the tag (on: push: tags) and give github.ref_name, or give the tag itself, such as 2.9.13-1.',
    })
  }
  if (TAG.pattern.test(tag)) return tag
  throw malformed('release-tag', text, TAG)
}
