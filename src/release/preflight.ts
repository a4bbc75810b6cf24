import { immutable, refusal, repositoryOf } from '../github/advice.js'
import type { Connection } from '../github/api.js'
import { patienceFor } from '../github/waiting.js'
import { judge } from '../network/patience.js'
import { releaseById, releaseByTag, releasesOf, tagOf } from './find.js'
import { checkTag } from './tag.js'

/**
 * Everything that would make the upload fail and can be known in seconds, before minutes are spent: the token's
 * right to write, the release's state, the tag. Three requests with a prepared draft (by id), four otherwise.
 *
 * @throws {BuildError} with the YAML line or the command that cures it
 */
export async function preflight(connection: Connection): Promise<void> {
  const { target } = connection
  const given = target.releaseId === undefined ? undefined : await releaseById(connection, target.releaseId)
  const tag = given?.tag ?? tagOf(connection)
  // GitHub shows drafts only to those who may write (its reference on listing releases); a second one is refused.
  if (given?.draft) await releasesOf(connection, tag)
  else await mayWrite(connection, tag)
  const release = given ?? (await releaseByTag(connection, tag))
  if (release?.immutable) throw immutable(target, release)
  await checkTag(connection, tag, release)
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
    if (judge(reply, connection, 0).kind === 'wait') {
      await patience.face(reply)
    } else if (reply.kind === 'refused' && (reply.status < 404 || reply.status === 451)) {
      throw refusal(target, doing, reply)
    } else {
      log.debug(`${doing}: no answer to be had`)
      return
    }
  }
}
