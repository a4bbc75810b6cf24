import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { readInstallRequest } from '../../src/inputs/install-inputs.js'
import { type Pin, pinText, readPin } from '../../src/install/pin.js'
import { install } from '../../src/jobs/install-job.js'
import { collect, fast, type Served, serve } from '../sources/setup.js'
import * as it from './released.js'

const open: Served[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function served(): Promise<Served> {
  const server = await serve(it.answersOf())
  open.push(server)
  return server
}

const temporary = () => mkdtempSync(join(tmpdir(), 'pin-'))
const manifest = it.json(it.manifestOf())
const pinOf = (change: Partial<Pin> = {}): Pin => ({
  ...{ repository: it.REPOSITORY, tag: it.TAG, ...change },
  manifest: { url: `https://github.com${it.MANIFEST}`, sha256: it.sumOf(manifest) },
})

/** What an install with these flags would be, and a file that has pinned a release. */
async function asked(text: string, flags: Record<string, string>, pin: boolean) {
  const file = join(temporary(), 'pin.json')
  writeFileSync(file, text)
  const given: Record<string, string> = { 'python-version': it.PYTHON, 'pin-file': file, ...flags }
  return readInstallRequest({ get: (name) => given[name], env: {} }, { pin })
}

test('a release in a directory is pinned by where everybody has it', async () => {
  const directory = temporary()
  writeFileSync(join(directory, 'manifest.json'), manifest)
  writeFileSync(join(directory, it.ZIP), it.FILES[it.ZIP] ?? '')
  const request = it.requestOf('https://github.com', it.packageDirectory(), {
    baseUrl: pathToFileURL(directory),
  })
  const pinTo = join(temporary(), 'pin.json')
  await install({ ...request, pinTo }, collect(), fast())
  const pin = await readPin(pinTo)
  expect(pin).toEqual(pinOf())
  await install({ ...request, pin }, collect(), fast())
})

test('a pin that cannot be written leaves the package as it was', async () => {
  const path = it.packageDirectory()
  const before = it.snapshot(path)
  const pinTo = join(path, 'other', '__init__.py', 'pin.json')
  const request = it.requestOf((await served()).url, path, { pinTo })
  await expect(install(request, collect(), fast())).rejects.toThrow(/^pin-file: cannot write to/)
  expect(it.snapshot(path)).toEqual(before)
})

describe('another repository than the pinned one', () => {
  const flags = { repository: 'new/owner' }

  test('is refused by what obeys the pin', async () => {
    const request = asked(pinText(pinOf()), flags, false)
    await expect(request).rejects.toThrow(`new/owner is asked for, and the pin file has pinned a release of`)
  })

  test('is what will be pinned where that is asked for', async () => {
    expect((await asked(pinText(pinOf()), flags, true)).repository).toBe('new/owner')
    expect((await asked(pinText(pinOf()), {}, true)).repository).toBe(it.REPOSITORY)
  })
})

test.each([true, false])(
  'what is no pin is not overwritten, and the error says what to do (--pin: %s)',
  async (pin) => {
    const hint = 'Remove it, and write it anew: psycopg2-lambda install --pin.'
    for (const text of ['{', '', '{"name": "not a pin"}'])
      await expect(asked(text, {}, pin)).rejects.toMatchObject({ hint })
  },
)

test.each<[string, Partial<Pin>]>([
  ['tag', { tag: '2.9.13-3' }],
  ['repository', { repository: 'octo/other' }],
])('for a pin whose %s was changed by hand, the error says to pin anew', async (_, change) => {
  const server = await served()
  const pin = pinOf(change)
  pin.manifest.url = `${server.url}${it.MANIFEST}`
  const path = it.packageDirectory()
  const outcome = install(it.requestOf(server.url, path, { pin }), collect(), fast())
  await expect(outcome).rejects.toMatchObject({ hint: expect.stringMatching(/by hand.* install --pin/) })
})
