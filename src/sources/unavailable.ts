import { duration } from '../network/patience.js'
import type { Lost, Refused } from '../network/trouble.js'

/** One place did not give the file. Not fatal: the next place is asked. */
export class Unavailable extends Error {
  override name = 'Unavailable'

  constructor(
    message: string,
    /**
     * What that says: the place answered and has no such file; it is a no for whoever asks now; or nothing, because it
     * may have been a passing fault.
     */
    readonly says: 'missing' | 'no' | 'nothing',
  ) {
    super(message)
  }
}

/**
 * What a request in vain says of the file.
 *
 * @param tries how often it was made
 * @param asked how long the server asks to wait, in milliseconds, where that is too long
 */
export function unavailable(trouble: Refused | Lost, tries = 1, asked?: number): Unavailable {
  const wait = asked === undefined ? '' : `; it asks to wait for ${duration(asked)}`
  const times = wait + (tries > 1 ? ` (tried ${tries} times)` : '')
  if (trouble.kind === 'lost') {
    const text = `${trouble.request}: ${trouble.why}${times}`
    return new Unavailable(text, trouble.lasting === true ? 'no' : 'nothing')
  }
  const { request, status, message } = trouble
  const text = `${request}: HTTP ${status} ${message}${times}`
  if (status === 404 || status === 410) return new Unavailable(text, 'missing')
  return new Unavailable(text, status === 408 || status === 429 || status >= 500 ? 'nothing' : 'no')
}
