import { readFile } from 'node:fs/promises'
import { layerName, sharedLayerName } from '../catalog/file-names.js'
import type { BuildPlan } from '../catalog/plan.js'
import { sha256 } from '../package/checksums.js'
import { layerOf, sharedLayerOf } from '../package/layer.js'
import { wheelName } from '../package/package-names.js'
import type { Artefact } from '../package/types.js'
import { writeArtefact } from '../package/write.js'
import type { BuildRequest } from './build-request.js'

/** The zip's other forms, those of them that were asked for. */
export interface Forms {
  /** The same bytes under a wheel's name. */
  wheel?: Artefact | undefined
  /** The same tree as a layer; one that several Pythons share is the same file for all of them. */
  layer?: Artefact | undefined
}

/** A zip whose other forms are to be written. */
export interface ZipToForm {
  plan: BuildPlan
  /** The zip's file name. */
  name: string
  bytes: Uint8Array
  /** Lower-case hex. */
  sha256: string
  /** The glibc of the wheel's tags. */
  glibc: string
}

type FormRequest = Pick<BuildRequest, 'formats' | 'combineLayers' | 'buildNumber' | 'outputDir'>

/**
 * Writes the forms that one zip gives by itself, each with its sums beside it.
 *
 * @throws {BuildError} when the directory cannot be written, or the disk is full
 */
export async function writeForms(zip: ZipToForm, request: FormRequest): Promise<Forms> {
  const { plan, name, bytes, glibc } = zip
  const { formats, combineLayers, buildNumber, outputDir } = request
  const forms: Forms = {}
  if (formats.includes('wheel')) {
    const { python, architecture, psycopg2 } = plan
    const wheel = wheelName({ python, architecture, glibc, psycopg2: psycopg2.version, buildNumber })
    forms.wheel = await writeArtefact(outputDir, { name: wheel, bytes, sha256: zip.sha256 })
  }
  if (formats.includes('layer') && !combineLayers) {
    const layer = layerOf(bytes)
    forms.layer = await writeArtefact(outputDir, {
      ...{ name: layerName(name), bytes: layer, sha256: sha256(layer) },
    })
  }
  return forms
}

/** A finished zip that may share a layer with others. */
type Shared = Forms & { plan: BuildPlan; artefact: Artefact }

/**
 * Where layers are combined, writes one for each psycopg2 and architecture from the zips that were made.
 *
 * @returns the same, each with its layer
 * @throws {BuildError} for a layer that is too large, or cannot be written
 */
export async function shareLayers<T extends Shared>(built: readonly T[], request: FormRequest): Promise<T[]> {
  if (!request.combineLayers || !request.formats.includes('layer')) return [...built]
  const layers = new Map<string, Artefact>()
  for (const name of new Set(built.map(layerFor))) {
    const parts = await Promise.all(
      built
        .filter((one) => layerFor(one) === name)
        .map(async ({ plan, artefact }) => ({ python: plan.python, zip: await readFile(artefact.path) })),
    )
    const bytes = sharedLayerOf(parts)
    layers.set(name, await writeArtefact(request.outputDir, { name, bytes, sha256: sha256(bytes) }))
  }
  return built.map((one) => ({ ...one, layer: layers.get(layerFor(one)) }))
}

function layerFor({ plan: { psycopg2, architecture } }: Shared): string {
  return sharedLayerName({ psycopg2: psycopg2.version, architecture })
}
