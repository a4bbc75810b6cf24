import { repositoryOf, untagged } from '../github/advice.js'
import type { Connection } from '../github/api.js'
import type { Release } from '../github/types.js'
import { patienceFor } from '../github/waiting.js'
import { BuildError, InputError } from '../report/errors.js'
import { checkTag } from './tag.js'

/** All releases that carry one tag: at most one published, any number of drafts, oldest first. */
export interface Found {
  published: Release | undefined
  drafts: Release[]
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
 * @throws {BuildError} the repository is not there or not visible
 */
export async function releasesOf(connection: Connection, tag: string): Promise<Found> {
  const { api, target, clock, firstSeen } = connection
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
  for (const { id } of drafts) if (!firstSeen.has(id)) firstSeen.set(id, clock.now())
  return { published: ours.find((release) => !release.draft), drafts }
}

/** The published release of a tag by one request, else whatever the list shows. */
async function lookUp(connection: Connection, tag: string): Promise<Found> {
  const published = await connection.api.publishedRelease(tag)
  return published ? { published, drafts: [] } : releasesOf(connection, tag)
}

/**
 * The release that files are to go to: the one of the given id; else the published one of the tag; else the
 * tag's draft, which is created when there is none.
 *
 * GitHub refuses no second draft of one tag and hides new ones from its list for seconds, so jobs that all find
 * none may each create one. Then the lowest id wins: any draft older than one that was first seen `settle` ago is
 * visible by now, so after that wait all jobs agree. Each deletes its own loser while that is still empty.
 */
export async function findOrCreateRelease(connection: Connection): Promise<Release> {
  const { target, clock, limits, log } = connection
  if (target.releaseId !== undefined) return releaseById(connection, target.releaseId)
  const tag = tagOf(connection)
  let found = await lookUp(connection, tag)
  if (!found.published && found.drafts.length === 0) {
    await clock.sleep(clock.random() * limits.spread)
    found = await lookUp(connection, tag)
  }
  if (found.published) return found.published
  if (found.drafts.length > 0) return elect(connection, tag, found, undefined)
  const created = await createDraft(connection, tag)
  if (created.own) log.info(`created a draft release for ${tag} (id ${created.own.id})`)
  return created.found.published ?? elect(connection, tag, created.found, created.own)
}

async function createDraft(connection: Connection, tag: string): Promise<{ found: Found; own?: Release }> {
  const { api, clock, limits, target } = connection
  const commit = await checkTag(connection, tag, undefined)
  const patience = patienceFor(connection, `creating a draft release for ${tag}`)
  for (;;) {
    // Where the tag exists, GitHub's description calls target_commitish unused; a token without the workflows
    // permission may be refused because of it all the same (intent-hq/intent#1277).
    const reply = await api.createDraft(tag, commit === undefined ? target.sha : undefined)
    if (reply.kind === 'ok') return { found: { published: undefined, drafts: [reply.data] }, own: reply.data }
    const taken = reply.kind === 'refused' && reply.status === 422 && isTagTaken(reply.details)
    if (taken) await patience.again(`GitHub says that ${tag} has a release already, and does not show it yet`)
    else await patience.face(reply)
    // Perhaps only the answer was lost: a draft of ours would show in the list by then.
    if (reply.kind === 'lost' || reply.status >= 500) await clock.sleep(limits.settle)
    const found = await lookUp(connection, tag)
    if (found.published || found.drafts.length > 0) return { found }
  }
}

function isTagTaken(details: readonly { code?: string | undefined; field?: string | undefined }[]): boolean {
  return details.some(({ code, field }) => code === 'already_exists' && field === 'tag_name')
}

/** The one draft that all jobs come to; see {@link findOrCreateRelease}. */
async function elect(
  connection: Connection,
  tag: string,
  seen: Found,
  own: Release | undefined,
): Promise<Release> {
  const { api, clock, limits, firstSeen, log } = connection
  let winner = oldest(seen.drafts, tag)
  const unsettled = limits.settle - (clock.now() - (firstSeen.get(winner.id) ?? clock.now()))
  if (unsettled > 0) {
    log.info(`waiting ${Math.ceil(unsettled / 1000)} s for other jobs’ drafts of ${tag} to become visible`)
    await clock.sleep(unsettled)
    const now = await lookUp(connection, tag)
    // The create answer is the authority on our own draft, and what was seen once exists: the list may lag.
    winner = now.published ?? oldest([...now.drafts, ...seen.drafts], tag)
  }
  if (own !== undefined && own.id !== winner.id) {
    const assets = await api.assets(own.id)
    if (assets?.length === 0) {
      log.info(
        `another job’s draft of ${tag} (id ${winner.id}) is older: deleting this job’s empty one (id ${own.id})`,
      )
      await api.deleteRelease(own.id)
    }
  }
  return winner
}

function oldest(drafts: readonly Release[], tag: string): Release {
  const [first] = drafts.toSorted((a, b) => a.id - b.id)
  if (first === undefined) throw new Error(`no draft of ${tag} to choose from`)
  return first
}
