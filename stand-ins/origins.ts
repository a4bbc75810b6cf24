import type { Architecture } from '../src/catalog/architecture.js'
import runtimes from '../src/catalog/runtimes.json' with { type: 'json' }
import { thisArchitecture } from '../src/machine/this-machine.js'
import { docker } from './docker.js'
import { interpretersHere } from './pythons.js'
import { type Images, provideSuite, SUITES } from './suites.js'

/** Where a CPython for a runtime comes from. */
export interface Origin {
  /** For people: `this machine`, `Debian sid`. */
  from: string
  /** The stand-ins that have it, if they are not found by the catalog's names. */
  images?: Images
}

/** By architecture and version. A Python that cannot be had here is not in it. */
export type Origins = Map<Architecture, Map<string, Origin>>

/**
 * How each Python that Lambda has or had can be had here: from this machine, or from the newest Debian that has it.
 *
 * Makes the images that this takes, each with the same Pythons for every architecture: what is compiled for another
 * architecture than the machine's takes images of both. Those of another need emulation while they are made.
 */
export async function provideOrigins(architectures: readonly Architecture[]): Promise<Origins> {
  const origins: Origins = new Map(architectures.map((architecture) => [architecture, new Map()]))
  for (const python of (await interpretersHere()).keys()) {
    origins.get(thisArchitecture())?.set(python, { from: 'this machine' })
  }
  for (const suite of SUITES) {
    const missing = runtimes.runtimes
      .filter((row) =>
        architectures.some((it) => row.architectures.includes(it) && !origins.get(it)?.has(row.python)),
      )
      .map(({ python }) => python)
    if (missing.length === 0) break
    for (const [architecture, found] of origins) {
      const { images, pythons = [] } = (await provideSuite(suite, architecture, missing)) ?? {}
      for (const python of pythons) {
        if (images !== undefined && !found.has(python)) found.set(python, { from: `Debian ${suite}`, images })
      }
    }
  }
  return origins
}

/**
 * Gives the stand-ins the catalog's names where those tell the architectures apart, so that whatever asks for a Python finds
 * its images, as with AWS's own.
 *
 * @returns how to take the names away again: other tests take what has such a name for a Python of this machine's own
 */
export async function nameAsCatalog(origins: Origins): Promise<() => Promise<void>> {
  const names: string[] = []
  for (const [architecture, found] of origins) {
    for (const row of runtimes.runtimes.filter(({ buildImage }) => buildImage.includes('{arch}'))) {
      const images = found.get(row.python)?.images
      if (images === undefined) continue
      for (const [image, template] of [
        [images.build, row.buildImage],
        [images.runtime, row.runtimeImage],
      ] as const) {
        const name = template.replace('{arch}', architecture)
        await docker('tag', image, name)
        names.push(name)
      }
      delete found.get(row.python)?.images
    }
  }
  return async () => {
    for (const name of names) await docker('image', 'rm', name)
  }
}
