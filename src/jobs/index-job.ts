import { findWheel } from '../index/find-wheel.js'
import { type IndexedWheel, overshadowed, PROJECT, pagesOf, versionsOf } from '../index/pages.js'
import { type FoundManifest, type Place, readManifests } from '../index/read-manifests.js'
import { parseWheelName, readWheel, type WheelName } from '../index/wheel-facts.js'
import { type Add, writeSite } from '../index/write-site.js'
import { type Conditions, REAL } from '../network/conditions.js'
import { sha256 } from '../package/checksums.js'
import type { ManifestArtefact, ManifestFile } from '../release/manifest-schema.js'
import { BuildError } from '../report/errors.js'
import type { Log } from '../report/log.js'

/** What is to be in an index, and where. */
export interface IndexJob {
  /** The manifests of the releases. */
  manifests: readonly Place[]
  /** Those of the releases that these list as earlier, too. */
  earlier: boolean
  /** `copy`: the site has the wheels itself. `link`: it names where the releases have them, and has no metadata beside them. */
  wheels: 'copy' | 'link'
  /** Absolute. */
  outputDir: string
  signal?: AbortSignal | undefined
  log: Log
}

/** An index that was written. */
export interface WrittenIndex {
  /** The directory that has the list of projects. */
  path: string
  /** Of psycopg2, oldest first. */
  versions: string[]
  /** The names of the wheels. */
  wheels: string[]
}

/** A wheel of one of the releases. */
interface Candidate {
  facts: WheelName
  wheel: ManifestFile
  zip: ManifestArtefact
  found: FoundManifest
}

/**
 * Writes a Python index of the wheels of releases, as static pages. Every wheel is read and held against its manifest.
 *
 * @throws {BuildError} for a manifest or a wheel that cannot be had or is not what it should be, and for wheels of one
 *   name with different bytes; nothing is then written
 */
export async function writeIndex(job: IndexJob): Promise<WrittenIndex> {
  const { log, signal, wheels: way } = job
  const conditions: Conditions = { ...REAL, log, signal }
  const manifests = await log.group('Manifests', () => readManifests(job.manifests, job, conditions))
  const candidates = choose(manifests, log)
  const wheels: IndexedWheel[] = []
  const path = await writeSite(job.outputDir, async (add) => {
    await log.group('Wheels', async () => {
      for (const one of candidates) wheels.push(await indexed(one, { way, add, conditions }))
    })
    for (const [page, text] of pagesOf(wheels)) await add(page, new TextEncoder().encode(text))
  })
  const shadow = overshadowed(wheels)
  if (shadow !== undefined) {
    log.warning(
      `${shadow} and another wheel are for the same version, Python and machine but for different C libraries: ` +
        'installers choose by that before the build number, so the one may never be taken',
    )
  }
  return { path, versions: versionsOf(wheels), wheels: wheels.map(({ name }) => name) }
}

/** Every wheel of the releases, once. @throws {BuildError} where there is none, or two differ that have one name */
function choose(manifests: readonly FoundManifest[], log: Log): Candidate[] {
  const chosen = new Map<string, Candidate>()
  for (const found of manifests) {
    const { artifacts, tag } = found.manifest
    const without = artifacts.filter(({ wheel }) => wheel === undefined).map(({ name }) => name)
    if (without.length > 0) log.notice(`${tag} has no wheel of ${without.join(', ')}: left out`)
    for (const zip of artifacts) {
      const { wheel } = zip
      if (wheel === undefined) continue
      const known = chosen.get(wheel.name)
      if (known === undefined)
        chosen.set(wheel.name, { facts: factsOf(wheel, zip, found), wheel, zip, found })
      else if (known.wheel.sha256 !== wheel.sha256) throw twice(wheel.name, known.found, found)
    }
  }
  if (chosen.size > 0) return [...chosen.values()]
  throw new BuildError(
    `No wheel in ${manifests.map(({ from }) => from).join(', ')}`,
    'An index is made of wheels: build the release with formats: zip wheel.',
  )
}

function factsOf({ name }: ManifestFile, { versions }: ManifestArtefact, { from }: FoundManifest): WheelName {
  const facts = parseWheelName(name)
  if (facts !== undefined && facts.version === versions.psycopg2) return facts
  throw new BuildError(
    `${from}: ${JSON.stringify(name)} is not the name of a wheel of ${PROJECT} ${versions.psycopg2}`,
    'The manifest was not made by this project, or was changed. Nothing was written.',
  )
}

function twice(name: string, first: FoundManifest, second: FoundManifest): BuildError {
  return new BuildError(
    `${name} is in ${first.from} and in ${second.from}, with different bytes`,
    'Installers keep wheels by their names. Give each rebuild a build-number, or leave one of the releases out.',
  )
}

async function indexed(
  { facts, wheel, zip, found }: Candidate,
  { way, add, conditions }: { way: IndexJob['wheels']; add: Add; conditions: Conditions },
): Promise<IndexedWheel> {
  conditions.signal?.throwIfAborted()
  const { name, size, sha256: sum, url } = wheel
  const bytes = await findWheel({ wheel, zip, beside: found.beside }, conditions)
  const { metadata, requiresPython } = readWheel(name, facts, bytes)
  const common = { ...facts, name, size, sha256: sum, requiresPython }
  if (way === 'link') return { ...common, href: withoutFragment(url), metadataSha256: undefined }
  await add(`${PROJECT}/${name}`, bytes)
  await add(`${PROJECT}/${name}.metadata`, metadata)
  return { ...common, href: name, metadataSha256: sha256(metadata) }
}

function withoutFragment(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}
