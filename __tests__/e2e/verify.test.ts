import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { readZip } from '../../src/package/unzip.js'
import { writeZip } from '../../src/package/zip.js'
import { PROJECT } from '../../stand-ins/places.js'
import { containers, errors, runAction, runCli, temporary } from '../runner.js'
import { build } from './built.js'

interface Seen {
  zip: { name: string; sha256: string }
  built?: object
  finished: string
  stages: { stage: string; image?: string; machine?: string; server?: object }[]
  notRun: { stage: string; asked: boolean }[]
}

const bundle = join(PROJECT, 'dist', 'verify', 'index.js')
const read = (path: string): Seen => JSON.parse(readFileSync(path, 'utf8'))
const stagesOf = ({ stages }: Seen) => stages.map(({ stage }) => stage)

let built = ''
beforeAll(async () => {
  built = (await build({ verify: 'none', 'container-engine': 'none' })).zip
})

/** The built zip in a directory of its own, without or with what the build wrote beside it. */
function copied(...endings: string[]): string {
  const directory = temporary()
  for (const ending of ['', ...endings]) {
    copyFileSync(built + ending, join(directory, basename(built) + ending))
  }
  return join(directory, basename(built))
}

test('what a build did not try is tried later, and the record keeps where it was built', async () => {
  const zip = copied('.sha256', '.md5', '.verified.json')
  const before = read(`${zip}.verified.json`)
  expect(stagesOf(before)).toEqual(['audit'])
  const files = join(dirname(zip), '*')
  const run = await runAction({ files, 'container-engine': 'none' }, { bundle })
  expect(errors(run.output)).toEqual([])
  expect(run.outputs).toEqual({ records: `${zip}.verified.json` })
  const record = read(`${zip}.verified.json`)
  expect(record).toMatchObject({ zip: before.zip, built: before.built })
  expect(stagesOf(record)).toEqual(['audit', 'import'])
  expect(record.notRun).toMatchObject([{ stage: 'connect', asked: false }])
  // The same bytes, built again in the same place: what was seen of them is still true.
  const again = await build({ verify: 'none', 'container-engine': 'none', 'output-dir': dirname(zip) })
  expect(again.output).toContain(`${zip}.verified.json stays`)
  expect(read(`${zip}.verified.json`)).toEqual(record)
})

test('a downloaded zip, without a record, is tried by the command line and gets one', async () => {
  const zip = copied()
  const run = await runCli(['verify', basename(zip), '--container-engine', 'none', '--json'], {
    cwd: dirname(zip),
  })
  expect(run.code, run.output).toBe(0)
  const record = read(`${zip}.verified.json`)
  expect(JSON.parse(run.stdout)).toEqual([{ path: `${zip}.verified.json`, ...record }])
  expect(record.built).toBeUndefined()
  expect(record.zip).toEqual(read(`${built}.verified.json`).zip)
  expect(stagesOf(record)).toEqual(['audit', 'import'])
})

test('a zip that does not work gets no record, and an earlier one of other bytes stays', async () => {
  const zip = copied('.verified.json')
  const before = readFileSync(`${zip}.verified.json`, 'utf8')
  // Without its byte code, which is what Python reads.
  const files = readZip(readFileSync(zip)).filter(({ path }) => !/\/$|\.pyc$/.test(path))
  const broken = new Map(files.map(({ path, data }) => [path, data]))
  broken.set('psycopg2/__init__.py', Buffer.from('raise ImportError("broken on purpose")\n'))
  writeFileSync(zip, writeZip(broken))
  const run = await runAction({ files: zip, 'container-engine': 'none' }, { bundle })
  expect(run.code).toBe(1)
  expect(errors(run.output)).toEqual([expect.stringMatching(/does not work in .*broken on purpose/)])
  expect(run.outputs).toEqual({})
  expect(readFileSync(`${zip}.verified.json`, 'utf8')).toBe(before)
})

test('wrong usage is told as such', async () => {
  const both = await runCli(['verify', built, '--files', built])
  expect(both).toMatchObject({ code: 2, stdout: '' })
  expect(both.output).toContain('verify takes zips or --files, not both')
  const none = await runCli(['verify', built, '--verify', 'none'])
  expect(none.code).toBe(2)
  expect(none.output).toContain('verify: "none" is not supported')
})

describe.skipIf(inject('noEngine') !== '')('in the runtime image', () => {
  test('it connects as a build does, and nothing is left', async () => {
    const zip = copied('.sha256')
    const run = await runAction({ files: zip, verify: 'connect', 'container-engine': 'docker' }, { bundle })
    expect(errors(run.output)).toEqual([])
    const { stages, notRun } = read(`${zip}.verified.json`)
    expect(stages).toMatchObject([
      { stage: 'audit', machine: 'this machine' },
      { stage: 'import', image: expect.any(String) },
      { stage: 'connect', image: expect.any(String), server: { image: expect.any(String) } },
    ])
    expect(notRun).toEqual([])
    expect(containers()).toEqual([])
  })

  test('an image that cannot be had is an error in a workflow; the command line takes this machine', async () => {
    const zip = copied()
    const image = 'localhost:9/no/such:image'
    const run = await runAction({ files: zip, 'runtime-image': image }, { bundle })
    expect(errors(run.output)).toEqual([expect.stringContaining(`runtime-image: the image ${image}`)])
    expect(existsSync(`${zip}.verified.json`)).toBe(false)
    const cli = await runCli(['verify', zip, '--runtime-image', image])
    expect(cli.code, cli.output).toBe(0)
    expect(cli.output).toContain('this machine stands in for the runtime image')
    expect(read(`${zip}.verified.json`).stages[1]).toHaveProperty('machine')
  })
})
