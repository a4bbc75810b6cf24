import { deleteCommand, isTaken, repositoryOf, untagged } from '../github/advice.js'
import type { Connection } from '../github/api.js'
import type { Release } from '../github/types.js'
import { patienceFor } from '../github/waiting.js'
import { BuildError, InputError } from '../report/errors.js'
import { checkTag } from './tag.js'

/** The releases that carry one tag, at most one of each kind, and all others that are to be seen. */
export interface Found {
  published: Release | undefined
  draft: Release | undefined
  others: Release[]
}

/** The tag the target names. @throws {InputError} it names none */
export function tagOf({ target }: Connection): string {
  if (target.tag !== undefined) return target.tag
  throw new InputError('release-tag', 'is not given, and neither is release-id', 'Give one of them.')
}

/**
 * The release of the given id.
 *
 * @throws {BuildError} there is none that the token can see
 * @throws {InputError} it carries another tag than the given one
 */
export async function releaseById(connection: Connection, id: number): Promise<Release> {
  const { target, api } = connection
  const patience = patienceFor(connection, `reading the release ${id}`)
  for (let missing = 1; ; missing += 1) {
    const release = await api.release(id)
    if (release !== undefined) {
      if (/^untagged-[0-9a-f]+$/.test(release.tag)) throw untagged(target, release)
      if (target.tag === undefined || target.tag === release.tag) return release
      throw new InputError(
        'release-id',
        `the release ${id} of ${repositoryOf(target)} carries the tag ${release.tag}, not ${target.tag}`,
        'Give only one of release-id and release-tag, or both of one release.',
      )
    }
    if (missing === 3) {
      throw new BuildError(
        `there is no release ${id} in ${repositoryOf(target)} that this token can see`,
        'Drafts are shown only to tokens that may write. In the job that uses this action:\n' +
          'permissions:\n  contents: write\nOtherwise the release was deleted, or `repository` names another one.',
      )
    }
    // A release that another job has just created may be unknown to the next server for a moment.
    await patience.again(`GitHub does not know the release ${id} (yet)`)
  }
}

/**
 * The releases of a tag, drafts included, which only the list shows.
 *
 * @throws {BuildError} there are several drafts, or the repository is not there or not visible
 */
export async function releasesOf(connection: Connection, tag: string): Promise<Found> {
  const { api, target } = connection
  const releases = await api.releases()
  if (releases === undefined) {
    throw new BuildError(
      `the repository ${repositoryOf(target)} does not exist, or the token cannot see it`,
      'Check `repository: OWNER/NAME`; the workflow’s own token is for its own repository only, for another one ' +
        'give `token` with "Contents: write" there.',
    )
  }
  const ours = releases.filter((release) => release.tag === tag).sort((a, b) => a.id - b.id)
  const drafts = ours.filter((release) => release.draft)
  if (drafts.length > 1) throw severalDrafts(connection, tag, drafts)
  const others = releases.filter((release) => release.tag !== tag)
  return { published: ours.find((release) => !release.draft), draft: drafts[0], others }
}

/** The published release of a tag, else its draft; undefined: there is none yet. @throws as {@link releasesOf} */
export async function releaseByTag(connection: Connection, tag: string): Promise<Release | undefined> {
  const known = await connection.api.publishedRelease(tag)
  if (known !== undefined) return known
  const { published, draft } = await releasesOf(connection, tag)
  return published ?? draft
}

/** More than one draft for one tag: which one is meant is for a person to say. */
export function severalDrafts({ target }: Connection, tag: string, drafts: readonly Release[]): BuildError {
  const commands = drafts.map((draft) => deleteCommand(target, 'releases', draft.id)).join('\n')
  return new BuildError(
    `${drafts.length} drafts of ${repositoryOf(target)} carry the tag ${tag}: ids ${drafts.map((d) => d.id).join(', ')}`,
    `Keep one of them, and delete the others:\n${commands}\nLet one job prepare the draft and give its id to the ` +
      'others (`release-id`); drafts are not unique per tag.',
  )
}

/**
 * The release that files are to go to: the one of the given id; else the published one of the tag; else the
 * tag's draft, which is created when there is none.
 *
 * GitHub refuses no second draft of one tag and hides new ones from its list for seconds, so jobs that all find
 * none may each create one; whoever looks next refuses to choose among them.
 */
export async function findOrCreateRelease(connection: Connection): Promise<Release> {
  return (await findRelease(connection)) ?? (await createDraft(connection))
}

/** The release of the given id, or of the tag; undefined: the tag has none yet. @throws as those */
export async function findRelease(connection: Connection): Promise<Release | undefined> {
  const { releaseId } = connection.target
  return releaseId === undefined
    ? releaseByTag(connection, tagOf(connection))
    : releaseById(connection, releaseId)
}

/** A new draft for the target's tag, or what another job has made meanwhile. @throws {BuildError} when GitHub refuses */
export async function createDraft(connection: Connection): Promise<Release> {
  const { api, clock, limits, log, target } = connection
  const tag = tagOf(connection)
  const commit = await checkTag(connection, tag, undefined)
  const patience = patienceFor(connection, `creating a draft release for ${tag}`)
  for (;;) {
    // Where the tag exists, GitHub's description calls target_commitish unused; a token without the workflows
    // permission may be refused because of it all the same (intent-hq/intent#1277).
    const reply = await api.createDraft(tag, commit === undefined ? target.sha : undefined)
    if (reply.kind === 'ok') {
      // The answer is the authority: the list may hide the new draft for a while.
      log.info(`created a draft release for ${tag} (id ${reply.data.id})`)
      return reply.data
    }
    if (reply.kind === 'refused' && isTaken(reply, 'tag_name'))
      await patience.again(`GitHub says that ${tag} has a release already, and does not show it yet`)
    else await patience.face(reply)
    // Perhaps only the answer was lost: a draft of ours would show in the list by then.
    if (reply.kind === 'lost' || reply.status >= 500) await clock.sleep(limits.listLag)
    const found = await releaseByTag(connection, tag)
    if (found !== undefined) return found
  }
}
