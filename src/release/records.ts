import { readFile } from 'node:fs/promises'
import { text as textIn } from 'node:stream/consumers'
import { zipOfRecord } from '../catalog/file-names.js'
import { readRecord } from '../catalog/zip-record.js'
import type { Connection } from '../github/api.js'
import type { Asset, Upload } from '../github/types.js'
import { InputError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { holds, isHalf } from './decide.js'
import type { Expected, LocalFile } from './types.js'

/** No record comes near this size, in bytes. */
const LARGEST = 1024 * 1024

/** The SHA-256 of the zip that a text is the record of; undefined for what is no record. */
function zipSumIn(text: string): string | undefined {
  return readRecord(text)?.zip.sha256
}

/** @returns a function that gives a record's text, downloaded once; empty where it is gone, or too large for one */
export function recordReader({ api }: Connection): (asset: Asset) => Promise<string> {
  const known = new Map<number, string>()
  return async (asset) => {
    const read = known.get(asset.id)
    if (read !== undefined || asset.size > LARGEST) return read ?? ''
    const found = (await api.download(asset, textIn)) ?? ''
    known.set(asset.id, found)
    return found
  }
}

/**
 * @param uploads whose records have been compared already
 * @returns a function that tells, by name, which zip each other record among assets is of; undefined for what is no
 *   record. Only its text can say so.
 */
export function sumsOfRecords(
  connection: Connection,
  uploads: readonly Upload[],
): (assets: readonly Asset[]) => Promise<Map<string, string | undefined>> {
  const read = recordReader(connection)
  return async (assets) => {
    const sums = new Map<string, string | undefined>()
    for (const asset of assets) {
      if (zipOfRecord(asset.name) === undefined || isHalf(asset)) continue
      if (uploads.some((upload) => upload.name === asset.name && holds(asset, upload))) continue
      sums.set(asset.name, zipSumIn(await read(asset)))
    }
    return sums
  }
}

/** @throws {InputError} for a file that is not the record of the very zip that is expected under its name */
export async function refuseOtherRecords(
  uploads: readonly Upload[],
  expected: readonly Expected[],
): Promise<void> {
  const zips = new Map(expected.map(({ name, sha256 }) => [name, sha256]))
  for (const { name, size, body } of uploads) {
    const zip = zipOfRecord(name) ?? ''
    const right = zips.get(zip)
    if (right === undefined) continue
    const sum = size > LARGEST ? undefined : zipSumIn(await body.text())
    if (sum === right) continue
    const says = sum === undefined ? 'is no record of a zip' : `is the record of a zip with SHA-256 ${sum}`
    throw new InputError(
      'files',
      `${name} ${says}, but ${zip} has ${right}`,
      'Take zip and record from the same run, or give the zip to the action or the verb verify, which writes its record.',
    )
  }
}

/** What is to be uploaded, and the records that are not. */
interface Sorted {
  files: LocalFile[]
  /** The names of records that say that a verification which was asked for did not run. */
  unfinished: Set<string>
}

/**
 * Takes out the records that say that a verification which was asked for did not run: on a release they would be taken
 * for proof of one. A notice says so, unless a fuller record of the same name is among the files.
 */
export async function withoutUnfinished(files: readonly LocalFile[], log: Log): Promise<Sorted> {
  const reasons = new Map<LocalFile, string>()
  for (const file of files) {
    const why = await whyUnfinished(file)
    if (why !== undefined) reasons.set(file, why)
  }
  const kept = files.filter((file) => !reasons.has(file))
  for (const [{ name }, why] of reasons) {
    if (kept.some((file) => file.name === name)) continue
    log.notice(`${name} is not uploaded, because it says that not everything ran that was asked for: ${why}`)
  }
  return { files: kept, unfinished: new Set(Array.from(reasons.keys(), ({ name }) => name)) }
}

async function whyUnfinished({ name, path, size }: LocalFile): Promise<string | undefined> {
  if (zipOfRecord(name) === undefined || size > LARGEST) return undefined
  // One that cannot be read is told when it is opened for the upload.
  const record = readRecord(await readFile(path, 'utf8').catch(() => ''))
  return record?.notRun
    .filter(({ asked }) => asked)
    .map(({ stage, why }) => `${stage}: ${why}`)
    .at(0)
}
