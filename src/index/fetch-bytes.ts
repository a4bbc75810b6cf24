import { shown } from '../network/address.js'
import { systemClock } from '../network/clock.js'
import { type Got, get } from '../network/get.js'
import { duration, type GivenUp, Patience, type Setting } from '../network/patience.js'
import { lostBy, type Times } from '../network/trouble.js'
import { BuildError } from '../report/errors.js'

/** What all requests for an index have in common. */
export interface Conditions extends Setting {
  times: Times
}

/** What a real index is made with. */
export const REAL: Pick<Conditions, 'clock' | 'limits' | 'times'> = {
  clock: systemClock,
  limits: { attempts: 4, backoff: 1000, longestWait: 60_000, unsaidWait: 1000 },
  times: { answerMs: 30_000, stallMs: 60_000 },
}

/** A file that an address has. */
export interface Wanted {
  url: URL
  /** In bytes: not more than this is read. */
  most: number
  /** What to do about an address that does not give it, for the error. */
  hint: string
}

/**
 * The bytes that an address gives, asked for again where that can help.
 *
 * @throws {BuildError} when it does not give them, or gives more than there can be
 * @throws the signal's reason once it is aborted
 */
export async function fetchBytes(it: Wanted, conditions: Conditions): Promise<Uint8Array> {
  const { signal, times, log } = conditions
  if (!/^https?:$/.test(it.url.protocol)) {
    throw new BuildError(`${shown(it.url)} is not an http or https address`, it.hint)
  }
  log.info(`getting ${shown(it.url)}`)
  const patience = new Patience(conditions, (reason) => new BuildError(said(reason), it.hint))
  for (;;) {
    const answer = await get({ url: it.url, times, signal })
    if (answer.kind !== 'ok') {
      await patience.face(answer)
      continue
    }
    try {
      return await read(answer, it)
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

async function read({ body }: Got, { url, most, hint }: Wanted): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) throw new BuildError(`${shown(url)} gives more than the ${most} bytes expected`, hint)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
