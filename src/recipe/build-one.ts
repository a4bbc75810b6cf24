import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AuditReport, auditFailure, auditSharedObject } from '../audit/audit.js'
import { auditTarget } from '../audit/audit-target.js'
import { recordName, zipName } from '../catalog/file-names.js'
import type { BuildPlan } from '../catalog/plan.js'
import { isBetter } from '../catalog/zip-record.js'
import { sha256 } from '../package/checksums.js'
import { lintZip } from '../package/lint.js'
import { taggedGlibc } from '../package/package-names.js'
import { packageTree } from '../package/tree.js'
import type { Artefact, PackageContents } from '../package/types.js'
import { writeArtefact } from '../package/write.js'
import { writeZip } from '../package/zip.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'
import { auditStage } from '../verify/audit-stage.js'
import { recordOf, recordText } from '../verify/record.js'
import type { Stage, Verification } from '../verify/types.js'
import { dependenciesFor } from './dependencies.js'
import { findPython, targetHeaders } from './find-headers.js'
import { compilePsycopg2 } from './psycopg2.js'
import type { Setup } from './work.js'
import { openWorkshop } from './workshop.js'

/** One finished zip and what is known of it. */
export interface Built {
  plan: BuildPlan
  artefact: Artefact
  audit: AuditReport
  /** What the zip has been through, the audit first. */
  stages: Stage[]
  /** How far it was to be verified. */
  verify: Verification
  /** Whether OpenSSL and libpq had been compiled by an earlier run. */
  cacheHit: boolean
  /** The compiler and its C library, for people. */
  toolchain: string
  /** Content hash of OpenSSL and libpq. */
  dependenciesSha256: string
  /** From the first container to the written file. */
  seconds: number
}

/** Builds one plan, from its container to its files. @throws {BuildError} */
export async function buildOne(setup: Setup, plan: BuildPlan, log: Log): Promise<Built> {
  const { engine, request, runId, tarballs, toolchains } = setup
  const started = performance.now()
  warnIfDeprecated(plan, log)
  const title = `Python ${plan.python} ${plan.architecture}`
  const workshop = await log.group(`${title}: prepare`, () =>
    openWorkshop({ engine, plan, toolchains, runId, log }),
  )
  try {
    log.info(`Compiling: ${workshop.sandbox.title}, ${workshop.toolchain}`)
    // Before minutes are spent: an image without Python fails here.
    const python = await findPython(workshop)
    const headers = await targetHeaders(workshop)
    const dependencies = await dependenciesFor(workshop, setup)
    const [tarball] = await tarballs.fetch([plan.psycopg2], log)
    const compiled = await log.group(`${title}: psycopg2 ${plan.psycopg2.version}`, () =>
      compilePsycopg2(workshop, {
        ...{ python, headers, tarball: tarball.path, dependencies: dependencies.directory },
      }),
    )
    const audit = auditModule(plan, compiled.module, workshop.workDir, log)
    const name = zipName({ ...plan, psycopg2: plan.psycopg2.version })
    const zip = packZip({ ...compiled.contents, glibc: taggedGlibc(audit.highestGlibc) })
    const { verify } = request
    const tryIt = () => setup.verifier.verify(plan, zip, log)
    const tried = verify === 'none' ? await tryIt() : await log.group(`${title}: ${verify} check`, tryIt)
    const stages = [auditStage(audit, plan.base.glibc, workshop.where), ...tried.stages]
    const facts = { name, size: zip.length, sha256: sha256(zip) }
    const { where, toolchain } = workshop
    const built = { ...where, toolchain }
    const record = recordOf({ of: plan, zip: facts, built, verify, ...tried, stages })
    const text = await fullerRecord(join(request.outputDir, recordName(name)), recordText(record), facts, log)
    const companions = new Map([[recordName(name), text]])
    const artefact = await writeArtefact(request.outputDir, { ...facts, bytes: zip }, companions)
    const seconds = (performance.now() - started) / 1000
    const { cached: cacheHit, contentHash: dependenciesSha256 } = dependencies
    return { plan, artefact, audit, stages, toolchain, verify, cacheHit, dependenciesSha256, seconds }
  } finally {
    await workshop.sandbox.remove()
  }
}

/** The text of the record that is there, where it is of the same bytes and says of more stages that they ran; else this one. */
async function fullerRecord(path: string, text: string, zip: { sha256: string }, log: Log): Promise<string> {
  const earlier = await readFile(path, 'utf8').catch(() => '')
  if (!isBetter(earlier, text, zip.sha256)) return text
  log.notice(`${path} stays: it is of the same bytes, and says of more stages that they ran`)
  return earlier
}

/** The zip's bytes, read back and checked: what a reader would trip over is found here. */
function packZip(contents: PackageContents): Uint8Array {
  const zip = writeZip(packageTree(contents))
  const { python } = contents
  const problems = lintZip(zip, { ...contents, psycopg2: contents.psycopg2.version }).map(
    ({ message }) => message,
  )
  if (problems.length === 0) return zip
  throw new BuildError(
    `The zip for Python ${python} is not as it should be: ${problems.join('; ')}`,
    'No zip was written. Check what the scripts made of the package; with the scripts as released, this is a defect.',
  )
}

function auditModule(
  plan: BuildPlan,
  module: { path: string; bytes: Uint8Array },
  work: string,
  log: Log,
): AuditReport {
  const report = auditSharedObject(module.bytes, {
    ...auditTarget(plan, module.path),
    openssl: plan.openssl.version,
    hardened: plan.toolchain !== undefined,
    forbiddenPaths: [work],
  })
  if (!report.passed) throw auditFailure(report, module.path)
  log.info(
    `Audit passed: ${report.checked.length} rules; highest GLIBC ${report.highestGlibc ?? 'none'} of at most ${plan.base.glibc}`,
  )
  return report
}

function warnIfDeprecated(plan: BuildPlan, log: Log): void {
  const today = new Date().toISOString().slice(0, 10)
  const { deprecated, updateBlocked, preview } = plan.runtime
  if (preview)
    log.warning(`Python ${plan.python} is a preview on AWS Lambda: it may still change under this zip`)
  if (deprecated === null || today < deprecated) return
  const until =
    updateBlocked === null
      ? 'AWS has not said until when functions can be updated'
      : today < updateBlocked
        ? `functions can be updated until ${updateBlocked}`
        : `functions can no longer be updated since ${updateBlocked}`
  log.warning(`Python ${plan.python} is deprecated on AWS Lambda since ${deprecated}; ${until}`)
}
