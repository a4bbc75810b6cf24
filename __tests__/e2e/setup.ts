import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEngine } from '../../stand-ins/engine.js'
import { provideStandIns, whyNoStandIns } from '../../stand-ins/images.js'
import { CACHE } from '../../stand-ins/places.js'
import { provideHere } from '../../stand-ins/pythons.js'
import { provideSources } from '../provide-versions.js'
import { providePrograms } from '../setup.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Why there is no container engine; empty when there is one. */
    noEngine: string
    /** A file that is there once everything is, and says what went wrong. */
    ready: string
  }
}

/**
 * Makes sure that a container engine answers and that the stand-ins for AWS's images exist in it, under the
 * catalog's names. Where that cannot be, the tests that need it are left out, and a CI run fails. Images and tarballs
 * take minutes: the unit tests run meanwhile, and `ready.ts` waits.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(CACHE, { recursive: true })
  providePrograms()
  const { pythons } = await provideHere(project)
  const engine = await startEngine()
  const { stop } = engine
  const missing = engine.missing ?? whyNoStandIns()
  project.provide('noEngine', missing ?? '')
  if (missing !== undefined) {
    const message = `LEFT OUT: every end-to-end test in a container, because ${missing}`
    if (process.env.CI === 'true') throw new Error(message)
    console.warn(message)
  }
  const obtainSources = await provideSources(project, pythons).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  const ready = join(mkdtempSync(join(tmpdir(), 'ready-')), 'ready')
  project.provide('ready', ready)
  const say = (failure: string) => {
    writeFileSync(`${ready}.partial`, failure)
    renameSync(`${ready}.partial`, ready)
  }
  const making = missing === undefined ? provideStandIns() : Promise.resolve()
  const preparing = Promise.all([obtainSources(), making]).then(
    () => say(''),
    (error: unknown) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  )
  return async () => {
    await preparing
    await stop()
  }
}
