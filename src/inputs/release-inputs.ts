import type { ReleaseTarget } from '../github/types.js'
import type { PublishInputs } from '../jobs/publish-job.js'
import { MalformedInputError } from '../report/errors.js'
import { booleanOf, type Getter, oneOf, textOf } from './values.js'

/** Everything the publish action and the `publish` verb can be told. */
export const PUBLISH_INPUTS = [
  'release-id',
  'release-tag',
  'files',
  'expected',
  'make-latest',
  'overwrite',
  'create-tag',
  'repository',
  'token',
] as const
export type PublishInput = (typeof PUBLISH_INPUTS)[number]

const MAKE_LATEST = ['true', 'false', 'legacy'] as const

/** What the runner says of the workflow; on a command line most of it is missing. */
export interface Workflow {
  /** `GITHUB_API_URL`; GitHub Enterprise has another than github.com. */
  apiUrl: string
  /** `GITHUB_REPOSITORY`. */
  repository?: string | undefined
  /** `GITHUB_SHA`. */
  sha?: string | undefined
  /** `GITHUB_TOKEN`, on a command line, so that no token needs to stand in an argument. */
  token?: string | undefined
}

/** Reads what the runner says. */
export function readWorkflow(env: NodeJS.ProcessEnv): Workflow {
  return {
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    repository: env.GITHUB_REPOSITORY || undefined,
    sha: env.GITHUB_SHA || undefined,
    token: env.GITHUB_TOKEN || undefined,
  }
}

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
export function readReleaseTarget(get: Getter, workflow: Workflow): ReleaseTarget | undefined {
  const tag = tagOf(get)
  const id = textOf(get, 'release-id')
  const overwrite = booleanOf(get, 'overwrite', false)
  const createTag = booleanOf(get, 'create-tag', false)
  if (tag === undefined && id === undefined) return undefined
  if (id !== undefined && !/^[1-9]\d{0,15}$/.test(id)) {
    throw new MalformedInputError(
      'release-id',
      `${JSON.stringify(id)} is not the id of a release`,
      'Give the number that the job which made the draft put out as `release-id`.',
    )
  }
  const { owner, repo } = repositoryOf(get, workflow)
  const api = URL.canParse(workflow.apiUrl) ? new URL(workflow.apiUrl) : undefined
  if (
    api === undefined ||
    !/^https?:\/\/[^\s/]/.test(workflow.apiUrl) ||
    api.username + api.password !== ''
  ) {
    throw new MalformedInputError(
      'GITHUB_API_URL',
      `${JSON.stringify(workflow.apiUrl.replace(/\/\/.*@/, '//***@'))} is not the address of an API`,
      'The runner sets this variable. By hand, unset it for github.com, or give https://HOST/api/v3 of GitHub Enterprise, without a login.',
    )
  }
  const own = workflow.repository?.toLowerCase() === `${owner}/${repo}`.toLowerCase()
  return {
    owner,
    repo,
    token: tokenOf(get, workflow),
    apiUrl: workflow.apiUrl,
    tag,
    releaseId: id === undefined ? undefined : Number(id),
    // In another repository's release the workflow's own commit means nothing.
    sha: own ? workflow.sha : undefined,
    overwrite,
    createTag,
  }
}

/** Reads the inputs of the publish action. @throws {MalformedInputError} that names the input, its value and what is allowed */
export function readPublishInputs(get: Getter, workflow: Workflow): PublishInputs {
  const target = readReleaseTarget(get, workflow)
  if (target === undefined) {
    throw new MalformedInputError(
      'release-id',
      'nothing given',
      'Say which draft to publish: give release-id or release-tag.',
    )
  }
  return {
    target,
    files: (textOf(get, 'files') ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    expected: textOf(get, 'expected') ?? '',
    makeLatest: oneOf(get, 'make-latest', 'legacy', MAKE_LATEST),
  }
}

/** What git-check-ref-format(1) forbids, as far as it could mislead a request. */
const TAG =
  /^(?!.*(\.\.|@\{|\/\/|\.lock$))[^\s~^:?*[\\\p{Cc}/.-]([^\s~^:?*[\\\p{Cc}]*[^\s~^:?*[\\\p{Cc}/.])?$/u

/** The tag's name, also where its whole ref is given, as `github.ref` has it. */
function tagOf(get: Getter): string | undefined {
  const text = textOf(get, 'release-tag')
  const tag = text?.replace(/^refs\/tags\//, '')
  if (tag?.startsWith('refs/')) {
    throw new MalformedInputError(
      'release-tag',
      `${JSON.stringify(tag)} is the ref of ${tag.startsWith('refs/heads/') ? 'a branch' : 'something else'}, not of a tag`,
      'Run the workflow on the tag (on: push: tags) and give github.ref_name, or give the tag itself, such as 2.9.13-1.',
    )
  }
  if (tag === undefined || TAG.test(tag)) return tag
  throw new MalformedInputError(
    'release-tag',
    `${JSON.stringify(text)} is not the name of a tag`,
    'Give a tag such as 2.9.13-1; in a workflow that runs on a tag, github.ref_name is its name.',
  )
}

function repositoryOf(get: Getter, workflow: Workflow): { owner: string; repo: string } {
  const text = textOf(get, 'repository') ?? workflow.repository ?? ''
  const match = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/.exec(text)
  if (match?.[1] !== undefined && match[2] !== undefined) return { owner: match[1], repo: match[2] }
  throw new MalformedInputError(
    'repository',
    `${JSON.stringify(text)} is not the name of a repository`,
    'Give it as OWNER/NAME.',
  )
}

function tokenOf(get: Getter, workflow: Workflow): string {
  const token = textOf(get, 'token') ?? workflow.token
  if (token !== undefined) return token
  throw new MalformedInputError(
    'token',
    'nothing given',
    'Leave the input out in a workflow; on a command line set the variable GITHUB_TOKEN.',
  )
}
