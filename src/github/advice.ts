import { BuildError } from '../report/errors.js'
import type { GitHubRefused, Release, ReleaseTarget } from './types.js'

/** `https://github.com/o/r` is for people; messages name a repository as GitHub does. */
export function repositoryOf(target: ReleaseTarget): string {
  return `${target.owner}/${target.repo}`
}

/** The command that deletes a release or asset; a person has to decide that. */
export function deleteCommand(
  target: ReleaseTarget,
  what: 'releases' | 'releases/assets',
  id: number,
): string {
  return `gh api -X DELETE repos/${repositoryOf(target)}/${what}/${id}`
}

const PERMISSIONS = 'permissions:\n  contents: write'

/** GitHub refuses a tag or a commit that changes workflows with the words of an unknown repository. */
const WORKFLOWS =
  'A GITHUB_TOKEN may not make a release whose new tag would point at a commit that changes .github/workflows ' +
  'relative to the default branch: push the tag yourself first, or give a token with the workflows permission.'

/**
 * What a refusal means and what to do about it.
 *
 * @param doing what was being done, as a noun phrase: `creating a draft for 2.9.13-1`
 */
export function refusal(target: ReleaseTarget, doing: string, trouble: GitHubRefused): BuildError {
  const { status, message, request, headers } = trouble
  const accepted = status === 403 ? headers['x-accepted-github-permissions'] : undefined
  const needs = accepted === undefined ? '' : ` (x-accepted-github-permissions: ${accepted})`
  return new BuildError(
    `${doing} failed: GitHub answered ${status} to ${request}: ${message}${needs}`,
    adviceOn(trouble, repositoryOf(target)),
  )
}

function adviceOn(trouble: GitHubRefused, repository: string): string {
  const { status, request } = trouble
  if (status >= 300 && status < 400) {
    return `${repository} has been renamed or moved. Give its current name: \`repository: OWNER/NAME\`.`
  }
  if (status === 401) {
    return 'The token is wrong or has expired: renew it, or leave `token` out. A build then uses the workflow’s own, and what is public is installed without one.'
  }
  if (status === 403) {
    const workflows = request.startsWith('GET') ? '' : `\n${WORKFLOWS}`
    return (
      `The token may not write to ${repository}. Add to the job that uses this action:\n${PERMISSIONS}\n` +
      'Pull requests from forks get a read-only token whatever the workflow says; a token given as `token` needs ' +
      `"Contents: write" for this repository.${workflows}`
    )
  }
  if (status === 404) {
    return (
      `Either ${repository} is not the right repository, or the token cannot see it or may not write there ` +
      `(GitHub does not say which). In the job that uploads:\n${PERMISSIONS}\n${WORKFLOWS}`
    )
  }
  if (status === 422) return adviceOnInvalid(trouble, repository)
  return 'GitHub will not accept this, and repeating it would not help. Its own words are above.'
}

function adviceOnInvalid(trouble: GitHubRefused, repository: string): string {
  if (/immutable/i.test(trouble.message)) {
    return (
      'A published immutable release and its tag can never be changed again. Use a new tag, with the next ' +
      'rebuild counter (2.9.13-2 after 2.9.13-1), upload to its draft, and publish last.'
    )
  }
  if (isTaken(trouble, 'tag_name')) {
    return (
      'Another release of this tag was published in the meantime. Nothing was lost: compare the two, and delete the ' +
      'draft, or give it a new tag.'
    )
  }
  if (trouble.details.some(({ field }) => field === 'pre_receive')) {
    return (
      `A tag ruleset of ${repository} does not let this token create the tag: push the tag yourself ` +
      'first, or add the token’s app to the ruleset’s bypass list.'
    )
  }
  return 'GitHub’s own words are above; repeating the request would not help.'
}

/** Whether GitHub refused because another asset has the name, or another published release the tag. */
export function isTaken({ status, details }: GitHubRefused, field: 'name' | 'tag_name'): boolean {
  return (
    status === 422 && details.some((detail) => detail.code === 'already_exists' && detail.field === field)
  )
}

/** The release that was worked on is gone; it is never made again behind the back of whoever deleted it. */
export function deleted(target: ReleaseTarget, release: Pick<Release, 'id' | 'tag'>): BuildError {
  return new BuildError(
    `the release ${release.tag} (id ${release.id}) of ${repositoryOf(target)} was deleted in the meantime`,
    'Nothing was created in its place. If that was a mistake, run the whole workflow again; another job or person ' +
      'may have removed it on purpose.',
  )
}

/** A published immutable release can take no asset. */
export function immutable(target: ReleaseTarget, release: Release): BuildError {
  return new BuildError(
    `the release ${release.tag} of ${repositoryOf(target)} is published and immutable: it can take no more assets`,
    'Use a new tag, with the next rebuild counter (2.9.13-2 after 2.9.13-1): `release-tag: NEW`. Assets go to the ' +
      'draft first; the publish action publishes it last.',
  )
}

/** A draft whose tag GitHub has replaced, as it does when a change leaves the tag out (jdx/communique#241). */
export function untagged(target: ReleaseTarget, release: Release, wanted = 'TAG'): BuildError {
  return new BuildError(
    `the release ${release.id} of ${repositoryOf(target)} carries the tag ${release.tag}: its own was lost`,
    'GitHub renames a draft’s tag when a change leaves it out. Restore it: gh api -X PATCH ' +
      `repos/${repositoryOf(target)}/releases/${release.id} -f tag_name=${wanted}`,
  )
}
