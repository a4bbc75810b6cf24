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

/**
 * How each Python that Lambda has or had on an architecture can be had here, oldest first: from this machine, or from the
 * newest Debian that has it. One that is not in the result cannot be had.
 *
 * Makes the images that this takes. Those for another architecture need emulation while they are made.
 */
export async function provideOrigins(architecture: Architecture): Promise<Map<string, Origin>> {
  const wanted = runtimes.runtimes
    .filter(({ architectures }) => architectures.includes(architecture))
    .map(({ python }) => python)
  const here = architecture === thisArchitecture() ? [...(await interpretersHere()).keys()] : []
  const found = new Map<string, Origin>(here.map((python) => [python, { from: 'this machine' }]))
  for (const suite of SUITES) {
    const missing = wanted.filter((python) => !found.has(python))
    if (missing.length === 0) break
    const { images, pythons = [] } = (await provideSuite(suite, architecture, missing)) ?? {}
    for (const python of pythons) found.set(python, { from: `Debian ${suite}`, ...(images && { images }) })
  }
  return new Map(
    wanted.flatMap((python) => {
      const origin = found.get(python)
      return origin === undefined ? [] : [[python, origin] as const]
    }),
  )
}
