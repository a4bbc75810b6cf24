import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { shown } from '../network/address.js'
import type { Conditions } from '../network/conditions.js'
import { sha256 } from '../package/checksums.js'
import { type Manifest, manifestSchema } from '../release/manifest-schema.js'
import { BuildError, messageOf } from '../report/errors.js'
import { fetchBytes, Gone } from './fetch-bytes.js'

/** Where a manifest is: an address, or the path of the file or of the directory that has it. */
export type Place = URL | string

/** A manifest, and where its release's files may be beside it. */
export interface FoundManifest {
  /** Where it was found, for errors. */
  from: string
  manifest: Manifest
  /** The directory it is in, as a path, or an address that file names can follow. */
  beside: Place
}

/** A manifest of a release from before there were wheels, and before manifests had a schema. */
class OlderManifest extends BuildError {}

/** A manifest has some KB a release; more than this is something else. */
const MOST = 16 * 1024 * 1024
const NAME = 'manifest.json'
const HINT =
  "Give the manifest.json of a release: its path, its directory's, or its address, as in " +
  'https://github.com/OWNER/REPOSITORY/releases/latest/download/manifest.json.'

/**
 * Reads manifests, and those of the earlier releases that they list if these are wanted, each release once.
 *
 * An address may end in `#sha256=` and the sum that the manifest must have.
 *
 * @throws {BuildError} for the first that cannot be had, or is none
 */
export async function readManifests(
  places: readonly Place[],
  wanted: { earlier: boolean },
  conditions: Conditions,
): Promise<FoundManifest[]> {
  const found = new Map<string, FoundManifest>()
  const add = (one: FoundManifest) => {
    const release = `${one.manifest.repository} ${one.manifest.tag}`
    if (!found.has(release)) found.set(release, one)
  }
  for (const place of places) add(await readOne(place, conditions))
  if (!wanted.earlier) return [...found.values()]
  for (const { manifest, from } of [...found.values()]) {
    for (const { tag, url, sha256 } of manifest.earlier) {
      if (found.has(`${manifest.repository} ${tag}`)) continue
      const place = new URL(url)
      place.hash = `sha256=${sha256}`
      try {
        const hint = `${from} lists it as earlier. Without --earlier only the manifests that are named are read.`
        add(await readOne(place, conditions, hint))
      } catch (error) {
        // Whoever deletes a release has meant it, and the newest goes on listing it.
        if (error instanceof Gone)
          conditions.log.warning(
            `${from} lists ${tag} as earlier, which is gone: left out (${error.message})`,
          )
        else if (error instanceof OlderManifest) conditions.log.notice(`${error.message}: left out`)
        else throw error
      }
    }
  }
  return [...found.values()]
}

async function readOne(place: Place, conditions: Conditions, hint = HINT): Promise<FoundManifest> {
  if (typeof place === 'string') return readFrom(place)
  const from = shown(place)
  const bytes = await fetchBytes({ url: place, most: MOST, hint }, conditions)
  const [, expected] = /^#sha256=(.*)$/.exec(place.hash) ?? []
  const sum = sha256(bytes)
  if (expected !== undefined && sum !== expected) {
    throw new BuildError(
      `${from} is another manifest: expected SHA-256 ${expected}, found ${sum}`,
      'It was replaced or altered on the way. Nothing was written.',
    )
  }
  return { from, manifest: parse(bytes, from), beside: place }
}

async function readFrom(path: string): Promise<FoundManifest> {
  try {
    const file = (await stat(path)).isDirectory() ? join(path, NAME) : path
    return { from: file, manifest: parse(await readFile(file), file), beside: dirname(file) }
  } catch (error) {
    if (error instanceof BuildError) throw error
    throw new BuildError(`Cannot read the manifest ${path}: ${messageOf(error)}`, HINT)
  }
}

function parse(bytes: Uint8Array, from: string): Manifest {
  const text = new TextDecoder().decode(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const what = /^\s*</.test(text) ? 'a web page' : messageOf(error)
    throw new BuildError(`${from} is not a manifest: ${what}`, HINT)
  }
  if (typeof value === 'object' && value !== null && 'artifacts' in value && !('schema' in value)) {
    throw new OlderManifest(
      `${from} is of a release from before there were wheels`,
      'Leave this release out.',
    )
  }
  const parsed = manifestSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const faults = issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new BuildError(
    `${from} is not a manifest of a release: ${faults.slice(0, 3).join('; ')}`,
    issues[0]?.path[0] === 'schema'
      ? 'The release was made by another version of this project: use that version here, or leave this release out.'
      : HINT,
  )
}
