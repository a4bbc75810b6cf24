import { shown } from '../network/address.js'
import type { Conditions } from '../network/conditions.js'
import { get } from '../network/get.js'
import { duration, type GivenUp, Patience } from '../network/patience.js'
import { readBody } from '../network/read-body.js'
import { lostBy } from '../network/trouble.js'
import { BuildError } from '../report/errors.js'
import { NotTheFile } from './not-the-file.js'

/** A file that came from an address. */
export interface Fetched {
  bytes: Uint8Array
  /** Whether the server called it a web page. */
  page: boolean
}

/**
 * Gets a small file whole into memory, again where that can help, for a minute at most.
 *
 * @param most in bytes; what is larger is not read to its end
 * @returns undefined where the server says that there is no such file
 * @throws {BuildError} when it cannot be had; the signal's reason once it is aborted
 */
export async function fetchFile(
  url: URL,
  { most, conditions }: { most: number; conditions: Conditions },
): Promise<Fetched | undefined> {
  const { times, signal, clock } = conditions
  const began = clock.now()
  let skew = 0
  // A date in Retry-After is by the server's clock, which this machine's need not agree with.
  const setting = { ...conditions, serverNow: () => clock.now() + skew }
  const patience = new Patience(setting, (reason) => givenUp(reason, url))
  for (;;) {
    const answer = await get({ url, times, signal })
    if (answer.kind === 'ok') {
      try {
        const bytes = await readBody(answer, most, () => tooLarge(url, most))
        return { bytes, page: /^text\/html\b/i.test(answer.headers['content-type'] ?? '') }
      } catch (error) {
        signal?.throwIfAborted()
        if (error instanceof BuildError) throw error
        await patience.face(lostBy(error, shown(url), times.stallMs))
      }
    } else {
      if (answer.kind === 'refused' && (answer.status === 404 || answer.status === 410)) return undefined
      const date = answer.kind === 'refused' ? Date.parse(answer.headers.date ?? '') : Number.NaN
      if (!Number.isNaN(date)) skew = date - clock.now()
      await patience.face(answer)
    }
    if (clock.now() - began > conditions.limits.longestWait)
      throw new BuildError(`${shown(url)} could not be fetched within a minute`, AGAIN)
  }
}

const AGAIN =
  'Run it again later, give a mirror or a directory with the release in base-url, or use a proxy (https_proxy).'

function tooLarge(url: URL, most: number): NotTheFile {
  return new NotTheFile(
    `${shown(url)} has more than the ${most} bytes that were to come; reading stopped there`,
    'A proxy or mirror on the way may have replaced it. Nothing was changed.',
  )
}

function givenUp({ what, why, trouble, failures, asked }: GivenUp, url: URL): BuildError {
  if (why === 'limited')
    return new BuildError(
      `${what}, and the server asks to wait for ${duration(asked ?? 0)}, more than the minute that this waits`,
      AGAIN,
    )
  const tried = failures > 1 ? ` (tried ${failures} times)` : ''
  const denied = trouble?.kind === 'refused' && (trouble.status === 401 || trouble.status === 403)
  // Where a redirect led, it is another address.
  const happened = what.replace(`${shown(url)}: `, '')
  return new BuildError(
    `${shown(url)} cannot be had: ${happened}${tried}`,
    denied
      ? 'For a repository, give a token that may read it; for a base-url, a login in it: https://USER:PASSWORD@HOST/….'
      : AGAIN,
  )
}
