import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { moduleFileName } from '../../src/catalog/python.js'
import { type AuditJob, audit, type Judgement } from '../../src/jobs/audit-job.js'
import { judgementText } from '../../src/jobs/audit-text.js'
import { sharedObjectPath } from '../../src/package/package-names.js'
import { HOST, Workshop } from '../audit/shared-objects.js'
import { zipOf } from '../package/python-zip.js'
import { text } from '../package/sample.js'

/** The compiler of a test file, and where it writes what is judged. */
export const workshop = new Workshop()
afterAll(() => workshop.close())

export const PYTHON = '3.13'
/** The name of psycopg2's module and its path in a function, and the machine that is not this one. */
export const NAME = moduleFileName(PYTHON, HOST)
export const MODULE = sharedObjectPath({ python: PYTHON, architecture: HOST })
export const OTHER = HOST === 'arm64' ? 'x86_64' : 'arm64'
/** A module that loads, and what makes a package of its directory. */
export const good = workshop.build()
export const init = ['psycopg2/__init__.py', text('')] as const

export type Files = (readonly [path: string, bytes: Uint8Array])[]

/** What becomes of a file of these bytes, or of a zip of these files. */
export async function judge(file: string, content: Uint8Array | Files, job: Partial<AuditJob> = {}) {
  const path = join(workshop.directory, file)
  writeFileSync(path, content instanceof Uint8Array ? content : zipOf(content))
  const named: AuditJob = { file, path, python: PYTHON, architecture: HOST, strict: false }
  const judgement = await audit({ ...named, ...job })
  const said = judgementText(judgement)
  return { ...judgement, text: said, headline: said.split('\n')[0] ?? '' }
}

export function keepingFromLoading({ findings }: Judgement) {
  return findings.filter((finding) => finding.class === 'loads')
}

/** The same, with the rules that keep it from loading, each once. */
export async function rulesOf(...given: Parameters<typeof judge>) {
  return [...new Set(keepingFromLoading(await judge(...given)).map(({ rule }) => rule))]
}
