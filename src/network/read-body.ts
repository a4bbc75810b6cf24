import type { Got } from './get.js'

/**
 * All that an answer has, in memory.
 *
 * @param most in bytes: what is larger is not read to its end
 * @param tooLarge what to throw then
 * @throws when the connection breaks off: undici counts what Content-Length has announced
 */
export async function readBody(
  { body }: Pick<Got, 'body'>,
  most: number,
  tooLarge: () => Error,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    // Leaving the loop destroys the body.
    if (size > most) throw tooLarge()
  }
  return Buffer.concat(chunks)
}
