import type { Got } from './get.js'

/**
 * All that an answer has, in memory.
 *
 * @param most in bytes: what is larger is not read to its end
 * @param tooLarge what to throw then
 * @throws when the connection breaks off
 */
export async function readBody(
  { body, headers }: Pick<Got, 'body' | 'headers'>,
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
  const announced = headers['content-length']
  if (announced !== undefined && Number(announced) !== size) throw new Error('the body broke off')
  return Buffer.concat(chunks)
}
