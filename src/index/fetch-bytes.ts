import { shown } from '../network/address.js'
import type { Conditions } from '../network/conditions.js'
import { get } from '../network/get.js'
import { duration, type GivenUp, Patience } from '../network/patience.js'
import { readBody } from '../network/read-body.js'
import { lostBy } from '../network/trouble.js'
import { BuildError } from '../report/errors.js'

/** A file that an address has. */
export interface Wanted {
  url: URL
  /** In bytes: not more than this is read. */
  most: number
  /** What to do about an address that does not give it, for the error. */
  hint: string
}

/** The server says that there is no such file, or no more. */
export class Gone extends BuildError {}

/**
 * The bytes that an address gives, asked for again where that can help.
 *
 * @throws {Gone} when it says that it has none; {BuildError} when it does not give them, or gives more than there can be
 * @throws the signal's reason once it is aborted
 */
export async function fetchBytes(it: Wanted, conditions: Conditions): Promise<Uint8Array> {
  const { signal, times, log } = conditions
  if (!/^https?:$/.test(it.url.protocol)) {
    throw new BuildError(`${shown(it.url)} is not an http or https address`, it.hint)
  }
  log.info(`getting ${shown(it.url)}`)
  const patience = new Patience(conditions, (reason) => {
    const { trouble } = reason
    const isGone = trouble?.kind === 'refused' && (trouble.status === 404 || trouble.status === 410)
    return new (isGone ? Gone : BuildError)(said(reason), it.hint)
  })
  for (;;) {
    const answer = await get({ url: it.url, times, signal })
    if (answer.kind !== 'ok') {
      await patience.face(answer)
      continue
    }
    try {
      const { url, most, hint } = it
      return await readBody(
        answer,
        most,
        () => new BuildError(`${shown(url)} gives more than the ${most} bytes expected`, hint),
      )
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof BuildError) throw error
      await patience.face(lostBy(error, shown(it.url), times.stallMs))
    }
  }
}

function said({ what, failures, asked }: GivenUp): string {
  const wait = asked === undefined ? '' : `; it asks to wait for ${duration(asked)}`
  return what + wait + (failures > 1 ? ` (tried ${failures} times)` : '')
}
