import { deleteCommand, immutable, refusal, repositoryOf } from '../github/advice.js'
import type { Connection } from '../github/api.js'
import type { Release } from '../github/types.js'
import { asksToWait, patienceFor } from '../github/waiting.js'
import { BuildError } from '../report/errors.js'
import { type Found, releaseById, releasesOf, tagOf } from './find.js'
import { checkTag } from './tag.js'

/** What is known before a build starts. */
export interface Preflight {
  tag: string
  /** The release the files will go to; undefined: a draft will be created. */
  release: Release | undefined
  /** The commit the tag stands at; undefined: publishing will create the tag. */
  commit: string | undefined
}

/**
 * Everything that would make the upload fail and can be known in seconds, before minutes are spent: the token's
 * right to write, the release's state, the tag. Three requests with a prepared draft (by id), four otherwise.
 *
 * @throws {BuildError} with the YAML line or the command that cures it
 */
export async function preflight(connection: Connection): Promise<Preflight> {
  const { target, api } = connection
  let release: Release | undefined
  if (target.releaseId !== undefined) {
    release = await releaseById(connection, target.releaseId)
    // GitHub shows drafts only to those who may write (its reference on listing releases).
    if (release.draft) await oneDraft(connection, release.tag)
    else await mayWrite(connection, release.tag)
  } else {
    const tag = tagOf(connection)
    await mayWrite(connection, tag)
    release = (await api.publishedRelease(tag)) ?? (await oneDraft(connection, tag))
  }
  if (release?.immutable) throw immutable(target, release)
  const tag = release?.tag ?? tagOf(connection)
  return { tag, release, commit: await checkTag(connection, tag, release) }
}

/**
 * Only a 401, a 403 or a redirect proves anything here; whatever else stands in the way of this request, those
 * after it will say it better.
 */
async function mayWrite(connection: Connection, tag: string): Promise<void> {
  const { target, api, log } = connection
  const doing = `asking whether the token may write releases of ${repositoryOf(target)}`
  const patience = patienceFor(connection, doing)
  for (;;) {
    const reply = await api.probeWrite(tag)
    if (reply.kind === 'ok') return
    if (asksToWait(connection, reply)) {
      await patience.face(reply)
    } else if (reply.kind === 'refused' && (reply.status < 404 || reply.status === 451)) {
      throw refusal(target, doing, reply)
    } else {
      log.debug(`${doing}: no answer to be had`)
      return
    }
  }
}

/** The tag's published release or only draft. @throws {BuildError} there are several drafts, and they stay */
async function oneDraft(connection: Connection, tag: string): Promise<Release | undefined> {
  const { clock, limits, log } = connection
  let found = await releasesOf(connection, tag)
  if (found.drafts.length > 1) {
    // Jobs that raced to create one delete their superfluous ones within the time the list may lag.
    log.info(`${found.drafts.length} drafts carry the tag ${tag}; looking again`)
    await clock.sleep(limits.settle * 2)
    found = await releasesOf(connection, tag)
  }
  if (found.drafts.length > 1) throw severalDrafts(connection, tag, found)
  return found.published ?? found.drafts[0]
}

/** More than one draft for one tag: which one is meant is for a person to say. */
export function severalDrafts({ target }: Connection, tag: string, { drafts }: Found): BuildError {
  const commands = drafts.map((draft) => deleteCommand(target, 'releases', draft.id)).join('\n')
  return new BuildError(
    `${drafts.length} drafts of ${repositoryOf(target)} carry the tag ${tag}: ids ${drafts.map((d) => d.id).join(', ')}`,
    `Keep one of them, and delete the others:\n${commands}\nLet one job prepare the draft and give its id to the ` +
      'others (`release-id`); drafts are not unique per tag.',
  )
}
