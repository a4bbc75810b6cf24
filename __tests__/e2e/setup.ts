import { mkdirSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { provideHere } from '../pythons.js'
import { providePrograms } from '../setup.js'
import { startEngine } from './engine.js'
import { CACHE } from './places.js'
import { provideSources } from './provide-sources.js'
import { provideStandIns } from './stand-ins.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Why there is no container engine; empty when there is one. */
    noEngine: string
  }
}

/**
 * Makes sure that a container engine answers and that the stand-ins for AWS's images exist in it, under the
 * catalog's names. Where that cannot be, the tests that need it are left out, and a CI run fails.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(CACHE, { recursive: true })
  providePrograms()
  const { pythons } = await provideHere(project)
  const { stop, missing } = await startEngine()
  project.provide('noEngine', missing ?? '')
  if (missing !== undefined) {
    const message = `LEFT OUT: every end-to-end test in a container, because ${missing}`
    if (process.env.CI === 'true') throw new Error(message)
    console.warn(message)
    return stop
  }
  try {
    await provideSources(project, pythons)
    await provideStandIns()
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
