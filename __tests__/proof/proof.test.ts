import { beforeAll, expect, inject, test } from 'vitest'
import { SERVER_IMAGE } from '../../src/inputs/build.js'
import { terminalLog } from '../../src/report/terminal-log.js'
import { startServer } from '../../src/verify/server.js'
import { PYTHONS } from '../e2e/stand-ins.js'
import { runSuite } from '../e2e/suite.js'
import { NEWEST, provideNewest } from './newest.js'
import { notRun, type Place, prove } from './prove.js'
import { keepRow, type Row, runtimesInOrder } from './rows.js'

/** The C library of the stand-ins that are made from Debian 12. */
const GLIBC = '2.36'

const PLACES: Place[] = [
  ...PYTHONS.map((python) => ({ python, architecture: 'x86_64' as const, glibc: GLIBC })),
  { ...NEWEST, architecture: 'x86_64' },
]

beforeAll(() => {
  expect(inject('noEngine')).toBe('')
  provideNewest()
})

test.each(PLACES)('Python $python on $architecture', async (place) => {
  const proven = await prove(place)
  const row = 'row' in proven ? proven.row : proven
  if ('row' in proven) row.cells.suite = await trySuite(place, proven)
  await keepRow(row)
  for (const cell of Object.values(row.cells)) expect(cell.result, cell.detail).not.toBe('failed')
})

test('a runtime that cannot be had here says so', async () => {
  const tried = new Set(PLACES.map(({ python, architecture }) => `${python} ${architecture}`))
  for (const name of (await runtimesInOrder()).filter((one) => one.endsWith('x86_64') && !tried.has(one))) {
    const [python = '', architecture = ''] = name.split(' ')
    const reason = `There is no CPython ${python} where this was run.`
    const row: Row = { python, architecture, date: null, versions: null, place: null, cells: notRun(reason) }
    await keepRow(row)
  }
})

async function trySuite(place: Place, { row, zip, tarball }: { row: Row; zip: string; tarball: string }) {
  const image = place.image ?? `public.ecr.aws/lambda/python:${place.python}-${place.architecture}`
  const server = await startServer('docker', SERVER_IMAGE, 'proof', terminalLog({ write: () => true }))
  try {
    return await runSuite({ image, python: row.python, zip, tarball, server })
  } finally {
    await server.remove()
  }
}
