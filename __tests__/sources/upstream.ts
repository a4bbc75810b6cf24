import { afterEach, expect } from 'vitest'
import { BuildError } from '../../src/report/errors.js'
import type { SourceOptions } from '../../src/sources/sources.js'
import * as the from './setup.js'

/** Where upstream has the tarball. */
export const NAME = '/dir/openssl-3.5.7.tar.gz'

let server: the.Served | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** Obtains one tarball that upstream serves as `answers` says, and tells all that can be seen of it. */
export async function upstream(
  make: (bytes: Buffer) => the.Answer | the.Answer[],
  change: Parameters<typeof the.fast>[0] = {},
  wishes: SourceOptions = {},
) {
  const answers: Record<string, the.Answer | the.Answer[]> = {}
  server = await the.serve(answers)
  const { bytes, source, file } = the.tarball(`${server.url}${NAME}`)
  answers[NAME] = make(bytes)
  const log = the.collect()
  const timing = the.fast(change)
  const result = the.obtain([source], wishes, log, timing)
  const path = await result.then(
    (found) => found.get(source)?.path,
    () => undefined,
  )
  const error = await result.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (path === undefined) expect(error).toBeInstanceOf(BuildError)
  return {
    path,
    error: error as BuildError | undefined,
    bytes,
    file,
    log,
    waits: timing.waits,
    requests: server.requests,
    headers: server.headers,
  }
}
