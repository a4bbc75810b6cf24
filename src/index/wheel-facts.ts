import { distInfoName } from '../package/package-names.js'
import { unpackEntries } from '../package/unzip.js'
import { BuildError } from '../report/errors.js'

/** What a wheel's name says. */
export interface WheelName {
  /** Of psycopg2. */
  version: string
  /** The build tag; 0 where there is none, which counts less than any. */
  build: number
  /** Which Python and machine it is for, whatever the C library: `cp313-cp313-x86_64`. */
  target: string
  /** All platforms together: `manylinux_2_17_x86_64.manylinux2014_x86_64`. */
  platforms: string
}

const NAME =
  /^psycopg2-(?<version>\d+(?:\.\d+)+)(?:-(?<build>\d+))?-(?<python>cp\d+-cp\d+\w*)-(?<platforms>[\w.]*?(?<machine>x86_64|aarch64))\.whl$/

/** What the name of a wheel of ours says (PEP 427); undefined for another name. */
export function parseWheelName(name: string): WheelName | undefined {
  const { version, build, python, platforms, machine } = NAME.exec(name)?.groups ?? {}
  if (version === undefined || platforms === undefined) return undefined
  return { version, build: Number(build ?? 0), target: `${python}-${machine}`, platforms }
}

/** What an index says of a wheel besides its name and sum. */
export interface WheelMetadata {
  /** The METADATA file, as it stands (PEP 658). */
  metadata: Uint8Array
  /** `>=3.10`; undefined where METADATA does not say it. */
  requiresPython: string | undefined
}

/**
 * Reads what an index says of a wheel.
 *
 * @param name the wheel's name, which its METADATA must bear out: installers refuse others
 * @throws {BuildError} for bytes that are no such wheel
 */
export function readWheel(name: string, { version }: WheelName, bytes: Uint8Array): WheelMetadata {
  const path = `${distInfoName(version)}/METADATA`
  try {
    const [entry] = unpackEntries(bytes, (one) => one === path)
    if (entry === undefined) throw notOne(`it has no ${path}`)
    const headers = headersOf(entry.data)
    if (headers.get('name') !== 'psycopg2' || headers.get('version') !== version) {
      throw notOne(`its ${path} is of ${headers.get('name')} ${headers.get('version')}`)
    }
    return { metadata: entry.data, requiresPython: headers.get('requires-python') }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    throw new BuildError(`${name}: ${error.message}`, error.hint)
  }
}

/** The first value of each field above the description. */
function headersOf(metadata: Uint8Array): Map<string, string> {
  const [head = ''] = new TextDecoder().decode(metadata).split(/\r?\n\r?\n/)
  const fields = new Map<string, string>()
  for (const [, name = '', value = ''] of head.matchAll(/^([\w-]+):[ \t]*(.*?)\r?$/gm)) {
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value)
  }
  return fields
}

function notOne(message: string): BuildError {
  return new BuildError(message, 'Give the manifest of a release that was built with formats: wheel.')
}
