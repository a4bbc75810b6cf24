import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { differences, type FileList, listFiles } from '../cache/file-list.js'
import type { Architecture } from '../catalog/architecture.js'
import { forHost } from '../catalog/toolchain.js'
import type { Source } from '../catalog/types.js'
import { unpackEntries } from '../package/unzip.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { cacheVersion, type Obtained, sweep, toolCache } from '../sources/cache.js'
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
const RECORD = /^ziglang-[^/]+\.dist-info\/RECORD$/

/** In bytes; 0.17.1 has 430 million. */
const MOST = 1_000_000_000

/**
 * Unpacks the pinned compiler into the runner's tool cache, unless it stands there as it was: its wheel lists the sums of
 * its files, and the lock has the sum of the wheel.
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
  const [wheel] = await tarballs.fetch([source], log)
  const bytes = await readFile(wheel.path)
  const files = filesIn(bytes, wheel)
  const directory = join(toolCache(), TOOL, cacheVersion(source, wheel.file), host)
  const provided = { source, host, directory, files }
  await sweep(dirname(directory))
  const difference = await differenceIn(directory, files)
  if (difference === undefined) return provided
  if (difference !== 'absent') {
    log.warning(
      `The toolchain in ${directory} is not as it was unpacked (${difference}); it is unpacked anew`,
    )
    await moveAway(directory)
  }
  const started = performance.now()
  await unpack(bytes, directory)
  const wrong = await differenceIn(directory, files)
  if (wrong === undefined) {
    const took = ((performance.now() - started) / 1000).toFixed(1)
    log.info(`${titleOf(source)} unpacked into ${directory} in ${took} s`)
    return provided
  }
  throw new BuildError(
    `The toolchain in ${directory} is not what its wheel lists: ${wrong}`,
    'Another process may be writing there: remove the directory, and run again.',
  )
}

/** What the wheel itself says of the files that are kept (PEP 376). */
function filesIn(wheel: Uint8Array, { path }: Obtained): FileList {
  const [record] = unpackEntries(wheel, (name) => RECORD.test(name), MOST)
  const lines = record === undefined ? [] : Buffer.from(record.data).toString().split('\n')
  const files = lines.flatMap((line) => {
    const [, name, sum] = /^([^,]+),sha256=([\w-]+),\d+\r?$/.exec(line) ?? []
    if (name === undefined || sum === undefined || !KEPT.test(name)) return []
    return [[name.slice(ROOT.length), Buffer.from(sum, 'base64url').toString('hex')] as const]
  })
  if (files.some(([name]) => name === 'zig')) return files.sort(([a], [b]) => (a < b ? -1 : 1))
  throw new BuildError(
    `${path} has no compiler in it that this recipe knows`,
    'A row of a lock-file that names another toolchain must be of a wheel of the project ziglang.',
  )
}

/** The first thing that is not as the wheel has it; `absent` where there is nothing, undefined where all is well. */
async function differenceIn(directory: string, files: FileList): Promise<string | undefined> {
  if (!existsSync(directory)) return 'absent'
  const found = await listFiles(directory).catch((error: Error) => error.message)
  return typeof found === 'string' ? found : differences(files, found)[0]
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

/** Beside its place first, and then there in one step: no other job may take it for whole while it is not. */
async function unpack(wheel: Uint8Array, directory: string): Promise<void> {
  const partial = `${directory}.${randomUUID()}.partial`
  try {
    const made = new Set<string>()
    for (const { path, data } of unpackEntries(wheel, (name) => KEPT.test(name), MOST)) {
      const target = join(partial, path.slice(ROOT.length))
      if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true })
      made.add(dirname(target))
      await writeFile(target, data)
    }
    await chmod(join(partial, 'zig'), 0o755)
    await rename(partial, directory).catch((error: NodeJS.ErrnoException) => {
      // Another job was faster: what it has made is looked at next, as if it were ours.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } catch (error) {
    throw diskError(error, dirname(directory)) ?? error
  } finally {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined)
  }
}
