import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ARCHITECTURES, type Architecture } from '../src/catalog/architecture.js'
import type { ArtifactOutput } from '../src/jobs/outputs.js'
import { sha256 } from '../src/package/checksums.js'
import { taggedGlibc, wheelTag } from '../src/package/package-names.js'
import {
  MANIFEST_SCHEMA,
  type Manifest,
  type ManifestArtefact,
  type ManifestFile,
} from '../src/release/manifest-schema.js'
import { type FileServer, serveFiles } from './file-server.js'
import { FLOOR } from './nodes.js'
import { PROJECT, TOOLS } from './places.js'
import { newestHere } from './pythons.js'

/** What the release is to be of. */
export interface WantedRelease {
  /** Of `build`, besides those that are given here, for example `source-dir`. */
  flags?: Record<string, string>
  /** One Python; the newest here, where there is none. */
  python?: string
  /** Both, where none are named. */
  architectures?: readonly Architecture[]
}

/** A release that is served on this machine, as GitHub serves its files; it is the latest, too. */
export interface ServedRelease extends Pick<FileServer, 'origin' | 'asked'> {
  /** Where its files are, without a slash at the end: `http://127.0.0.1:PORT/OWNER/NAME/releases/download/TAG`. */
  url: string
  manifest: Manifest
  python: string
  /** Of psycopg2. */
  version: string
  /** Its files' paths by their names. */
  files: ReadonlyMap<string, string>
  /** What the server serves; more may be put there. */
  root: string
  /** Ends the server and removes the files. */
  stop(): Promise<void>
}

const REPOSITORY = 'soulwing/psycopg2-lambda-action'

/**
 * Builds zips with the command line's bundle, on this machine without a container, and serves them with wheels, layers,
 * sums and a manifest. What was compiled before is not compiled again.
 *
 * @throws with what the build says, when it fails
 */
export async function serveRelease({ flags = {}, ...wanted }: WantedRelease = {}): Promise<ServedRelease> {
  const python = wanted.python ?? (await newestHere())
  const root = mkdtempSync(join(tmpdir(), 'served-release-'))
  const built = join(root, 'built')
  const architecture = (wanted.architectures ?? ARCHITECTURES).join(' ')
  const zips = build(built, { ...flags, 'python-version': python, architecture })
  const version = zips[0]?.versions.psycopg2 ?? ''
  const tag = `${version}-1`
  const place = join(REPOSITORY, 'releases', 'download', tag)
  const directory = join(root, place)
  mkdirSync(join(directory, '..'), { recursive: true })
  renameSync(built, directory)
  const server = await serveFiles(root)
  const url = `${server.origin}/${place}`
  const files = new Map<string, string>()
  const add = (name: string): ManifestFile => {
    files.set(name, join(directory, name))
    const bytes = readFileSync(join(directory, name))
    const sum = sha256(bytes)
    writeFileSync(join(directory, `${name}.sha256`), `${sum}  ${name}\n`)
    files.set(`${name}.sha256`, join(directory, `${name}.sha256`))
    return { name, url: `${url}/${name}`, size: bytes.length, sha256: sum }
  }
  const artifacts = zips.map(({ path: _, verified: __, ...facts }): ManifestArtefact => {
    const wheel = `psycopg2-${version}-${wheelTag({ ...facts, glibc: taggedGlibc(facts.glibc) })}.whl`
    copyFileSync(join(directory, facts.name), join(directory, wheel))
    const layer = facts.name.replace(/\.zip$/, '-layer.zip')
    makeLayer(join(directory, facts.name), join(directory, layer))
    return { ...facts, ...add(facts.name), wheel: add(wheel), layer: add(layer), verified: null }
  })
  const manifest: Manifest = {
    ...{ schema: MANIFEST_SCHEMA, repository: REPOSITORY, tag, commit: '0'.repeat(40) },
    ...{ artifacts, earlier: [] },
  }
  writeFileSync(join(directory, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const latest = join(root, REPOSITORY, 'releases', 'latest')
  mkdirSync(latest)
  symlinkSync(directory, join(latest, 'download'))
  add('manifest.json')
  return {
    ...{ origin: server.origin, asked: server.asked, url, manifest, python, version, files, root },
    stop: async () => {
      await server.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** What a build says of each zip. */
function build(directory: string, flags: Record<string, string>): ArtifactOutput[] {
  const all = { 'container-engine': 'none', verify: 'none', ...flags, 'output-dir': directory }
  const argv = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value])
  const env = { ...process.env, RUNNER_TOOL_CACHE: TOOLS }
  const bundle = join(PROJECT, 'dist', 'cli', 'index.js')
  const options = { env, encoding: 'utf8', stdio: 'pipe' } as const
  return JSON.parse(execFileSync(FLOOR, [bundle, 'build', '--json', ...argv], options))
}

const LAYER = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as zip, zipfile.ZipFile(sys.argv[2], "x", zipfile.ZIP_DEFLATED) as layer:
    for entry in zip.infolist():
        data = zip.read(entry)
        entry.filename = "python/" + entry.filename
        layer.writestr(entry, data)`

/** The same tree below `python/`. */
function makeLayer(zip: string, layer: string): void {
  execFileSync('python3', ['-c', LAYER, zip, layer])
}
