import { judgePackage } from '../../src/audit/judge-package.js'
import type { JudgedFile, PackageReport, PackageTarget } from '../../src/audit/judgement.js'
import type { Architecture } from '../../src/catalog/architecture.js'
import { loadCatalog } from '../../src/catalog/catalog.js'
import { moduleFileName } from '../../src/catalog/python.js'
import { HOST } from './shared-objects.js'

/** The Python that packages are judged for, unless another is named, and its name for psycopg2's module. */
export const PYTHON = '3.13'
export const MODULE = `psycopg2/${moduleFileName(PYTHON, HOST)}`

/** A package's files; what is there by two names, as by a link, has the same bytes in both. */
export type Package = Record<string, Uint8Array | string>

/** What an import on Lambda would find in a package. */
export async function judged(
  contents: Package,
  { python = PYTHON, architecture = HOST }: { python?: string; architecture?: Architecture } = {},
): Promise<PackageReport> {
  const same = new Map<Uint8Array, JudgedFile>()
  const file = (content: Uint8Array | string): JudgedFile => {
    const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content
    const known = same.get(bytes) ?? { size: bytes.length, read: () => bytes }
    same.set(bytes, known)
    return known
  }
  const files = new Map(Object.entries(contents).map(([path, content]) => [path, file(content)]))
  return judgePackage(files, await runtimeOf(python, architecture))
}

/** What keeps it from loading: file, rule, and what Lambda says. */
export function refusals({ findings }: PackageReport): string[] {
  return findings.flatMap(({ class: kind, file, rule, error }) =>
    kind === 'loads' ? [`${file} ${rule}${error === undefined ? '' : `: ${error}`}`] : [],
  )
}

/** What a package is judged for. */
export async function runtimeOf(python = PYTHON, architecture: Architecture = HOST): Promise<PackageTarget> {
  const { runtimes, bases } = await loadCatalog()
  const baseName = runtimes.find((runtime) => runtime.python === python)?.base ?? ''
  const base = bases[baseName]
  if (base === undefined) throw new Error(`no runtime of Python ${python}`)
  return { python, architecture, baseName, base }
}
