import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../package/checksums.js'
import { FILE_LIST, type FileList, listFiles } from './file-list.js'

/*
 * A directory as one sequence of bytes: a line of JSON that lists path, SHA-256 and size of every file, then the
 * files' bytes in that order. It can hold nothing but files, so whoever made it cannot place links or modes, and
 * everything is checked before anything is written. An archive that tar unpacks has none of these properties.
 */

const listSchema = z.array(z.tuple([z.string(), z.string(), z.number().int().nonnegative()])).nonempty()

/** One file of a parcel; its bytes have the SHA-256. */
export interface ParcelFile {
  path: string
  sha256: string
  bytes: Uint8Array
}

/** Puts a directory's files into a parcel. @throws {Error} for a link, and for what cannot be read */
export async function pack(directory: string): Promise<Uint8Array> {
  const list: z.input<typeof listSchema>[number][] = []
  const contents: Uint8Array[] = []
  for (const [path, sum] of await listFiles(directory)) {
    const bytes = await readFile(join(directory, path))
    list.push([path, sum, bytes.length])
    contents.push(bytes)
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...contents])
}

/**
 * The files of a parcel.
 *
 * @throws {Error} that names what is wrong: cut short, changed, too long, a path that is not one below a directory
 */
export function open(parcel: Uint8Array): ParcelFile[] {
  const end = parcel.indexOf('\n'.charCodeAt(0))
  const files: ParcelFile[] = []
  let offset = end + 1
  for (const [path, sum, size] of parseList(Buffer.from(parcel.subarray(0, Math.max(end, 0))).toString())) {
    const before = files.at(-1)?.path
    if (!isBelow(path)) throw new Error(`${JSON.stringify(path)} is not the path of a file in it`)
    if (before !== undefined && before >= path) throw new Error(`${path} is out of order`)
    const bytes = parcel.subarray(offset, offset + size)
    if (bytes.length < size) throw new Error(`${path} is cut short or missing`)
    if (sha256(bytes) !== sum) throw new Error(`${path} was changed`)
    files.push({ path, sha256: sum, bytes })
    offset += size
  }
  if (offset < parcel.length) throw new Error(`${parcel.length - offset} bytes were added`)
  return files
}

/** What `listFiles` will say of the directory that the files are written to. */
export function fileListOf(files: readonly ParcelFile[]): FileList {
  return files.map(({ path, sha256 }) => [path, sha256])
}

/** Writes the files into a new directory. @throws {Error} when one is where another needs a directory */
export async function unpack(files: readonly ParcelFile[], directory: string): Promise<void> {
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), bytes, { flag: 'wx' })
  }
}

function parseList(text: string): z.output<typeof listSchema> {
  try {
    return listSchema.parse(JSON.parse(text))
  } catch {
    throw new Error('its list of files cannot be read')
  }
}

function isBelow(path: string): boolean {
  const steps = path.split('/')
  return path !== FILE_LIST && !/[\\\0]/.test(path) && steps.every((step) => !['', '.', '..'].includes(step))
}
