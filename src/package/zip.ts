import { BuildError } from '../report/errors.js'
import { deflate } from './deflate/deflate.js'
import {
  CENTRAL,
  crc32,
  DATE,
  DEFLATED,
  DIRECTORY,
  END,
  LOCAL,
  LOCAL_SIZE,
  MAX_UNPACKED,
  modeOf,
  STORED,
  TIME,
  UNIX,
} from './zip-format.js'
import { byBytes, parentsOf, pathProblem } from './zip-paths.js'

/** Where a zip of ours may have files: the package and the dist-info beside it, in a layer where Lambda looks for them. */
const ROOTS =
  /^(?:python\/(?:lib\/python\d\.\d+\/site-packages\/)?)?psycopg2(-[0-9][0-9A-Za-z.+]*\.dist-info)?\/./

const VERSION = 20
const NO_FLAGS = 0
const NO_DATA = new Uint8Array(0)

/**
 * A zip of the files, whose bytes depend on paths and contents alone: entries in the order of their paths'
 * bytes with each directory before what is in it, modes 0644 (directories and shared objects 0755, what AWS
 * asks for), every time 1980-01-01 00:00, no extra fields, no comments.
 *
 * What deflates is ours, because Node's zlib gives 5 % more, and other bytes from one version to the next; the container
 * around it is, because libraries for zips put times, modes or fields of their own into it.
 *
 * @param files path and contents of each; directories are added
 * @throws BuildError on a path that is given twice, is unsafe, is not plain ASCII, or is neither in
 *   `psycopg2/` nor in its dist-info; and when the whole is over 64 MiB
 */
export function writeZip(files: Iterable<readonly [path: string, data: Uint8Array]>): Uint8Array {
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  const entries = entriesOf(files)
  for (const [path, data] of entries) {
    const name = new TextEncoder().encode(path)
    const packed = pack(data)
    const method = packed === data ? STORED : DEFLATED
    const facts = sharedFields(method, data, packed, name)
    local.push(fields([LOCAL, 4]), facts, name, packed)
    central.push(...centralHeader(facts, modeOf(path), offset), name)
    offset += LOCAL_SIZE + name.length + packed.length
  }
  const size = central.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([...local, ...central, endOfCentralDirectory(entries.length, size, offset)])
}

function entriesOf(files: Iterable<readonly [string, Uint8Array]>): [string, Uint8Array][] {
  const known = new Map<string, Uint8Array>()
  let total = 0
  for (const [path, data] of files) {
    const problem = writeProblem(path) ?? (known.has(path) ? 'is there twice' : undefined)
    if (problem !== undefined) throw refused(path, problem)
    known.set(path, data)
    total += data.length
  }
  if (total > MAX_UNPACKED) {
    throw new BuildError(
      `the package is ${total} bytes, more than the ${MAX_UNPACKED} that a zip may unpack to`,
      'A stripped psycopg2 is some 5 MB: check that the shared object was stripped and nothing else got in.',
    )
  }
  for (const directory of parentsOf(known.keys())) {
    if (known.has(directory.slice(0, -1))) throw refused(directory, 'is a file and a directory')
    known.set(directory, NO_DATA)
  }
  return [...known].sort(([a], [b]) => byBytes(a, b))
}

function writeProblem(path: string): string | undefined {
  if (path.endsWith('/')) return 'is a directory'
  // Names beyond ASCII would need a flag that not every unpacker knows; psycopg2 has none.
  if (!/^[ -~]*$/.test(path)) return 'is not plain ASCII'
  return pathProblem(path) ?? (ROOTS.test(path) ? undefined : 'is outside psycopg2/ and its dist-info')
}

function refused(path: string, problem: string): BuildError {
  return new BuildError(
    `${JSON.stringify(path)} cannot go into the zip: the path ${problem}`,
    'The zip holds psycopg2/ and its dist-info only: look at what the build put beside them.',
  )
}

/** The deflated bytes, or the very same bytes where deflating gains nothing. */
function pack(data: Uint8Array): Uint8Array {
  const packed = data.length === 0 ? data : deflate(data)
  return packed.length < data.length ? packed : data
}

/** The 26 bytes that an entry's two headers share, from "version needed" to "extra field length". */
function sharedFields(method: number, data: Uint8Array, packed: Uint8Array, name: Uint8Array): Uint8Array {
  return fields(
    [VERSION, 2],
    [NO_FLAGS, 2],
    [method, 2],
    [TIME, 2],
    [DATE, 2],
    [crc32(data), 4],
    [packed.length, 4],
    [data.length, 4],
    [name.length, 2],
    [0, 2],
  )
}

function centralHeader(shared: Uint8Array, mode: number, offset: number): Uint8Array[] {
  // The low half of the attributes is MS-DOS's, of which 0x10 says "directory" to Windows.
  const attributes: Field[] = [
    [mode === DIRECTORY ? 0x10 : 0, 2],
    [mode, 2],
  ]
  return [
    fields([CENTRAL, 4], [(UNIX << 8) | VERSION, 2]),
    shared,
    fields([0, 6], ...attributes, [offset, 4]),
  ]
}

function endOfCentralDirectory(count: number, size: number, offset: number): Uint8Array {
  return fields([END, 4], [0, 4], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2])
}

/** A number and how many bytes it takes. */
type Field = [value: number, size: number]

/** Numbers one after the other, each from its lowest byte on. */
function fields(...all: Field[]): Uint8Array {
  const bytes = Buffer.alloc(all.reduce((sum, [, size]) => sum + size, 0))
  let at = 0
  for (const [value, size] of all) at = bytes.writeUIntLE(value, at, size)
  return bytes
}
