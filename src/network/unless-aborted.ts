/**
 * What a piece of work gives, unless a signal is aborted before: not all work feels one.
 *
 * @throws what the work throws, or the signal's reason; what the work comes to after that is dropped
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  // Whichever loses the race must not be reported as unhandled.
  for (const each of [work, aborted]) each.catch(() => undefined)
  signal.throwIfAborted()
  return await Promise.race([work, aborted])
}
