import { expect, test } from 'vitest'
import { buildReference, complaints, readKept } from '../../bench/reference.js'
import { TOOLS } from '../../stand-ins/places.js'
import { PYTHON } from '../roles.js'
import { temporary } from '../runner.js'

test('the zip has not grown, nothing new is linked, and nothing is compiled that is not', async () => {
  const build = await buildReference(PYTHON, TOOLS, temporary())
  expect(build.linked.length).toBeGreaterThan(500)
  expect(
    complaints(build, readKept()),
    'where this is wanted: npm run bench -- reference --write, and say in bench/README.md what it is for',
  ).toEqual([])
})

test('growth by more than 2 % and a new member are found and named', () => {
  const kept = { sizes: { x86_64: 1000 }, linked: { x86_64: ['libssl.a(a.o)', 'libssl.a(b.o)'] } }
  const build = { architecture: 'x86_64' as const, size: 1020, linked: ['libssl.a(b.o)'], unlinked: [] }
  expect(complaints(build, kept)).toEqual([])
  expect(complaints({ ...build, size: 1021 }, kept)).toEqual(['the zip has 1021 bytes, more than 1020'])
  expect(complaints({ ...build, linked: ['libssl.a(c.o)'] }, kept)).toEqual([
    'libssl.a(c.o) is linked, which was not before',
  ])
  expect(complaints({ ...build, unlinked: ['libpq.a(d.o)'] }, kept)).toEqual([
    'libpq.a(d.o) is compiled, but not linked',
  ])
  // An architecture that nobody has tried gets a tenth more, and no more.
  expect(complaints({ ...build, architecture: 'arm64', size: 1100 }, kept)).toEqual([])
  expect(complaints({ ...build, architecture: 'arm64', size: 1101 }, kept)).toHaveLength(1)
})
