import { dirname } from 'node:path'
import { isBetter } from '../catalog/zip-record.js'
import { explainUnwritten, replaceWhole } from '../machine/writable.js'
import type { Log } from '../report/log.js'
import { recordText } from '../verify/record.js'

/** A record, and what it takes the place of. */
export interface NewRecord {
  path: string
  record: object
  /** The zip's SHA-256. */
  zip: string
  /** The text of the record that is there; empty for none. */
  earlier: string
}

/**
 * Writes a zip's record, whole or not at all. One of the same bytes that says of more stages that they ran stays, and a
 * notice says so: what was seen does not become less by looking again.
 *
 * @returns the record that is there now
 * @throws {InputError} when it cannot be written
 */
export async function writeRecord({ path, record, zip, earlier }: NewRecord, log: Log): Promise<object> {
  const text = recordText(record)
  if (isBetter(earlier, text, zip)) {
    log.notice(`${path} stays: it is of the same bytes, and says of more stages that they ran`)
    return JSON.parse(earlier)
  }
  await replaceWhole(path, new TextEncoder().encode(text)).catch((error: unknown) => {
    throw explainUnwritten(error, { path: dirname(path), name: 'files' })
  })
  return record
}
