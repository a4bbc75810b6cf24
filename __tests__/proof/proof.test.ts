import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ARCHITECTURES, type Architecture } from '../../src/catalog/architecture.js'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { terminalLog } from '../../src/report/terminal-log.js'
import { startServer } from '../../src/verify/server.js'
import { provideEmulation } from '../../stand-ins/emulation.js'
import { nameAsCatalog, type Origins, provideOrigins } from '../../stand-ins/origins.js'
import { PYTHONS } from '../roles.js'
import { expectedFailures, runSuite } from '../suite/suite.js'
import { notRun, type Place, type Proven, prove } from './prove.js'
import { type Cell, keepRow, runtimesInOrder } from './rows.js'

const EMULATED: Cell = {
  result: 'not run',
  detail: 'Some of its tests measure time, which an emulator does not keep.',
}

let origins: Origins
let undo = () => {}
let unname = async () => {}
beforeAll(async () => {
  expect(inject('noEngine')).toBe('')
  const emulation = provideEmulation()
  undo = emulation.undo
  expect(emulation.missing).toBeUndefined()
  origins = await provideOrigins(ARCHITECTURES)
  unname = await nameAsCatalog(origins)
})
afterAll(async () => {
  undo()
  await unname()
})

const ROWS = (await runtimesInOrder()).map((name) => {
  const [python = '', architecture] = name.split(' ')
  return { python, architecture: architecture as Architecture }
})

test.each(ROWS)('Python $python on $architecture', async ({ python, architecture }) => {
  const here = architecture === thisArchitecture()
  const origin = origins.get(architecture)?.get(python)
  if (origin === undefined && (here || !PYTHONS.includes(python))) {
    const reason = `There is no CPython ${python} where this was run.`
    const cells = notRun(reason)
    return keepRow({ python, architecture, date: null, versions: null, place: null, cells })
  }
  const place = { python, architecture, origin }
  const proven = await prove(place)
  const { row } = proven
  if (origin !== undefined) row.cells.suite = here ? await trySuite(place, proven) : EMULATED
  await keepRow(row)
  for (const cell of Object.values(row.cells)) expect(cell.result, cell.detail).not.toBe('failed')
})

/** psycopg2's own tests, against the very zip. */
async function trySuite({ python, architecture, origin }: Place, { zip, tarball }: Proven): Promise<Cell> {
  const row = runtimes.runtimes.find((one) => one.python === python)
  const template = origin?.images?.runtime ?? row?.runtimeImage
  const name = template?.replace('{arch}', architecture) ?? ''
  const server = await startServer(runtimes.serverImage, {
    engine: 'docker',
    runId: 'proof',
    log: terminalLog({ write: () => true }),
  })
  try {
    const { psycopg2, run, skipped, failed } = await runSuite({
      image: name,
      architecture,
      python,
      zip,
      tarball,
      server,
    })
    const [names, ignored] = [Object.keys(failed), Object.keys(skipped).length]
    const unforeseen = names.filter((test) => !expectedFailures(psycopg2).includes(test))
    const counts = `${run - ignored - names.length} passed, ${ignored} skipped, ${names.length} failed`
    if (unforeseen.length > 0) {
      const told = unforeseen.map((test) => `${test} (${failed[test]})`)
      return { result: 'failed', detail: `${counts}, unforeseen: ${told.join(', ')}.` }
    }
    return { result: 'passed', detail: `${counts} ${names.length === 0 ? '' : 'as listed'}`.trim() }
  } finally {
    await server.remove()
  }
}
