import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { contentHash, type FileList, listFiles } from '../cache/file-list.js'
import type { Architecture } from '../catalog/architecture.js'
import { forHost } from '../catalog/toolchain.js'
import type { Source } from '../catalog/types.js'
import { unpackEntries } from '../package/unzip.js'
import { BuildError, messageOf } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { cacheVersion, sweep, toolCache } from '../sources/cache.js'
import { diskError } from '../sources/check.js'
import { titleOf } from '../sources/tarball-names.js'
import type { Tarballs } from './tarballs.js'

/** The pinned compiler on this disk, every file of it checked. */
export interface Toolchain {
  source: Source
  /** The machine that it runs on. */
  host: Architecture
  directory: string
  /** Path and SHA-256 of every file in the directory. */
  files: FileList
}

/** The name under which it stands, unpacked, in the runner's tool cache. */
const TOOL = 'psycopg2-lambda-toolchain'

/**
 * What compiling C for Linux takes: the compiler with its headers, and what it makes glibc's link libraries from. More
 * than half of the wheel is for C++ and for other systems.
 */
const KEPT =
  /^ziglang\/(LICENSE$|zig$|lib\/[^/]+\.(zig|h)$|lib\/(include|std|compiler|compiler_rt|c|libc\/glibc)\/|lib\/libc\/include\/(generic-glibc|any-linux-any|(x86|aarch64)-linux-(any|gnu))\/)/

const ROOT = 'ziglang/'

/** In bytes; 0.17.1 has 430 million. */
const MOST = 1_000_000_000

/** Where it stands, or will stand, unpacked. @param source a row for one host */
export function toolchainDirectory(source: Source): string {
  const [file] = source.files
  return join(toolCache(), TOOL, cacheVersion(source, file), `${file.host}`)
}

/**
 * Unpacks the pinned compiler into the runner's tool cache, unless it stands there as it was: the lock has the content
 * hash of what is unpacked of its wheel, which is then not needed.
 *
 * @param host the machine that it is to run on
 * @throws {BuildError} when it cannot be had, is not the one in the lock, or cannot be written; then nothing is half there
 */
export async function provideToolchain(
  toolchain: Source,
  host: Architecture,
  { tarballs, log }: { tarballs: Tarballs; log: Log },
): Promise<Toolchain> {
  const source = forHost(toolchain, host)
  const { unpacked } = source.files[0]
  const directory = toolchainDirectory(source)
  await sweep(dirname(directory))
  if (existsSync(directory)) {
    const files = await listFiles(directory).catch(messageOf)
    if (typeof files !== 'string' && contentHash(files) === unpacked)
      return { source, host, directory, files }
    const why = typeof files === 'string' ? ` (${files})` : ''
    log.warning(`The toolchain in ${directory} is not as it was unpacked${why}; it is unpacked anew`)
    await moveAway(directory)
  }
  const [wheel] = await tarballs.fetch([source], log)
  const started = performance.now()
  const files = await unpack(wheel.path, source, directory)
  const took = ((performance.now() - started) / 1000).toFixed(1)
  log.info(`${titleOf(source)} unpacked into ${directory} in ${took} s`)
  return { source, host, directory, files }
}

/** In one step: another job that is using it, or unpacks it as well, sees all of it or nothing. */
async function moveAway(directory: string): Promise<void> {
  const damaged = `${directory}.${randomUUID()}.partial`
  try {
    await rename(directory, damaged)
  } catch (error) {
    throw diskError(error, dirname(directory)) ?? error
  }
  await rm(damaged, { recursive: true, force: true }).catch(() => undefined)
}

/**
 * Beside its place first, and when it is what the lock says there in one step: no other job may take it for whole while it
 * is not.
 */
async function unpack(wheel: string, source: Source, directory: string): Promise<FileList> {
  const partial = `${directory}.${randomUUID()}.partial`
  try {
    const made = new Set<string>()
    for (const { path, data } of unpackEntries(await readFile(wheel), (name) => KEPT.test(name), MOST)) {
      const target = join(partial, path.slice(ROOT.length))
      if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true })
      made.add(dirname(target))
      await writeFile(target, data)
    }
    if (!made.has(partial)) {
      throw new BuildError(
        `${wheel} has no compiler in it that this recipe knows`,
        'A row of a lock-file that names another toolchain must be of a wheel of the project ziglang.',
      )
    }
    await chmod(join(partial, 'zig'), 0o755)
    const files = await listFiles(partial)
    const [{ unpacked }] = source.files
    if (contentHash(files) !== unpacked) {
      throw new BuildError(
        `What ${titleOf(source)} unpacks to has the content hash ${contentHash(files)}, not ${unpacked}`,
        'If you have just written the row of a lock-file, let its `unpacked` be the first; otherwise another process may ' +
          `be writing in ${dirname(directory)}: run again.`,
      )
    }
    await rename(partial, directory).catch((error: NodeJS.ErrnoException) => {
      // Another job was faster, and has made the same.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
    return files
  } catch (error) {
    throw diskError(error, dirname(directory)) ?? error
  } finally {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
  }
}
