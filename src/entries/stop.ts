/**
 * Gives work that has nothing but files to tidy a signal that SIGINT and SIGTERM (Ctrl-C; a cancelled job) abort, and
 * ends the process with the signal's number plus 128 once the work has undone what it began.
 *
 * @param say where to tell about it
 */
export async function stoppable<T>(
  say: (message: string) => void,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  let code: number | undefined
  const handlers = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const
  for (const [name, number] of handlers)
    process.on(name, () => {
      code ??= number
      stop.abort(new Error(`cancelled (${name})`))
    })
  try {
    return await work(stop.signal)
  } catch (error) {
    if (code === undefined) throw error
    say('Cancelled: nothing was changed')
    process.exit(code)
  }
}
