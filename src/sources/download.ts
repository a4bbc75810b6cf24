import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { SourceFile } from '../catalog/types.js'
import { shown } from '../network/address.js'
import type { Conditions } from '../network/conditions.js'
import { type Got, get } from '../network/get.js'
import { type GivenUp, Patience } from '../network/patience.js'
import { lostBy } from '../network/trouble.js'
import { BuildError } from '../report/errors.js'
import { diskError, type Found, matching, mismatch } from './check.js'
import type { Address } from './places.js'
import { Unavailable, unavailable } from './unavailable.js'

/** One address, and the file that its bytes go to. */
export interface Download extends Address {
  /** It is left as it is when nothing came of it; who names it removes it. */
  partial: string
  /** Called with how many bytes have arrived so far, from the start. */
  onBytes: (received: number) => void
}

/**
 * Downloads a tarball from one address, checking size and SHA-256 as the bytes pass, again where that can help.
 *
 * @returns which of the files it accepts it is
 * @throws {Unavailable} when the address did not give it, however often it was tried
 * @throws {BuildError} when the bytes are not those of the lock, or the disk did not take them
 */
export async function download(it: Download, conditions: Conditions): Promise<SourceFile> {
  const { signal, times } = conditions
  let wrongBytes: BuildError | undefined
  const patience = new Patience(conditions, (reason) => wrongBytes ?? givenUp(reason))
  for (;;) {
    wrongBytes = undefined
    const answer = await get({ url: it.url, times, signal, ...(it.trust && { trust: it.trust }) })
    if (answer.kind !== 'ok') {
      await patience.face(answer)
      continue
    }
    try {
      const found = await save(answer, it, signal)
      const file = matching(it.accept, found)
      if (file !== undefined) return file
      const page = /^text\/html\b/i.test(answer.headers['content-type'] ?? '')
      wrongBytes = wrong(it, page ? { ...found, remark: 'a web page' } : found)
      // Without a length announced, a body that broke off looks like a whole one; with one, a cache on the way may
      // have kept a broken one. Both can be better the next time, and if not, the file is the wrong one.
      if (page || found.size >= Math.min(...it.accept.map(({ size }) => size))) throw wrongBytes
      await patience.again(`${shown(it.url)}: the body ended after ${found.size} bytes`)
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof BuildError || error instanceof Unavailable) throw error
      const disk = diskError(error, it.partial)
      if (disk !== undefined) throw disk
      await patience.face(lostBy(error, shown(it.url), times.stallMs))
    }
  }
}

function givenUp({ what, trouble, failures, asked }: GivenUp): Unavailable {
  if (trouble !== undefined) return unavailable(trouble, failures, asked)
  return new Unavailable(what, 'nothing')
}

async function save(answer: Got, it: Download, signal: AbortSignal | undefined): Promise<Found> {
  const most = Math.max(...it.accept.map(({ size }) => size))
  const announced = Number(answer.headers['content-length'] ?? Number.NaN)
  if (announced > most) {
    answer.body.on('error', () => undefined).destroy()
    throw wrong(it, { size: announced, remark: 'as announced; nothing was read' })
  }
  const hash = createHash('sha256')
  let size = 0
  await pipeline(
    answer.body,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length
        if (size > most) throw wrong(it, { size, remark: 'and more; reading stopped there' })
        hash.update(chunk)
        it.onBytes(size)
        yield chunk
      }
    },
    createWriteStream(it.partial),
    ...(signal === undefined ? [] : [{ signal }]),
  )
  return { size, sha256: hash.digest('hex') }
}

function wrong({ accept, url }: Download, found: Found): BuildError {
  return mismatch(
    accept,
    shown(url),
    found,
    'Nothing of it was kept. A proxy or mirror on the way may have altered it; where the file was replaced on purpose, check the new one and give its size and SHA-256 in a lock-file of yours.',
  )
}
