import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import runtimes from '../../src/catalog/runtimes.json' with { type: 'json' }
import { thisArchitecture } from '../../src/machine/this-machine.js'
import { terminalLog } from '../../src/report/terminal-log.js'
import { startServer } from '../../src/verify/server.js'
import { provideEmulation } from '../../stand-ins/arm64/emulation.js'
import {
  GLIBC as ARM64_GLIBC,
  PYTHON as ARM64_PYTHON,
  provideArm64Images,
} from '../../stand-ins/arm64/images.js'
import { NEWEST, provideNewest } from '../../stand-ins/newest.js'
import { GLIBC, PYTHONS } from '../roles.js'
import { expectedFailures, runSuite } from '../suite/suite.js'
import { notRun, type Place, type Proven, prove } from './prove.js'
import { type Cell, keepRow, type Row, runtimesInOrder } from './rows.js'

// arm64 under emulation: one Python stands for all, because OpenSSL takes its time there.
const ARM64: Place = { python: ARM64_PYTHON, architecture: 'arm64', glibc: ARM64_GLIBC }

const EMULATED: Cell = {
  result: 'not run',
  detail: 'Some of its tests measure time, which an emulator does not keep.',
}

const PLACES: Place[] = [
  ...PYTHONS.filter((python) => python !== NEWEST.python).map((python) => ({
    python,
    architecture: 'x86_64' as const,
    glibc: GLIBC,
  })),
  { ...NEWEST, architecture: 'x86_64' },
  ARM64,
]

let undo = () => {}
beforeAll(async () => {
  expect(inject('noEngine')).toBe('')
  provideNewest()
  const emulation = provideEmulation()
  undo = emulation.undo
  expect(emulation.missing).toBeUndefined()
  await provideArm64Images()
})
afterAll(() => undo())

test.each(PLACES)('Python $python on $architecture', async (place) => {
  const proven = await prove(place)
  const { row } = proven
  row.cells.suite = place.architecture === thisArchitecture() ? await trySuite(place, proven) : EMULATED
  await keepRow(row)
  for (const cell of Object.values(row.cells)) expect(cell.result, cell.detail).not.toBe('failed')
})

test('a runtime that cannot be had here says so', async () => {
  const tried = new Set(PLACES.map(({ python, architecture }) => `${python} ${architecture}`))
  for (const name of (await runtimesInOrder()).filter((one) => !tried.has(one))) {
    const [python = '', architecture = ''] = name.split(' ')
    const reason =
      architecture === 'arm64'
        ? `Emulated here; Python ${ARM64_PYTHON} stands for all on arm64.`
        : `There is no CPython ${python} where this was run.`
    const row: Row = { python, architecture, date: null, versions: null, place: null, cells: notRun(reason) }
    await keepRow(row)
  }
})

/** psycopg2's own tests, against the very zip. */
async function trySuite({ python, architecture, image }: Place, { zip, tarball }: Proven): Promise<Cell> {
  const row = runtimes.runtimes.find((one) => one.python === python)
  const name = image ?? row?.runtimeImage.replace('{arch}', architecture) ?? ''
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
