import { cleanUp } from '../recipe/cleanup.js'
import { cancelled, isCancelled } from './cancelled.js'

/** Does a run's work, and removes what the run left, however it ends. @param say where to tell that a signal ends it */
export async function withCleanUp(
  runId: string,
  say: (message: string) => void,
  work: () => Promise<void>,
): Promise<void> {
  cleanUpOnSignal(runId, say)
  try {
    await work()
  } finally {
    if (!isCancelled()) await cleanUp(runId)
  }
}

/**
 * Makes SIGINT and SIGTERM (Ctrl-C; a cancelled job: the runner gives 7.5 seconds) remove what the run has, then
 * exit with the signal's number plus 128, as shells report it.
 *
 * @param say where to tell about it
 */
export function cleanUpOnSignal(runId: string, say: (message: string) => void): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => {
      if (isCancelled()) return
      cancelled()
      say(`Cancelled (${signal}): removing containers and temporary files`)
      cleanUp(runId)
        .catch((error: unknown) => say(String(error)))
        .finally(() => process.exit(code))
    })
  }
}
