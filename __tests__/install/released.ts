import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { InstallRequest } from '../../src/jobs/install-job.js'
import { sharedObjectPath } from '../../src/package/package-names.js'
import { packageTree } from '../../src/package/tree.js'
import { writeZip } from '../../src/package/zip.js'
import type { Manifest, ManifestArtefact } from '../../src/release/manifest-schema.js'
import { HOST, Workshop } from '../audit/shared-objects.js'
import { zipOf } from '../package/python-zip.js'
import { sampleContents } from '../package/sample.js'
import { type Answer, send } from '../sources/setup.js'

export const PYTHON = '3.13'
export const REPOSITORY = 'octo/psycopg2'
export const TAG = '2.9.13-2'
export const ZIP = `psycopg2.9.13-${PYTHON}${HOST === 'arm64' ? '-arm64' : ''}.zip`
export const LAYER = ZIP.replace('.zip', '-layer.zip')
export const WHEEL = `psycopg2-2.9.13-2-cp313-cp313-manylinux_2_17_${HOST}.whl`

export const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A package as the project makes it, with a module that loads, or one that does not. */
function packageOf(module: Uint8Array): Map<string, Uint8Array> {
  const contents = sampleContents({ architecture: HOST, glibc: '2.17' })
  const files = [...contents.files].filter(([path]) => !path.endsWith('.so'))
  const path = sharedObjectPath({ python: PYTHON, architecture: HOST })
  return packageTree({ ...contents, files: new Map([...files, [path, module]]) })
}

const workshop = new Workshop()
const tree = packageOf(workshop.build())

/** The names that it puts into a directory. */
export const NAMES = ['psycopg2', 'psycopg2-2.9.13.dist-info']

/** The bytes of a release's files, by name. */
export const FILES: Record<string, Buffer> = {
  [ZIP]: Buffer.from(writeZip(tree)),
  [WHEEL]: Buffer.from(writeZip(tree)),
  [LAYER]: Buffer.from(zipOf(Array.from(tree, ([path, data]) => [`python/${path}`, data] as const))),
}

/** A zip whose sum is right, and which Lambda could not load: Python does not find its init function. */
export const UNLOADABLE = Buffer.from(writeZip(packageOf(workshop.build({ exported: 'nothing;' }))))

/** Zips whose sums are right, and which must not be unpacked. */
export const EVIL = {
  escaping: Buffer.from(
    zipOf([
      ['psycopg2/__init__.py', Buffer.from('')],
      ['../escape', Buffer.from('')],
    ]),
  ),
}

const fileOf = (name: string, bytes: Buffer) => ({
  name,
  url: `https://github.com/${REPOSITORY}/releases/download/${TAG}/${name}`,
  size: bytes.length,
  sha256: sumOf(bytes),
})

/** A release's manifest; its files are those above, unless others are given. */
export function manifestOf(change: Partial<Manifest> = {}, files: Record<string, Buffer> = {}): Manifest {
  const all = { ...FILES, ...files }
  const the = (name: string) => fileOf(name, all[name] ?? Buffer.from(''))
  const artefact: ManifestArtefact = {
    ...the(ZIP),
    python: PYTHON,
    architecture: HOST,
    versions: { psycopg2: '2.9.13', postgresql: '18.6', openssl: '3.5.7' },
    glibc: '2.17',
    toolchain: 'zig 0.17.1, glibc 2.17',
    wheel: the(WHEEL),
    layer: the(LAYER),
    verified: { ...fileOf(`${ZIP}.verified.json`, Buffer.from('{}')), stages: ['audit', 'import'] },
  }
  return {
    ...{ schema: 1, repository: REPOSITORY, tag: TAG, commit: 'c'.repeat(40), artifacts: [artefact] },
    ...{ earlier: [], ...change },
  }
}

export const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

export const RELEASES = `/${REPOSITORY}/releases`
export const LATEST = `${RELEASES}/latest/download/manifest.json`
export const MANIFEST = `${RELEASES}/download/${TAG}/manifest.json`
export const ASSET = `${RELEASES}/download/${TAG}/${ZIP}`

/** What a server says of a release that is as it should be. */
export function answersOf(manifest = manifestOf()): Record<string, Answer | Answer[]> {
  const assets = Object.entries(FILES).map(([name, bytes]) => [
    `${RELEASES}/download/${TAG}/${name}`,
    send(bytes),
  ])
  return { [LATEST]: send(json(manifest)), [MANIFEST]: send(json(manifest)), ...Object.fromEntries(assets) }
}

/** A new directory with another package in it. */
export function packageDirectory(files: Record<string, string> = { 'other/__init__.py': 'other' }): string {
  const path = join(mkdtempSync(join(tmpdir(), 'install-')), 'package')
  mkdirSync(path)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), text)
  }
  return path
}

/** Every file below a directory with its bytes, and every directory. */
export function snapshot(path: string): Record<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries.map((entry) => {
      const at = join(entry.parentPath, entry.name)
      return [
        at.slice(path.length + 1),
        entry.isFile() ? sumOf(readFileSync(at)) : entry.isDirectory() ? '/' : '@',
      ]
    }),
  )
}

export function requestOf(
  serverUrl: string,
  path: string,
  change: Partial<InstallRequest> = {},
): InstallRequest {
  return {
    ...{ python: PYTHON, architecture: HOST, version: 'latest', format: 'zip', path, extract: true },
    ...{ sha256: undefined, repository: REPOSITORY, baseUrl: undefined, token: undefined, serverUrl },
    ...{ apiUrl: serverUrl, cache: false, pin: undefined, pinTo: undefined, ...change },
  }
}
