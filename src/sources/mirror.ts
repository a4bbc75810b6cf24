import { BAD_LOGIN, hasReadableLogin, shown } from '../network/address.js'
import { MalformedInputError } from '../report/errors.js'

/**
 * Reads the input `source-mirror`: an http or https address that file names are appended to.
 *
 * @returns the address with exactly one slash at its end
 * @throws {MalformedInputError} for another scheme, no address at all, white space, a query, a fragment, or a login that cannot
 *   be read; a login is never in the message
 */
export function parseMirror(value: string): URL {
  // URL drops tabs and line ends silently; a value that needs that is a mistake worth hearing about.
  const url = /[\s\p{Cc}]/u.test(value) || !URL.canParse(value) ? undefined : new URL(value)
  if (url === undefined || !/^https?:\/\//i.test(value)) {
    // What stands before an @ may be a login, wherever it was put.
    const safe = value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/i, '$1***@')
    throw malformed(`${JSON.stringify(safe)} is not an http or https address`)
  }
  if (url.search !== '' || url.hash !== '') {
    throw malformed(`${shown(url)} has a query or a fragment, behind which no file name can stand`)
  }
  if (!hasReadableLogin(url)) {
    const hint = 'In a user name or password write % as %25, @ as %40, : as %3A and / as %2F.'
    throw malformed(`${url.host}: ${BAD_LOGIN}`, hint)
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/`
  return url
}

function malformed(
  message: string,
  hint = 'Give the address of a directory that holds the tarballs under their upstream names, for example https://mirror.example/sources',
): MalformedInputError {
  return new MalformedInputError('source-mirror', message, hint)
}

/** A mirror's address of one file. */
export function mirrored(mirror: URL, name: string): URL {
  const url = new URL(mirror)
  url.pathname += encodeURIComponent(name)
  return url
}
