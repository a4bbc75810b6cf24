import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type AuditReport, auditFailure, auditSharedObject } from '../audit/audit.js'
import { auditTarget } from '../audit/audit-target.js'
import type { Catalog } from '../catalog/catalog.js'
import { parseZipName, recordName } from '../catalog/file-names.js'
import { chooseImages } from '../catalog/plan.js'
import type { Project } from '../catalog/types.js'
import { sha256, sidecarLine } from '../package/checksums.js'
import { sharedObjectPath } from '../package/package-names.js'
import { readSbom } from '../package/read-sbom.js'
import { readZip } from '../package/unzip.js'
import { BuildError, InputError, messageOf } from '../report/errors.js'
import { builtIn } from '../verify/record.js'
import type { Candidate } from '../verify/types.js'

/** Ours have about one and a half megabytes. */
const LARGEST = 64 * 1024 * 1024

/** A zip that was found fit to be tried. */
export interface FoundZip {
  path: string
  name: string
  bytes: Uint8Array
  /** Lower-case hex. */
  sha256: string
  candidate: Candidate
  audit: AuditReport
  /** The text of the record beside it; empty for none. */
  record: string
  /** What that says of where the zip was made, if it is of the same bytes. */
  built: object | undefined
}

/**
 * Reads a zip that was made here, on this machine or another: its name tells psycopg2, Python and architecture, the bill
 * of materials in it libpq and OpenSSL. Nothing of it is run.
 *
 * @throws {InputError} for a file whose name or content fits no runtime of the catalog, or that is not the one its
 *   `.sha256` is of
 * @throws {BuildError} when the audit refuses its module
 */
export async function readCandidate(
  path: string,
  catalog: Catalog,
  runtimeImage: string | undefined,
): Promise<FoundZip> {
  const name = basename(path)
  const named = runtimeOf(name, catalog, runtimeImage)
  const bytes = await read(path)
  const sum = sha256(bytes)
  await compareSum(path, name, sum)
  const { candidate, module } = within(name, () => look(bytes, name, named))
  const report = within(name, () =>
    auditSharedObject(module, {
      ...auditTarget(candidate, sharedObjectPath(candidate)),
      openssl: candidate.openssl.version,
    }),
  )
  if (!report.passed) throw auditFailure(report, `${name}: ${sharedObjectPath(candidate)}`)
  const record = await readFile(recordName(path), 'utf8').catch(() => '')
  return { path, name, bytes, sha256: sum, candidate, audit: report, record, built: builtIn(record, sum) }
}

/** What a zip's name tells. */
interface Named extends Omit<Candidate, Project> {
  psycopg2: string
}

function runtimeOf(name: string, catalog: Catalog, runtimeImage: string | undefined): Named {
  const named = parseZipName(name)
  if (named === undefined) {
    throw new InputError(
      'files',
      `${JSON.stringify(name)} is not the name of a zip that is made here`,
      'Give zips under the names that they were built or released with, such as psycopg2.9.13-3.13.zip or ' +
        'psycopg2.9.13-3.13-arm64.zip: the name tells what the zip is for.',
    )
  }
  const { python, architecture } = named
  const runtime = catalog.runtimes.find((row) => row.python === python)
  const base = runtime && catalog.bases[runtime.base]
  if (base !== undefined && runtime?.architectures.includes(architecture)) {
    return { ...named, runtime, base, ...chooseImages(runtime, architecture, { runtimeImage }) }
  }
  throw new InputError(
    'files',
    `${name}: AWS Lambda has no runtime for Python ${python} on ${architecture}`,
    `The catalog's Pythons are ${catalog.runtimes.map((row) => row.python).join(', ')}; arm64 starts with 3.8.`,
  )
}

async function read(path: string): Promise<Uint8Array> {
  const hint = 'Give the path of a zip that was made here.'
  try {
    const { size } = await stat(path)
    if (size <= LARGEST) return await readFile(path)
    throw new Error(`it has ${size} bytes, and no zip that is made here comes near that`)
  } catch (error) {
    throw new InputError('files', `cannot read ${path}: ${messageOf(error)}`, hint)
  }
}

/** @throws {InputError} when there is a `.sha256` beside the zip which is not its own */
async function compareSum(path: string, name: string, sum: string): Promise<void> {
  const text = await readFile(`${path}.sha256`, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new InputError(
      'files',
      `cannot read ${path}.sha256: ${messageOf(error)}`,
      'Make it readable, or remove it.',
    )
  })
  if (text === undefined || text === sidecarLine(sum, name)) return
  throw new InputError(
    'files',
    `${name} has SHA-256 ${sum}, but ${name}.sha256 beside it says ${JSON.stringify(text.trim().slice(0, 200))}`,
    'One of the two is not what was built: get both again.',
  )
}

/** What the zip's content says, which must not contradict its name. */
function look(bytes: Uint8Array, name: string, named: Named): { candidate: Candidate; module: Uint8Array } {
  const { psycopg2, python, architecture } = named
  const files = new Map(readZip(bytes).map(({ path, data }) => [path, data]))
  const stated = readSbom(files, psycopg2)
  const says = `psycopg2 ${stated.versions.psycopg2} for Python ${stated.python} on ${stated.architecture}`
  if (says !== `psycopg2 ${psycopg2} for Python ${python} on ${architecture}`) {
    throw new BuildError(
      `its name is not that of what is in it, which is ${says}`,
      `Give the zip the name that it was made with; ${name} is another's.`,
    )
  }
  const module = files.get(sharedObjectPath(named))
  if (module === undefined) {
    const others = [...files.keys()].filter((path) => path.endsWith('.so'))
    throw new BuildError(
      `it has no ${sharedObjectPath(named)}${others.length === 0 ? '' : `, but ${others.join(', ')}`}`,
      `Python ${python} on ${architecture} would look for that file: give the zip as it was built or downloaded.`,
    )
  }
  const { postgresql, openssl } = stated.versions
  const versions = {
    psycopg2: { version: psycopg2 },
    postgresql: { version: postgresql },
    openssl: { version: openssl },
  }
  return { candidate: { ...named, ...versions }, module }
}

/** The same, with the zip's name before whatever is wrong with it. */
function within<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    throw new InputError('files', `${name}: ${error.message}`, error.hint)
  }
}
