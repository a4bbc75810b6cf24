import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readElf } from '../../src/audit/elf.js'
import { extrasOf } from '../../src/audit/extras.js'
import { Libraries } from '../../src/audit/libraries.js'
import { archiveFindings } from '../../src/jobs/archives.js'
import { zipOf } from '../package/python-zip.js'
import { judged, MODULE, refusals, runtimeOf } from './judging.js'
import { Workshop } from './shared-objects.js'

const workshop = new Workshop()
afterAll(() => workshop.close())

const library = workshop.build({ source: 'int x;', exported: 'x;' })

describe('what is made to take long is judged all the same, in a time that grows with its size', () => {
  test('libraries each of which needs all of them, itself included', async () => {
    const names = Array.from({ length: 120 }, (_, index) => `lib${index}.so`)
    const directory = join(workshop.directory, 'libraries')
    mkdirSync(directory)
    for (const name of names) writeFileSync(join(directory, name), library)
    const needing = workshop.build({
      ...{ source: 'int x;', exported: 'x;' },
      link: ['-Wl,--no-as-needed', `-L${directory}`, ...names.map((name) => `-l:${name}`)],
    })
    // As many files, and not one that links give many names.
    const files = Object.fromEntries(names.map((name) => [name, new Uint8Array(needing)]))
    const report = await judged(files)
    expect(refusals(report)).toEqual([])
    expect(report.objects).toHaveLength(names.length)
  })

  test('more of them than anybody has are refused', async () => {
    const elf = {
      ...readElf(library),
      needed: Array.from({ length: 10_000 }, (_, index) => `lib${index}.so`),
    }
    const places = { kind: 'function', mount: '/var/task', roots: [''] } as const
    const target = { ...(await runtimeOf()), runtime: '' }
    const libraries = new Libraries(new Map(), [], { ...places, roots: [''] }, target)
    expect(() => libraries.loadedWith({ path: 'a.so', elf })).toThrow('need one another more often than')
  })

  test('one library of 100 000 names, and as many for Windows beside it', async () => {
    const windows = new Uint8Array(library)
    const files = Array.from({ length: 100_000 }, (_, index) => [
      [`a/lib${index}.so`, library] as const,
      [`a/m${index}.pyd`, windows] as const,
    ])
    const { objects, unopened } = await judged(Object.fromEntries(files.flat()))
    // Nor is it larger for its names than Lambda takes.
    expect([objects.length, unopened.length]).toEqual([1, 100_000])
  })
})

describe('what has many names is not read once for each', () => {
  const names = (
    count: number,
    name: (index: number) => string,
    file: { size: number; read(): Uint8Array },
  ) => Array.from({ length: count }, (_, index) => [name(index), file] as const)

  test('a zip', () => {
    const bytes = zipOf([['psycopg2/__init__.py', new Uint8Array()]])
    const read = vi.fn(() => bytes)
    const files = new Map(names(1000, (index) => `${index}.zip`, { size: bytes.length, read }))
    expect(archiveFindings(files, { psycopg2: undefined, findings: [] }, '3.13')).toHaveLength(1)
    expect(read).toHaveBeenCalledTimes(1)
  })

  test('the record of a wheel', () => {
    const text = `Root-Is-Purelib: true\n${MODULE},,\n`
    const read = vi.fn(() => new Uint8Array(Buffer.from(text)))
    const file = { size: 1_000_000, read }
    const records = names(1000, (index) => `${index}.dist-info/RECORD`, file)
    const files = new Map([...records, ...names(1000, (index) => `${index}.dist-info/WHEEL`, file)])
    expect(extrasOf(files).has(MODULE)).toBe(true)
    expect(read.mock.calls.length).toBeLessThan(100)
  })
})
