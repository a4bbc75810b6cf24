import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ARCHITECTURES, type Architecture } from '../src/catalog/architecture.js'
import type { ArtifactOutput } from '../src/jobs/outputs.js'
import { MANIFEST_SCHEMA, type Manifest } from '../src/release/manifest-schema.js'
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
  /** The same place on this disk. */
  directory: string
  /** The path of what was built for an architecture. */
  file(architecture: Architecture, form: 'zip' | 'wheel' | 'layer'): string
  /** What the server serves; more may be put there. */
  root: string
  /** Ends the server and removes the files. */
  stop(): Promise<void>
}

const REPOSITORY = 'soulwing/psycopg2-lambda-action'

/**
 * Builds zips, wheels and layers with the command line's bundle, on this machine without a container, and serves them
 * with a manifest. What was compiled before is not compiled again.
 *
 * @throws with what the build says, when it fails
 */
export async function serveRelease({ flags = {}, ...wanted }: WantedRelease = {}): Promise<ServedRelease> {
  const python = wanted.python ?? (await newestHere())
  const root = mkdtempSync(join(tmpdir(), 'served-release-'))
  const releases = join(REPOSITORY, 'releases')
  const built = join(root, releases, 'download', 'built')
  const architecture = (wanted.architectures ?? ARCHITECTURES).join(' ')
  const artefacts = build(built, { ...flags, 'python-version': python, architecture })
  const version = artefacts[0]?.versions.psycopg2 ?? ''
  const tag = `${version}-1`
  const directory = join(dirname(built), tag)
  renameSync(built, directory)
  mkdirSync(join(root, releases, 'latest'))
  symlinkSync(directory, join(root, releases, 'latest', 'download'))
  const server = await serveFiles(root)
  const url = `${server.origin}/${releases}/download/${tag}`
  const served = <T extends { name: string; path: string }>({ path: _, ...file }: T) => {
    return { ...file, url: `${url}/${file.name}` }
  }
  const manifest: Manifest = {
    ...{ schema: MANIFEST_SCHEMA, repository: REPOSITORY, tag, commit: '0'.repeat(40), earlier: [] },
    artifacts: artefacts.map(({ wheel, layer, ...zip }) => ({
      ...served(zip),
      ...(wheel && { wheel: served(wheel) }),
      ...(layer && { layer: served(layer) }),
      verified: null,
    })),
  }
  writeFileSync(join(directory, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return {
    ...{ origin: server.origin, asked: server.asked, url, manifest, python, version, directory, root },
    file: (architecture, form) => {
      const zip = manifest.artifacts.find((one) => one.architecture === architecture)
      return join(directory, (form === 'zip' ? zip : zip?.[form])?.name ?? '')
    },
    stop: async () => {
      await server.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** What a build says of each zip. */
function build(directory: string, flags: Record<string, string>): ArtifactOutput[] {
  const forms = { formats: 'zip wheel layer', 'build-number': '1' }
  const all = { 'container-engine': 'none', verify: 'none', ...forms, ...flags, 'output-dir': directory }
  const argv = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value])
  const env = { ...process.env, RUNNER_TOOL_CACHE: TOOLS }
  const bundle = join(PROJECT, 'dist', 'cli', 'index.js')
  const options = { env, encoding: 'utf8', stdio: 'pipe' } as const
  return JSON.parse(execFileSync(FLOOR, [bundle, 'build', '--json', ...argv], options))
}
