import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExecOutput, getExecOutput } from '@actions/exec'
import type { Source } from '../catalog/types.js'
import { messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { aptCommands, aptConfiguration, findPackage, renderSources, type SourcePackage } from './apt.js'
import { fileName, fits, measure, mismatch } from './check.js'
import {
  archiveEntries,
  type Distribution,
  parseOsRelease,
  readAptSources,
  readMirrorLists,
} from './distribution.js'
import { Unavailable } from './unavailable.js'

/** Where the host says what it is; tests name files of their own. */
export interface Host {
  /** As `/etc/os-release`. */
  osRelease: string
  /** As `/etc/apt`: read, never written. */
  aptDirectory: string
}

/** The machine this runs on. */
export const THIS_HOST: Host = { osRelease: '/etc/os-release', aptDirectory: '/etc/apt' }

/** The source archive of the host's distribution, reached through apt with a state of its own. */
export interface Archive {
  /** For people, for example `Debian's source archive`. */
  readonly title: string
  /**
   * Downloads a tarball and hands its path to `use`; afterwards it is gone. No further program of apt is started
   * once `signal` is aborted; one that runs is waited for.
   * @throws {Unavailable} when the archive does not have it or cannot be reached
   * @throws {BuildError} when apt gives other bytes than its own index names
   */
  obtain(source: Source, signal: AbortSignal, use: (path: string) => Promise<void>): Promise<SourcePackage>
  /** Removes apt's state. */
  close(): Promise<void>
}

/**
 * The archive of the host's distribution; undefined where the host is neither Debian nor Ubuntu nor made from them.
 *
 * Nothing happens before the first `obtain`: then apt's index is fetched, once for all of `sources`, also when
 * several are obtained at the same time. It needs no root, and nothing of the host's apt changes.
 */
export async function openArchive(
  host: Host,
  sources: readonly Source[],
  log: Log,
): Promise<Archive | undefined> {
  const distribution = parseOsRelease(await readFile(host.osRelease, 'utf8').catch(() => ''))
  if (distribution === undefined) return undefined
  let state: Promise<string> | undefined
  let index: Promise<Index> | undefined
  return {
    title: `${distribution.title}'s source archive`,
    async obtain(source, signal, use) {
      if (source.debian === undefined) throw new Unavailable('the lock names no package for it', 1)
      state ??= mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), 'psycopg2-lambda-apt-'))
      index ??= state.then((directory) => fetchIndex(distribution, host, sources, directory, log))
      const ready = await index
      return await fromPackage(source, source.debian.package, ready, { signal, use, log })
    },
    async close() {
      const directory = await state?.catch(() => undefined)
      await index?.catch(() => undefined)
      if (directory !== undefined) await rm(directory, { recursive: true, force: true })
    },
  }
}

/** apt's state after `apt-get update`. */
interface Index {
  state: string
  configuration: string
  /** What apt complained about, for the case that something is missing afterwards. */
  complaints: string
}

async function fetchIndex(
  distribution: Distribution,
  host: Host,
  sources: readonly Source[],
  state: string,
  log: Log,
): Promise<Index> {
  const configured = await readAptSources(host.aptDirectory)
  const wanted = sources.flatMap(({ debian }) => (debian === undefined ? [] : [debian]))
  const entries = archiveEntries(distribution, configured, await readMirrorLists(configured), wanted)
  if (entries.length === 0) {
    throw new Unavailable(`${host.aptDirectory} names no ${distribution.title} mirror to fetch from`, 1)
  }
  const configuration = join(state, 'apt.conf')
  for (const directory of ['lists/partial', 'cache/archives/partial', 'tmp']) {
    await mkdir(join(state, directory), { recursive: true })
  }
  await writeFile(join(state, 'status'), '')
  await writeFile(join(state, 'own.sources'), renderSources(entries))
  await writeFile(configuration, aptConfiguration(state))
  log.info(
    `Fetching the index of ${distribution.title}'s source packages (${entries.flatMap((it) => it.suites).join(', ')})`,
  )
  // The exit code says nothing: one suite that is gone makes it 100, and the others are there all the same.
  const output = await run(aptCommands.update(configuration), state, state, log)
  return { state, configuration, complaints: complaints(output) }
}

async function fromPackage(
  source: Source,
  name: string,
  { state, configuration, complaints: before }: Index,
  { signal, use, log }: { signal: AbortSignal; use: (path: string) => Promise<void>; log: Log },
): Promise<SourcePackage> {
  signal.throwIfAborted()
  const shown = await run(aptCommands.showSource(configuration, name), state, state, log)
  const found = findPackage(shown.stdout, source.sha256)
  if (found === undefined) {
    throw new Unavailable(`no version of its package ${name} has this SHA-256${because(before)}`, 1)
  }
  signal.throwIfAborted()
  log.progress(`${fileName(source)}: fetching ${found.name} ${found.version} through apt`)
  const directory = await mkdtemp(join(state, 'source-'))
  try {
    // Neither does this one's: it is 100 as soon as one of the package's other files is gone.
    const output = await run(
      aptCommands.download(configuration, found.name, found.version),
      state,
      directory,
      log,
    )
    const path = join(directory, found.file)
    const file = await measure(path).catch(() => undefined)
    if (file === undefined) {
      throw new Unavailable(`${found.name} ${found.version} did not arrive${because(complaints(output))}`, 1)
    }
    if (!fits(source, file)) throw mismatch(source, `${found.name} ${found.version}`, file, MISMATCH_HINT)
    log.notice(
      `${fileName(source)}: upstream did not give it, so the distribution's archive stands in: ${found.file} of ` +
        `${found.name} ${found.version}, whose size and SHA-256 are upstream's`,
    )
    await use(path)
    return found
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const MISMATCH_HINT =
  "The distribution's mirror gives other bytes than its index names; use another mirror or source-dir."

/**
 * Runs one of apt's programs, whatever its exit code.
 *
 * @throws {Unavailable} when there is no such program
 */
async function run(argv: [string, ...string[]], state: string, cwd: string, log: Log): Promise<ExecOutput> {
  const [program, ...args] = argv
  const options = { cwd, env: aptEnvironment(process.env, state), silent: true, ignoreReturnCode: true }
  const output = await getExecOutput(program, args, options).catch((error: unknown) => {
    throw new Unavailable(messageOf(error), 1)
  })
  log.debug(`${argv.join(' ')}\n${output.stdout}${output.stderr}exit ${output.exitCode}`)
  return output
}

/**
 * The variables apt gets: its path, plain messages, the proxies, and the temporary directory.
 *
 * apt reads the lower-case names only; the downloads accept both, so both must lead to the same proxy.
 */
export function aptEnvironment(from: NodeJS.ProcessEnv, state: string): Record<string, string> {
  const environment: Record<string, string> = {
    LC_ALL: 'C',
    DEBIAN_FRONTEND: 'noninteractive',
    TMPDIR: `${state}/tmp`,
  }
  for (const name of ['PATH', 'HOME', 'APT_CONFIG']) environment[name] = from[name] ?? ''
  for (const name of ['http_proxy', 'https_proxy', 'no_proxy']) {
    environment[name] = from[name] ?? from[name.toUpperCase()] ?? ''
  }
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

function complaints(output: ExecOutput): string {
  // apt's own summary at the end ("Some index files failed to download ...") adds nothing.
  const lines = output.stderr.split('\n').filter((line) => /^[EW]: (?!Some index files)/.test(line))
  return lines.slice(0, 3).join(' ')
}

function because(text: string): string {
  return text === '' ? '' : `: ${text}`
}
