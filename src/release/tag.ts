import { repositoryOf } from '../github/advice.js'
import type { Connection } from '../github/api.js'
import type { Release } from '../github/types.js'
import { BuildError } from '../report/errors.js'

const COMMIT = /^[0-9a-f]{40}$/

/**
 * Checks that the tag stands, or will stand, at the commit that was built. A published draft whose tag is
 * missing would otherwise tag the head of the default branch (GitHub's reference on `target_commitish`).
 *
 * @param release the release that carries the tag, if there is one: a draft may name the commit itself
 * @returns the tag's commit; undefined when publishing is to create the tag
 * @throws {BuildError} the tag is missing or elsewhere, with the command that cures it
 */
export async function checkTag(
  connection: Connection,
  tag: string,
  release: Release | undefined,
): Promise<string | undefined> {
  const { sha, createTag } = connection.target
  const commit = await commitOf(connection, tag)
  const repository = repositoryOf(connection.target)
  if (commit !== undefined) {
    if (sha === undefined || commit === sha) return commit
    throw new BuildError(
      `the tag ${tag} of ${repository} is at commit ${commit}, but commit ${sha} was checked out to be built`,
      `Build the tagged commit (run the workflow on the tag, or \`actions/checkout\` with \`ref: ${tag}\`), or use ` +
        `another tag: \`git tag NEW ${sha} && git push origin NEW\`.`,
    )
  }
  const named = release?.draft && COMMIT.test(release.commitish) ? release.commitish : undefined
  if (named !== undefined && sha !== undefined && named !== sha) {
    throw new BuildError(
      `the draft ${tag} (id ${release?.id}) of ${repository} would tag commit ${named}, but ${sha} is to be built`,
      `Push the tag yourself: \`git tag ${tag} ${sha} && git push origin ${tag}\`.`,
    )
  }
  if (named !== undefined || (createTag && sha !== undefined)) return undefined
  throw new BuildError(
    `the tag ${tag} does not exist in ${repository}`,
    'Publishing would create it at the head of the default branch, whatever was built. Push it first: ' +
      `\`git tag ${tag} ${sha ?? 'COMMIT'} && git push origin ${tag}\`, or prepare the draft with the commit: ` +
      `\`gh release create ${tag} --draft --target ${sha ?? 'COMMIT'}\`.`,
  )
}

/** The commit a tag stands at, annotated tags peeled; undefined: no such tag. */
async function commitOf({ api }: Connection, tag: string): Promise<string | undefined> {
  let object = await api.tagRef(tag)
  // A tag may tag a tag; nobody nests them deeper than once.
  for (let depth = 0; object?.type === 'tag' && depth < 5; depth += 1)
    object = await api.tagObject(object.sha)
  if (object === undefined || object.type === 'commit') return object?.sha
  throw new BuildError(
    `the tag ${tag} points at a ${object.type} (${object.sha}), not at a commit`,
    'A release needs a tag of a commit: use another tag.',
  )
}
