import type { ReleaseTarget } from '../github/types.js'
import type { PublishJob } from '../jobs/publish-job.js'
import { parseExpected } from '../release/expected.js'
import { filesOf } from './file-patterns.js'
import { insistOn, malformed, nothingGiven, type Shape, withoutLogin } from './shape.js'
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

/** Where inputs of a release come from. */
export interface Given {
  get: Getter
  /** What the runner says of the workflow; on a command line most of it is missing, and the token may be there. */
  env: NodeJS.ProcessEnv
  /** Called with the token before anything is done with it; on a command line there is nobody to tell. */
  mask?: ((secret: string) => void) | undefined
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

/** OWNER/NAME. */
export const REPOSITORY: Shape = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/,
  problem: 'is not the name of a repository',
  hint: 'Give it as OWNER/NAME.',
}

/** A tag's name. */
export const TAG: Shape = {
  // What git-check-ref-format(1) forbids, as far as it could mislead a request.
  pattern:
    /^(?!.*(\.\.|@\{|\/\/|\.lock$))[^\s~^:?*[\\\p{Cc}/.-]([^\s~^:?*[\\\p{Cc}]*[^\s~^:?*[\\\p{Cc}/.])?$/u,
  problem: 'is not the name of a tag',
  hint: 'Give a tag such as 2.9.13-1; in a workflow that runs on a tag, github.ref_name is its name.',
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

/** The API's root; GitHub Enterprise has another than github.com. @throws {MalformedInputError} for what is none */
export function apiUrlOf(env: NodeJS.ProcessEnv): string {
  const text = env.GITHUB_API_URL || 'https://api.github.com'
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.username === '' && url.password === '' && /^https?:\/\/[^\s/]/.test(text)) return text
  throw malformed('GITHUB_API_URL', withoutLogin(text), {
    problem: 'is not the address of an API',
    hint: 'The runner sets this variable. By hand, unset it for github.com, or give https://HOST/api/v3 of GitHub Enterprise, without a login.',
  })
}
