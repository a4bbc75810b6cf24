/** Longest text that is given back; a longer run of printable bytes is cut around the hit. */
const LONGEST = 200

/**
 * The printable texts of a file that contain a string, as `strings FILE | grep STRING` gives them: each once per place
 * it stands at, in the file's order, at most about 400 characters of each.
 *
 * @param wanted what to look for, byte by byte
 */
export function textsWith(bytes: Uint8Array, wanted: string): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const texts: string[] = []
  if (wanted === '') return texts
  for (let at = buffer.indexOf(wanted); at >= 0; ) {
    let start = at
    while (start > 0 && at - start < LONGEST && isPrintable(buffer[start - 1])) start -= 1
    let end = at + Buffer.byteLength(wanted)
    while (end - at < LONGEST && isPrintable(buffer[end])) end += 1
    // Around the hit there is only ASCII; the hit itself is UTF-8 when what is looked for is.
    texts.push(buffer.toString('utf8', start, end))
    at = buffer.indexOf(wanted, end)
  }
  return texts
}

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 9 || (byte >= 0x20 && byte < 0x7f))
}

/**
 * The versions in texts like `OpenSSL 3.5.7 9 Jun 2026`, each once, in the file's order: the `OPENSSL_VERSION_TEXT` of
 * OpenSSL's `opensslv.h.in`. libpq's and OpenSSL's messages that speak of "OpenSSL" have no number behind it.
 */
export function opensslVersions(bytes: Uint8Array): string[] {
  const matches = textsWith(bytes, 'OpenSSL ').flatMap((text) => [
    ...text.matchAll(/OpenSSL (\d+\.\d+\.\d+[-+.\w]*) /g),
  ])
  return [...new Set(matches.map(([, version = '']) => version))]
}
