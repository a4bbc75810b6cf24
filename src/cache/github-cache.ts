import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { execute } from '../machine/process.js'
import { makeScratch } from '../machine/scratch.js'

/** A place where other jobs leave compiled OpenSSLs and libpqs, and find ours. */
export interface GitHubCache {
  /**
   * The newest entry under a dependency key.
   *
   * @param contents the content hashes that would be accepted; none: whatever is there
   * @returns undefined when there is none, or the service does not answer and has said so
   */
  restore(key: string, contents: readonly string[]): Promise<Uint8Array | undefined>
  /** Leaves an entry; false when it was not taken, and the service has said why. */
  save(key: string, content: string, parcel: Uint8Array): Promise<boolean>
}

/** What is used of @actions/cache, which only the entry of the action imports: no other bundle carries it. */
export interface CacheClient {
  isFeatureAvailable(): boolean
  restoreCache(paths: string[], primaryKey: string, restoreKeys?: string[]): Promise<string | undefined>
  saveCache(paths: string[], key: string): Promise<number>
}

/** The service takes ten names at once, and the first is given twice. */
const MOST_NAMES = 9

/** Where `TO_FILE` writes to. */
const TARGET = 'PSYCOPG2_LAMBDA_CACHE_TARGET'

/**
 * GNU tar's variable for options. Every regular file's bytes go to one file that we name, and nothing else of an
 * archive goes anywhere: GNU tar's manual, "Writing to an External Program".
 *
 * @actions/cache 6.3.0 unpacks with `tar -x -P`, so that an archive may hold absolute paths, `..` and links, and would
 * write them before anything of it could be checked: https://github.com/actions/toolkit/pull/2414.
 *
 * Without quotes: GNU tar 1.35 crashes over a long quoted text in this variable, and a shell splits nothing that a
 * redirection names.
 */
const TO_FILE = `--to-command=cat>$${TARGET}`

/**
 * GitHub's cache service, through the toolkit's client; undefined where it is not offered.
 *
 * An entry cannot be replaced: a second one under the same name is refused for as long as the first one is there, and
 * being asked for keeps it there. A damaged one would so be found, refused and compiled around forever. Hence an
 * entry's name ends with the run that made it, and what is asked for is the beginning of a name, to which the service
 * gives the newest entry: what replaces a damaged entry is found in its place. Jobs of one run still share a name, so
 * that of a whole matrix one job saves, and the others are told that it is taken.
 *
 * Before that comes the content hash: two compilers that differ in what the key does not see do not hide each other's
 * results from a run that lists the hash it wants.
 */
export function openGitHubCache(
  client: CacheClient,
  env: NodeJS.ProcessEnv,
  runId: string,
): GitHubCache | undefined {
  const { RUNNER_TEMP, GITHUB_RUN_ID = '0', GITHUB_RUN_ATTEMPT = '1' } = env
  if (!RUNNER_TEMP || !client.isFeatureAvailable()) return undefined
  return {
    restore: (key, contents) =>
      alone(async () => {
        await assertGnuTar()
        const file = join(await makeScratch(runId, 'cache'), 'parcel')
        const [first, ...more] = namesFor(key, contents)
        const variables = { TAR_OPTIONS: TO_FILE, [TARGET]: file }
        // The first once more: as a restore key it is certain to be taken for the beginning of a name.
        const name = await withVariables(variables, () =>
          client.restoreCache([placeOf(RUNNER_TEMP, key)], first, [first, ...more]),
        )
        if (name === undefined) return undefined
        return readFile(file).catch(() => {
          throw new Error(`the entry ${name} holds no file`)
        })
      }),
    save: (key, content, parcel) =>
      alone(async () => {
        const place = placeOf(RUNNER_TEMP, key)
        await mkdir(dirname(place), { recursive: true })
        await writeFile(place, parcel)
        try {
          const name = `${nameFor(key)}${content}-${GITHUB_RUN_ID}.${GITHUB_RUN_ATTEMPT}`
          return (await client.saveCache([place], name)) !== -1
        } finally {
          await rm(place, { force: true })
        }
      }),
  }
}

/**
 * The path that is saved. The service finds only what was saved from the same path with the same compression, so it
 * has nothing random in it. RUNNER_TEMP is the same on all of GitHub's own runners; of several runners on one machine
 * each has its own and runs one job at a time, so no two jobs write this file. Runners whose directories differ find
 * only their own kind's entries.
 */
function placeOf(temp: string, key: string): string {
  return join(temp, 'psycopg2-lambda-shared', key)
}

function namesFor(key: string, contents: readonly string[]): [string, ...string[]] {
  const [first, ...more] = contents.map((content) => `${nameFor(key)}${content}-`)
  return first === undefined || contents.length > MOST_NAMES ? [nameFor(key)] : [first, ...more]
}

function nameFor(key: string): string {
  return `psycopg2-lambda-dependencies-${key}-`
}

/** @throws {Error} where tar is another program, which would not know the variable and unpack as it is told */
async function assertGnuTar(): Promise<void> {
  const { stdout } = await execute('tar', ['--version'])
  if (!stdout.includes('GNU tar'))
    throw new Error('it is read with GNU tar only, which this runner does not have')
}

let last: Promise<unknown> = Promise.resolve()

/** Runs one thing after the other: variables of this process are for all of it. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}

async function withVariables<T>(variables: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, variables)
  try {
    return await work()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
