import { createHash } from 'node:crypto'
import { compareVersions } from '../catalog/versions.js'
import { distInfoName, wheelTags } from './package-names.js'
import { sbom } from './sbom.js'
import type { Licenses, PackageContents } from './types.js'
import { byBytes } from './zip-paths.js'

/** Where each licence text goes below `licenses/` (PEP 639), named as upstream names it. */
export const LICENSE_PATHS: Record<keyof Licenses, string> = {
  psycopg2: 'psycopg2/LICENSE',
  lgpl: 'psycopg2/COPYING.LESSER',
  postgresql: 'postgresql/COPYRIGHT',
  openssl: 'openssl/LICENSE.txt',
}

/** Path of the SBOM below the dist-info (PEP 770). */
export const SBOM_PATH = 'sboms/psycopg2.cdx.json'

/** The built files by path from the zip's root, and the dist-info that describes them, RECORD included. */
export function addDistInfo(contents: PackageContents): Map<string, Uint8Array> {
  const all = new Map(contents.files)
  const directory = distInfoName(contents.psycopg2.version)
  const add = (name: string, data: string | Uint8Array) =>
    all.set(`${directory}/${name}`, typeof data === 'string' ? new TextEncoder().encode(data) : data)

  add('METADATA', metadata(contents))
  add('WHEEL', wheel(contents))
  add('top_level.txt', 'psycopg2\n')
  for (const [text, path] of licenseTexts(contents.licenses)) add(`licenses/${path}`, text)
  add(SBOM_PATH, sbom(contents))
  add('RECORD', recordFile(all, directory))
  return all
}

/**
 * Core metadata 2.4 (PEP 639): what pip and `importlib.metadata` know of the distribution.
 *
 * The licence expression speaks for everything in the zip. psycopg2's own "OpenSSL exception" has no SPDX
 * name (the list's OpenSSL exceptions have other wordings), and OpenSSL's Apache-2.0 needs none beside
 * LGPL 3; the few files that may also be had under a zlib-like licence are covered by LGPL as well.
 */
export function metadata(contents: PackageContents): string {
  const { psycopg2, postgresql, openssl, python, architecture } = contents
  return [
    'Metadata-Version: 2.4',
    'Name: psycopg2',
    `Version: ${psycopg2.version}`,
    'Summary: psycopg2 - Python-PostgreSQL Database Adapter',
    'Author-email: Federico Di Gregorio <fog@initd.org>',
    'License-Expression: LGPL-3.0-or-later AND PostgreSQL AND Apache-2.0',
    ...licenseTexts(contents.licenses).map(([, path]) => `License-File: ${path}`),
    'Project-URL: Homepage, https://psycopg.org/',
    'Project-URL: Documentation, https://www.psycopg.org/docs/',
    'Project-URL: Changes, https://www.psycopg.org/docs/news.html',
    'Project-URL: Code, https://github.com/psycopg/psycopg2',
    'Project-URL: Build, https://github.com/soulwing/psycopg2-lambda-action',
    `Requires-Python: ${requiresPython([...(psycopg2.pythons ?? []), python])}`,
    'Description-Content-Type: text/plain',
    '',
    `psycopg2 ${psycopg2.version} for Python ${python} on AWS Lambda (${architecture}), with libpq`,
    `${postgresql.version} and OpenSSL ${openssl.version} linked into its extension module.`,
    '',
    'Built from the upstream sources by psycopg2-lambda; not a build of the psycopg project. What was',
    `changed and what was left out is in ${SBOM_PATH}.`,
    '',
  ].join('\n')
}

/** The WHEEL file (PEP 427): whom the shared object can be loaded by. */
export function wheel(contents: PackageContents): string {
  return [
    'Wheel-Version: 1.0',
    'Generator: psycopg2-lambda',
    'Root-Is-Purelib: false',
    ...(contents.buildNumber === undefined ? [] : [`Build: ${contents.buildNumber}`]),
    ...wheelTags(contents).map((tag) => `Tag: ${tag}`),
    '',
  ].join('\n')
}

/**
 * The RECORD (PEP 376, PEP 427): path, SHA-256 in URL-safe base64 without padding, size in bytes, for every
 * file, byte code too so that an auditor finds nothing unlisted; its own line has neither hash nor size.
 *
 * @param files everything but RECORD (which is left out when it is there)
 * @param directory name of the dist-info
 */
export function recordFile(files: ReadonlyMap<string, Uint8Array>, directory: string): string {
  const own = `${directory}/RECORD`
  return [...new Set([...files.keys(), own])]
    .sort(byBytes)
    .map((path) => {
      const data = path === own ? undefined : files.get(path)
      if (data === undefined) return `${csv(path)},,\n`
      const hash = createHash('sha256').update(data).digest('base64url')
      return `${csv(path)},sha256=${hash},${data.length}\n`
    })
    .join('')
}

/**
 * The specifier for a list of `major.minor` versions: `>=3.9`, or `>=2.7, !=3.0.*, …, !=3.5.*` with a gap.
 * Without an upper bound, as upstream has none: the wheel tag is what binds the file to one Python.
 */
export function requiresPython(pythons: readonly string[]): string {
  const served = [...new Set(pythons)].sort(compareVersions)
  const gaps = served.slice(1).flatMap((python, index) => {
    const [major, minor = 0] = python.split('.').map(Number)
    const [majorBefore, minorBefore = 0] = (served[index] ?? '').split('.').map(Number)
    // In a later major the gap starts at .0.
    const first = major === majorBefore ? minorBefore + 1 : 0
    return Array.from({ length: minor - first }, (_, nth) => `!=${major}.${first + nth}.*`)
  })
  return [`>=${served[0]}`, ...gaps].join(', ')
}

/** The texts that there are, each with its path below `licenses/`. */
function licenseTexts(licenses: Licenses): [Uint8Array, string][] {
  const paths = Object.entries(LICENSE_PATHS) as [keyof Licenses, string][]
  return paths.flatMap(([key, path]): [Uint8Array, string][] => {
    const text = licenses[key]
    return text === undefined ? [] : [[text, path]]
  })
}

function csv(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
