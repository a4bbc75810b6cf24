import { compareVersions } from '../catalog/versions.js'
import type { ManifestFile } from '../release/manifest-schema.js'
import type { WheelName } from './wheel-facts.js'

/** A wheel as an index shows it. */
export interface IndexedWheel extends WheelName, Pick<ManifestFile, 'name' | 'size' | 'sha256'> {
  /** Where it is, from the project's page: its name, or an address. */
  href: string
  requiresPython: string | undefined
  /** SHA-256 of its METADATA, where that lies beside it under its name and `.metadata` (PEP 658). */
  metadataSha256: string | undefined
}

/** The only project of an index. */
export const PROJECT = 'psycopg2'

/** Of the simple API: 1.1 (PEP 700) has sizes and the list of versions. */
const API_VERSION = '1.1'

/**
 * The pages of an index by their paths: PEP 503 as HTML, PEP 691 as JSON beside it, for the list of projects and for
 * the project. They follow from the wheels alone.
 */
export function pagesOf(wheels: readonly IndexedWheel[]): Map<string, string> {
  const sorted = [...wheels].sort(inOrder)
  const meta = { 'api-version': API_VERSION }
  const project = {
    ...{ meta, name: PROJECT, versions: versionsOf(sorted) },
    files: sorted.map((wheel) => ({
      filename: wheel.name,
      url: wheel.href,
      hashes: { sha256: wheel.sha256 },
      size: wheel.size,
      ...(wheel.requiresPython === undefined ? {} : { 'requires-python': wheel.requiresPython }),
      ...(wheel.metadataSha256 === undefined ? {} : { 'core-metadata': { sha256: wheel.metadataSha256 } }),
    })),
  }
  return new Map([
    ['index.html', html('Simple index', [`<a href="${PROJECT}/">${PROJECT}</a>`])],
    ['index.json', json({ meta, projects: [{ name: PROJECT }] })],
    [`${PROJECT}/index.html`, html(`Links for ${PROJECT}`, sorted.map(anchor))],
    [`${PROJECT}/index.json`, json(project)],
  ])
}

/** The versions of psycopg2, oldest first. */
export function versionsOf(wheels: readonly IndexedWheel[]): string[] {
  return [...new Set(wheels.map(({ version }) => version))].sort(compareVersions)
}

/**
 * The name of a wheel which installers never take, whatever its build, because another for the same Python and machine
 * has another platform, which counts first; undefined where there is none.
 */
export function overshadowed(wheels: readonly IndexedWheel[]): string | undefined {
  const platforms = new Map<string, string>()
  for (const { name, version, target, platforms: own } of [...wheels].sort(inOrder)) {
    const key = `${version} ${target}`
    if ((platforms.get(key) ?? own) !== own) return name
    platforms.set(key, own)
  }
  return undefined
}

function inOrder(a: IndexedWheel, b: IndexedWheel): number {
  return compareVersions(a.version, b.version) || a.build - b.build || (a.name < b.name ? -1 : 1)
}

function anchor({ name, href, sha256, requiresPython, metadataSha256 }: IndexedWheel): string {
  const sum = metadataSha256 === undefined ? undefined : `sha256=${metadataSha256}`
  const attributes = {
    href: `${href}#sha256=${sha256}`,
    'data-requires-python': requiresPython,
    // PEP 714; pip before 23.2 knows only the name that PEP 658 gave it.
    'data-core-metadata': sum,
    'data-dist-info-metadata': sum,
  }
  const text = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}="${escaped(value)}"`],
  )
  return `<a ${text.join(' ')}>${escaped(name)}</a>`
}

function html(title: string, anchors: readonly string[]): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta name="pypi:repository-version" content="${API_VERSION}">`,
    `<title>${title}</title>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    ...anchors.map((one) => `${one}<br>`),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
