import type { Architecture } from '../src/catalog/architecture.js'
import runtimes from '../src/catalog/runtimes.json' with { type: 'json' }
import { thisArchitecture } from '../src/machine/this-machine.js'
import { interpretersHere } from './pythons.js'
import { type Images, provideSuite, SUITES } from './suites.js'

/** Where a CPython for a runtime comes from. */
export interface Origin {
  /** For people: `this machine`, `Debian sid`. */
  from: string
  /** The stand-ins that have it; undefined for those that `images.ts` makes, which have the catalog's names. */
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
