import { BuildError } from '../report/errors.js'
import { readZip } from './unzip.js'
import { writeZip } from './zip.js'

/** A zip's bytes, and the Python (`major.minor`) that it is for. */
export interface LayerPart {
  python: string
  zip: Uint8Array
}

/**
 * The zip's tree as a Lambda layer: below `python/`, which AWS puts on the path of every Python.
 *
 * @throws {BuildError} for bytes that are no zip of ours
 */
export function layerOf(zip: Uint8Array): Uint8Array {
  return writeZip(below('python', zip))
}

/**
 * The trees of several Pythons as one layer, each below `python/lib/pythonX.Y/site-packages`, which only that Python has on
 * its path: the packages differ in their dist-info, at times in their modules.
 *
 * @throws {BuildError} for bytes that are no zip of ours, a Python that is there twice, and a layer of over 64 MiB unpacked
 */
export function sharedLayerOf(parts: readonly LayerPart[]): Uint8Array {
  const pythons = parts.map(({ python }) => python)
  try {
    return writeZip(
      parts.flatMap(({ python, zip }) => [...below(`python/lib/python${python}/site-packages`, zip)]),
    )
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    throw new BuildError(
      `one layer for Python ${pythons.join(', ')} cannot be made: ${error.message}`,
      `Name fewer Pythons in a call, or leave combine-layers out: each then has a layer of its own. ${error.hint}`,
    )
  }
}

function* below(directory: string, zip: Uint8Array): Generator<[path: string, data: Uint8Array]> {
  for (const entry of readZip(zip)) {
    if (!entry.directory) yield [`${directory}/${entry.path}`, entry.data]
  }
}
