import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../network/clock.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'

/** Stands in a directory while an install changes it. */
export const LOCK = '.psycopg2-lambda.lock'

/** An install holds it for as long as it unpacks a few files; all times in milliseconds. */
const LONGEST = 60_000
const PAUSE = 50
/** Nobody has to be told of a shorter wait. */
const UNSAID = 1000

/**
 * Does a piece of work on a directory while no other install does.
 *
 * @throws {BuildError} when another one does not come to its end within a minute; what the file system said, when the
 *   directory cannot be written; what `work` throws
 */
export async function alone<T>(
  directory: string,
  { clock, signal, log }: { clock: Clock; signal?: AbortSignal | undefined; log: Log },
  work: () => Promise<T>,
): Promise<T> {
  const path = join(directory, LOCK)
  const own = JSON.stringify({ host: hostname(), pid: process.pid, id: randomUUID() })
  const began = clock.now()
  let said = false
  while (!(await taken(path, own))) {
    const left = await leftBehind(path)
    if (left !== undefined) await removeLeft(path, left)
    else if (clock.now() - began > LONGEST)
      throw new BuildError(
        `another install has been changing ${directory} for more than a minute`,
        `If none is running, remove ${path}.`,
      )
    else {
      if (!said && clock.now() - began > UNSAID) {
        log.info(`waiting for another install into ${directory}, which has ${path}`)
        said = true
      }
      await clock.sleep(PAUSE, signal)
    }
  }
  try {
    signal?.throwIfAborted()
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function taken(path: string, own: string): Promise<boolean> {
  try {
    await writeFile(path, own, { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // A full disk may have made an empty one.
    if (code === 'ENOSPC' || code === 'EDQUOT') await rm(path, { force: true })
    if (code === 'EEXIST') return false
    throw error
  }
}

/** What a lock says whose owner is gone: killed, or at it for longer than any install takes. */
async function leftBehind(path: string): Promise<string | undefined> {
  try {
    const facts = await stat(path)
    const text = await readFile(path, 'utf8')
    if (Date.now() - facts.mtimeMs > 10 * LONGEST) return text
    const [, pid] = /"pid":(\d+)/.exec(text) ?? []
    const here = text.includes(`"host":${JSON.stringify(hostname())}`)
    return pid !== undefined && here && !isRunning(Number(pid)) ? text : undefined
  } catch {
    // It went meanwhile.
    return undefined
  }
}

/** Two may find the same lock left behind: the later must not take away the one that the earlier has made since. */
async function removeLeft(path: string, text: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
    if ((await readFile(aside, 'utf8')) !== text) await link(aside, path)
  } catch {
    // It went, or another took the place.
  } finally {
    await rm(aside, { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
